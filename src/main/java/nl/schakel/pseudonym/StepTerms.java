package nl.schakel.pseudonym;

import java.util.List;
import java.util.Optional;

/**
 * What two custodians agree to beside the keys they name.
 *
 * @param becomes the keys that a change of keys puts in force: one linkage key alone where only the chain of layers begins anew
 * @param loses how many persons may be lost by closing it
 */
public record StepTerms(List<KeyId> becomes, Optional<LostPersons> loses) {
    /** Of every other step. */
    public static final StepTerms NONE = new StepTerms(List.of(), Optional.empty());

    /** Of a step that opens a change. */
    static StepTerms opening(List<KeyId> becomes) {
        return new StepTerms(becomes, Optional.empty());
    }
}
