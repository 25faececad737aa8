package nl.schakel.consent;

import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import nl.schakel.school.Brin;

/**
 * Whether consent for one pupil and one purpose stands at a moment: the rule in plain Java, which {@code
 * consent.standing_consents} states for all pupils at once. A test compares the two.
 *
 * <p>Each giver of each school has one voice: the decision given last among those for the instrument or for all. Of
 * decisions given at one instant the stricter counts; of equally strict ones that which says no longest, or yes shortest.
 * A lapsed voice is silent, and an older decision does not revive. Consent stands where a voice says yes and none says no.
 */
public final class ConsentState {
    private static final Comparator<Decision> LAST_GIVEN_THEN_STRICTEST = Comparator.comparing(Decision::given)
            .thenComparing(d -> !d.allows())
            .thenComparing(d -> d.allows() ? noLater(d) : end(d));

    private final List<Decision> decisions;

    /** The state of one pupil for one purpose by these decisions, in any order. */
    public ConsentState(Collection<Decision> decisions) {
        this.decisions = List.copyOf(decisions);
    }

    private static Long end(Decision decision) {
        return decision.ends().map(Instant::toEpochMilli).orElse(Long.MAX_VALUE);
    }

    private static Long noLater(Decision decision) {
        return -end(decision);
    }

    /**
     * Whether data of the instrument may be used at the moment. {@link Instrument#ALL} asks what was decided about all
     * instruments, whatever else was decided about a single one.
     */
    public boolean effective(Instrument instrument, Instant at) {
        Map<Voice, Decision> voices = new HashMap<>();
        for (Decision decision : decisions) {
            boolean about = decision.instrument().equals(instrument)
                    || decision.instrument().equals(Instrument.ALL);
            if (about && decision.made(at)) {
                Voice voice = new Voice(decision.school(), decision.giver());
                voices.merge(voice, decision, ConsentState::heard);
            }
        }
        List<Decision> standing =
                voices.values().stream().filter(d -> d.stands(at)).toList();
        return !standing.isEmpty() && standing.stream().allMatch(Decision::allows);
    }

    /** Whether data of every instrument may be used at the moment, without exception. */
    public boolean effectiveWithoutException(Instant at) {
        return effective(Instrument.ALL, at)
                && decisions.stream()
                        .filter(d -> d.made(at))
                        .map(Decision::instrument)
                        .allMatch(instrument -> effective(instrument, at));
    }

    private static Decision heard(Decision one, Decision other) {
        return LAST_GIVEN_THEN_STRICTEST.compare(one, other) >= 0 ? one : other;
    }

    private record Voice(Brin school, Giver giver) {}
}
