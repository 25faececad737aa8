package nl.schakel.audit;

/** What a witness answered, before anything of it is believed. Source: C2SP tlog-witness. */
public sealed interface WitnessReply {
    /**
     * It signed.
     *
     * @param lines signature lines, as they came
     */
    record Signed(String lines) implements WitnessReply {}

    /**
     * It signed another size last.
     *
     * @param size that size
     */
    record OtherSize(long size) implements WitnessReply {}

    /** It has another root for this size, or the proof does not show that the log only grew. */
    record Contradicted() implements WitnessReply {}

    /** It does not want this log, key or request, or answers otherwise than the protocol says. */
    record Refused() implements WitnessReply {}

    /** It did not answer in time. */
    record Away() implements WitnessReply {}
}
