package nl.schakel.linkage;

import java.util.EnumMap;
import java.util.Map;

/** Persons by outcome. */
public record Counts(Map<Outcome, Long> persons) {
    /** Copies; an outcome that is absent counts zero. */
    public Counts {
        persons = persons.isEmpty() ? Map.of() : Map.copyOf(new EnumMap<>(persons));
    }

    /** Persons with this outcome. */
    public long of(Outcome outcome) {
        return persons.getOrDefault(outcome, 0L);
    }

    /** All persons. */
    public long total() {
        return persons.values().stream().mapToLong(Long::longValue).sum();
    }

    /** The share linked, 0 to 1; 0 where there is nobody. */
    public double rate() {
        return total() == 0 ? 0 : (double) of(Outcome.LINKED) / total();
    }

    /** These and others together. */
    public Counts plus(Outcome outcome, long more) {
        EnumMap<Outcome, Long> sum = new EnumMap<>(Outcome.class);
        sum.putAll(persons);
        sum.merge(outcome, more, Long::sum);
        return new Counts(sum);
    }
}
