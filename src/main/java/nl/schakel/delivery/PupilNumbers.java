package nl.schakel.delivery;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import nl.schakel.pseudonym.Token;

/**
 * Numbers the distinct pupils of one delivery from 0 in the order in which they are met. About 45 bytes a pupil, and twice that
 * while a change of keys is open: then every token has an earlier value, or none has. Tokens are
 * uniform, so their first bits are the hash. Not thread-safe.
 */
final class PupilNumbers {
    private static final int FIRST_SLOTS = 1 << 11;
    private final List<Token> earlier = new ArrayList<>();
    private byte[] tokens = new byte[FIRST_SLOTS / 2 * Token.LENGTH];
    private int[] slots = new int[FIRST_SLOTS];
    private int size;

    /** The number of this pupil, a new one where the token is new. */
    int numberOf(Token token) {
        byte[] bytes = token.bytes();
        int slot = slotOf(bytes, 0);
        while (slots[slot] != 0) {
            int number = slots[slot] - 1;
            int at = number * Token.LENGTH;
            if (Arrays.equals(tokens, at, at + Token.LENGTH, bytes, 0, Token.LENGTH)) {
                return number;
            }
            slot = (slot + 1) & (slots.length - 1);
        }
        token.earlier().ifPresent(earlier::add);
        return append(bytes, slot);
    }

    /** The token of a number that was given out. */
    Token token(int number) {
        int at = number * Token.LENGTH;
        Token token = Token.of(Arrays.copyOfRange(tokens, at, at + Token.LENGTH));
        return earlier.isEmpty() ? token : token.foundBy(earlier.get(number));
    }

    /** How many pupils there are. */
    int size() {
        return size;
    }

    private int append(byte[] bytes, int slot) {
        int number = size++;
        if (size * Token.LENGTH > tokens.length) {
            tokens = Arrays.copyOf(tokens, Math.multiplyExact(tokens.length, 2));
        }
        System.arraycopy(bytes, 0, tokens, number * Token.LENGTH, Token.LENGTH);
        slots[slot] = size;
        if (size * 2 > slots.length) {
            grow();
        }
        return number;
    }

    private void grow() {
        slots = new int[slots.length * 2];
        for (int number = 0; number < size; number++) {
            int slot = slotOf(tokens, number * Token.LENGTH);
            while (slots[slot] != 0) {
                slot = (slot + 1) & (slots.length - 1);
            }
            slots[slot] = number + 1;
        }
    }

    private int slotOf(byte[] from, int at) {
        int hash = (from[at] & 0xFF) << 24
                | (from[at + 1] & 0xFF) << 16
                | (from[at + 2] & 0xFF) << 8
                | (from[at + 3] & 0xFF);
        return hash & (slots.length - 1);
    }
}
