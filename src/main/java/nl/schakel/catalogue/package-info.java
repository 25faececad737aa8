/**
 * Every variable that can be requested, declared once as data: source, meaning, unit, codes, missing codes, disclosure
 * role, hierarchy, legal basis. It drives the request form, the SQL, the codebook and the disclosure check.
 */
@NullMarked
package nl.schakel.catalogue;

import org.jspecify.annotations.NullMarked;
