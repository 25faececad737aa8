package nl.schakel.platform.secret;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;

/**
 * What a process that holds keys is asked and answers: {@code u32 length || version || kind || u16 count || count * (u32
 * length || item)}, big-endian, where the first length counts all that follows it. One question, one answer.
 *
 * @param kind what is asked or answered
 * @param items at most {@link #MOST_ITEMS}
 */
public record KeyFrame(Kind kind, List<byte[]> items) {
    /** The most bytes after the first length. */
    public static final int MOST_BYTES = 1 << 20;

    /** The most items. */
    public static final int MOST_ITEMS = 4096;

    /** The bytes of the first length. */
    public static final int LENGTH = Integer.BYTES;

    /** The bytes before the first item, without the first length. */
    static final int HEAD = 2 + Short.BYTES;

    private static final byte VERSION = 2;
    private static final int UNSIGNED_SHORT = 0xFFFF;

    /** The kinds of frames. */
    public enum Kind {
        /** Which keys are there; no items. The answer has key ids and check values in turn. */
        CHECK_VALUES(1),
        /**
         * First a key id, {@code oprf} or a later version, then points, compressed or uncompressed. The answer has their
         * products by that key, compressed.
         */
        MULTIPLY(2),
        /** First a key id, {@code token} or a later version, then messages. The answer has their HMAC-SHA-256 under it. */
        TAG(3),
        /** What was asked. */
        ANSWER(64),
        /** A derivation gave what cannot be; no items. */
        FAULTY(65),
        /** The question is of another version; no items. Read by its version: where that differs nothing else is. */
        OTHER_VERSION(66);

        private final byte code;

        Kind(int code) {
            this.code = (byte) code;
        }

        private static Kind of(byte code) throws Malformed {
            for (Kind kind : values()) {
                if (kind.code == code) {
                    return kind;
                }
            }
            throw new Malformed("unknown kind");
        }
    }

    /** Bytes that are no frame, or not one that may come here. */
    public static class Malformed extends IOException {
        private static final long serialVersionUID = 1L;

        /** @param what what is wrong, without any value */
        public Malformed(String what) {
            super(what);
        }
    }

    /** A frame of another version: the two ends are of different releases. */
    public static final class OtherVersion extends Malformed {
        private static final long serialVersionUID = 1L;

        private OtherVersion(int version) {
            super("the other end speaks version " + version + " of the frames, not " + VERSION
                    + ": start both from the same release");
        }
    }

    /** The bytes of the frame, with its length, ready to be written. @throws IllegalArgumentException past a limit */
    public ByteBuffer encoded() {
        int length = HEAD + items.stream().mapToInt(KeyFrame::room).sum();
        if (items.size() > MOST_ITEMS || length > MOST_BYTES) {
            throw new IllegalArgumentException("the frame is too large");
        }
        ByteBuffer frame = ByteBuffer.allocate(LENGTH + length)
                .putInt(length)
                .put(VERSION)
                .put(kind.code)
                .putShort((short) items.size());
        items.forEach(item -> frame.putInt(item.length).put(item));
        return frame.flip();
    }

    /** The bytes that an item takes in a frame. */
    static int room(byte[] item) {
        return Integer.BYTES + item.length;
    }

    /** The announced length of a frame. @throws Malformed where no frame has it */
    public static int length(ByteBuffer head) throws Malformed {
        int length = head.getInt();
        if (length < HEAD || length > MOST_BYTES) {
            throw new Malformed("length");
        }
        return length;
    }

    /** The frame of the bytes that follow its length; they must be neither more nor fewer. @throws Malformed otherwise, as {@link OtherVersion} where that is it */
    public static KeyFrame decode(ByteBuffer bytes) throws Malformed {
        if (bytes.remaining() < HEAD) {
            throw new Malformed("length");
        }
        byte version = bytes.get();
        if (version != VERSION) {
            throw new OtherVersion(Byte.toUnsignedInt(version));
        }
        Kind kind = Kind.of(bytes.get());
        int count = bytes.getShort() & UNSIGNED_SHORT;
        if (count > MOST_ITEMS) {
            throw new Malformed("too many items");
        }
        List<byte[]> items = new ArrayList<>(count);
        for (int i = 0; i < count; i++) {
            items.add(item(bytes));
        }
        if (bytes.hasRemaining()) {
            throw new Malformed("more than its items");
        }
        return new KeyFrame(kind, items);
    }

    private static byte[] item(ByteBuffer bytes) throws Malformed {
        int length = bytes.remaining() < Integer.BYTES ? -1 : bytes.getInt();
        if (length < 0 || length > bytes.remaining()) {
            throw new Malformed("item");
        }
        byte[] item = new byte[length];
        bytes.get(item);
        return item;
    }

    @Override
    public String toString() {
        return "KeyFrame[" + kind + ", " + items.size() + " items]";
    }
}
