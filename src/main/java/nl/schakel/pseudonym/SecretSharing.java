package nl.schakel.pseudonym;

import java.util.List;
import java.util.Map;

/** Port: splits a secret so that some of the shares together give it and fewer give nothing. Thread-safe. */
public interface SecretSharing {
    /** The shares, in the order of their numbers from 1. The caller wipes them. */
    List<byte[]> split(byte[] secret, int needed, int shares);

    /**
     * The secret of these shares by number. Shares of different secrets give another secret, and nothing tells so here.
     * The caller wipes it.
     */
    byte[] combine(Map<Integer, byte[]> shares);
}
