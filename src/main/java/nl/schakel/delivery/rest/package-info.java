/** Deliveries for suppliers' machines: a file in by one request, its receipt, approval and withdrawal. */
@NullMarked
package nl.schakel.delivery.rest;

import org.jspecify.annotations.NullMarked;
