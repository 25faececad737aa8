/**
 * Who did what, when, with which result: every use case hands over one entry in its own transaction, every refusal one in
 * a transaction of its own. Entries name no pupil and no colleague, only keyed hashes of them.
 */
@NullMarked
package nl.schakel.audit;

import org.jspecify.annotations.NullMarked;
