package nl.schakel.delivery.format;

import java.util.Arrays;

/**
 * The text of the field being read, in a buffer that is used again for the next one. Never kept, never printed.
 */
final class CharSpan implements CharSequence {
    private char[] chars = new char[256];
    private int length;

    void clear() {
        length = 0;
    }

    void append(char[] source, int offset, int count) {
        if (length + count > chars.length) {
            chars = Arrays.copyOf(chars, Math.max(2 * chars.length, length + count));
        }
        System.arraycopy(source, offset, chars, length, count);
        length += count;
    }

    /** Becomes a copy of another span. */
    void set(CharSpan other) {
        length = 0;
        append(other.chars, 0, other.length);
    }

    /** Whether the text is exactly this one. */
    boolean is(String other) {
        return other.contentEquals(this);
    }

    /** Removes XML white space at both ends, as the schema types for dates, numbers and codes do. */
    CharSpan collapse() {
        int from = 0;
        int to = length;
        while (from < to && chars[from] <= ' ') {
            from++;
        }
        while (to > from && chars[to - 1] <= ' ') {
            to--;
        }
        if (from > 0) {
            System.arraycopy(chars, from, chars, 0, to - from);
        }
        length = to - from;
        return this;
    }

    boolean isBlank() {
        for (int i = 0; i < length; i++) {
            if (chars[i] > ' ') {
                return false;
            }
        }
        return true;
    }

    @Override
    public boolean isEmpty() {
        return length == 0;
    }

    @Override
    public int length() {
        return length;
    }

    @Override
    public char charAt(int index) {
        return chars[index];
    }

    @Override
    public CharSequence subSequence(int start, int end) {
        return new String(chars, start, end - start);
    }

    /** The text itself, for values that may be kept (codes, names of tests); never for what names a pupil. */
    String text() {
        return new String(chars, 0, length);
    }

    @Override
    public String toString() {
        return "CharSpan[hidden]";
    }
}
