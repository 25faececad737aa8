/**
 * Foreign bytes in, rows out: EDEXML, UWLR and CSV, recognised by content and read as a stream. The only place that makes
 * XML readers.
 */
@NullMarked
package nl.schakel.delivery.format;

import org.jspecify.annotations.NullMarked;
