package nl.schakel.register;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class DigestingInputTest {
    /** SHA-256 of "abc", FIPS 180-2. */
    private static final String ABC = "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad";

    @Test
    void digests_what_a_reader_left_after_closing() throws IOException {
        DigestingInput digesting = new DigestingInput(new ShutAfterClose());
        try (InputStream reader = digesting) {
            assertThat(reader.read()).isEqualTo('a');
        }
        assertThat(digesting.finish()).isEqualTo(Digest.parse(ABC).orElseThrow());
    }

    /** Behaves as a part of an upload does. */
    private static final class ShutAfterClose extends ByteArrayInputStream {
        private boolean closed;

        ShutAfterClose() {
            super("abc".getBytes(StandardCharsets.US_ASCII));
        }

        @Override
        public synchronized int read(byte[] target, int offset, int length) {
            assertThat(closed).as("read after close").isFalse();
            return super.read(target, offset, length);
        }

        @Override
        public void close() {
            closed = true;
        }
    }
}
