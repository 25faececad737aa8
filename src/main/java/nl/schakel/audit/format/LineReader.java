package nl.schakel.audit.format;

import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import nl.schakel.audit.LogFaultCode;

/** Reads a file line by line, each ended by a newline, in the memory of the longest line. Not thread-safe. */
final class LineReader implements Closeable {
    /** The most bytes of a line. */
    static final int LONGEST = 1 << 18;

    private static final int BUFFER = 1 << 16;

    private final InputStream in;
    private final byte[] buffer = new byte[BUFFER];
    private int at;
    private int end;
    private byte[] line = new byte[1024];
    private int length;
    private long number;
    private long offset;

    /** Reads on from a place: the line that comes next begins at this byte and has this number. */
    LineReader(Path file, long offset, long number) throws IOException {
        this.in = Channels.newInputStream(FileChannel.open(file).position(offset));
        this.offset = offset;
        this.number = number - 1;
    }

    /**
     * Goes to the next line; false at the end of the file.
     *
     * @throws Unreadable where the file ends within a line, or the line is longer than {@link #LONGEST}
     */
    boolean next() throws IOException, Unreadable {
        length = 0;
        while (true) {
            if (at == end && !filled()) {
                return endOfFile();
            }
            int from = at;
            while (at < end && buffer[at] != '\n') {
                at++;
            }
            take(from);
            if (at < end) {
                at++;
                number++;
                offset += length + 1L;
                return true;
            }
        }
    }

    private boolean filled() throws IOException {
        at = 0;
        end = Math.max(0, in.read(buffer));
        return end > 0;
    }

    private boolean endOfFile() throws Unreadable {
        if (length > 0) {
            throw new Unreadable(LogFaultCode.CUT, number + 1);
        }
        return false;
    }

    private void take(int from) throws Unreadable {
        int more = at - from;
        if (length + more > LONGEST) {
            throw new Unreadable(LogFaultCode.STRUCTURE, number + 1);
        }
        if (length + more > line.length) {
            line = Arrays.copyOf(line, Math.max(length + more, 2 * line.length));
        }
        System.arraycopy(buffer, from, line, length, more);
        length += more;
    }

    /** The next line as text. @throws Unreadable at the end of the file, or where it is not UTF-8 */
    String required() throws IOException, Unreadable {
        if (!next()) {
            throw new Unreadable(LogFaultCode.CUT, number + 1);
        }
        return decoded();
    }

    /** The line as text. @throws Unreadable where it is not UTF-8 */
    String decoded() throws Unreadable {
        try {
            return text();
        } catch (CharacterCodingException e) {
            throw new Unreadable(LogFaultCode.STRUCTURE, number);
        }
    }

    /** The line as text. @throws CharacterCodingException where it is not UTF-8 */
    String text() throws CharacterCodingException {
        return StandardCharsets.UTF_8
                .newDecoder()
                .onMalformedInput(CodingErrorAction.REPORT)
                .onUnmappableCharacter(CodingErrorAction.REPORT)
                .decode(ByteBuffer.wrap(line, 0, length))
                .toString();
    }

    /** A copy of the bytes of the line, without the newline. */
    byte[] bytes() {
        return Arrays.copyOf(line, length);
    }

    /** Whether the line begins with these ASCII characters. */
    boolean startsWith(String start) {
        if (length < start.length()) {
            return false;
        }
        for (int i = 0; i < start.length(); i++) {
            if (line[i] != start.charAt(i)) {
                return false;
            }
        }
        return true;
    }

    /** The bytes of the line. */
    int length() {
        return length;
    }

    /** The number of the line. */
    long number() {
        return number;
    }

    /** The byte at which the next line begins. */
    long offset() {
        return offset;
    }

    @Override
    public void close() throws IOException {
        in.close();
    }
}
