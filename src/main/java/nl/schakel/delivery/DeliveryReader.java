package nl.schakel.delivery;

import java.io.IOException;
import java.io.InputStream;

/**
 * Port: reads a school's export of any known format, recognised by its content, in constant memory.
 *
 * <p>Thread-safe; each call stands alone.
 */
public interface DeliveryReader {
    /**
     * Reads to the end and hands over header, rows and faults as they come.
     *
     * @param bytes the file as sent; read once, not closed
     * @return how many rows there were; {@code read == accepted + refused}, and the sink saw each accepted one once
     * @throws DeliveryRefused where the file as a whole cannot be used; rows may have been handed over before
     * @throws IOException where the stream breaks
     */
    ReadRows read(InputStream bytes, DeliveryContext context, DeliveryRows sink) throws IOException;
}
