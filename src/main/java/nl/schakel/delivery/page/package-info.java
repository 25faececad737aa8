/** Deliveries for people at school: check or send a file, read the result, approve or take back, print the receipt. */
@NullMarked
package nl.schakel.delivery.page;

import org.jspecify.annotations.NullMarked;
