package nl.schakel.delivery;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import nl.schakel.platform.problem.Fault;
import nl.schakel.pupil.Pgn;
import org.jspecify.annotations.Nullable;

/**
 * Reads one reported number change, from a form, JSON or a line of a file, and collects everything that is wrong with it.
 * Fields: {@code oudNummer, nieuwNummer, datum}. What was sent stands in no fault.
 */
public final class NumberChangeFields {
    /** The names of the fields. */
    public static final List<String> NAMES = List.of("oudNummer", "nieuwNummer", "datum");

    private static final int ISO_LENGTH = 10;

    private final UnaryOperator<@Nullable String> sent;
    private final String place;
    private final LocalDate today;
    private final List<Fault> faults = new ArrayList<>();

    /**
     * Reads the fields of one change.
     *
     * @param sent the text of a field by its name, or null
     * @param place where the change stands in the report; empty where it is the only one
     */
    public NumberChangeFields(UnaryOperator<@Nullable String> sent, String place, LocalDate today) {
        this.sent = sent;
        this.place = place;
        this.today = today;
    }

    /** Everything that was wrong; complete after {@link #change}. */
    public List<Fault> faults() {
        return List.copyOf(faults);
    }

    /** The change; empty where a fault was found. */
    public Optional<ReportedNumberChange> change() {
        Optional<Pgn> before = number(0, NumberChangeRule.OLD_NUMBER_WRONG);
        Optional<Pgn> after = number(1, NumberChangeRule.NEW_NUMBER_WRONG);
        Optional<LocalDate> day = day();
        return faults.isEmpty()
                ? Optional.of(
                        new ReportedNumberChange(place, before.orElseThrow(), after.orElseThrow(), day.orElseThrow()))
                : Optional.empty();
    }

    private Optional<Pgn> number(int field, NumberChangeRule rule) {
        Optional<Pgn> number = Pgn.parse(text(field));
        if (number.isEmpty()) {
            faults.add(rule.at(place));
        }
        return number;
    }

    private Optional<LocalDate> day() {
        String text = text(2);
        try {
            LocalDate day = text.length() == ISO_LENGTH ? LocalDate.parse(text) : LocalDate.MIN;
            if (day.equals(LocalDate.MIN)) {
                faults.add(NumberChangeRule.DAY_WRONG.at(place));
            } else if (day.isAfter(today)) {
                faults.add(NumberChangeRule.DAY_AHEAD.at(place));
            }
            return Optional.of(day);
        } catch (DateTimeException e) {
            faults.add(NumberChangeRule.DAY_WRONG.at(place));
            return Optional.empty();
        }
    }

    private String text(int field) {
        String text = sent.apply(NAMES.get(field));
        return text == null ? "" : text.strip();
    }
}
