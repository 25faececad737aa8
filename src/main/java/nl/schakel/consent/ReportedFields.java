package nl.schakel.consent;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;
import nl.schakel.platform.problem.Fault;
import nl.schakel.pupil.LocalPupilKey;
import nl.schakel.pupil.Pgn;
import nl.schakel.school.SchoolSite;
import org.jspecify.annotations.Nullable;

/**
 * Reads a report of a school, field by field, from JSON or from a form, and collects everything that is wrong with it.
 * What was sent stands in no fault. Empty and missing fields are alike.
 */
public final class ReportedFields {
    private static final Pattern YEAR = Pattern.compile("[0-9]{4}");
    private static final int LONGEST_KEY = 256;

    private final UnaryOperator<@Nullable String> sent;
    private final String place;
    private final List<Fault> faults = new ArrayList<>();

    /**
     * Reads the fields of one report.
     *
     * @param sent the text of a field by its name, or null
     * @param place which report of the request this is ({@code bezwaar 3}); empty where it is the only one
     */
    public ReportedFields(UnaryOperator<@Nullable String> sent, String place) {
        this.sent = sent;
        this.place = place;
    }

    /** Everything that was wrong with the fields read so far. */
    public List<Fault> faults() {
        return List.copyOf(faults);
    }

    /** An objection; empty where a fault was found. */
    public Optional<ObjectionRequest> objection() {
        Optional<PupilReference> pupil = pupil();
        Optional<LocalDate> from = day("vanaf", false);
        return faults.isEmpty() ? pupil.map(p -> new ObjectionRequest(p, from)) : Optional.empty();
    }

    /** A consent decision; empty where a fault was found. */
    public Optional<ConsentRequest> decision() {
        Optional<PupilReference> pupil = pupil();
        Optional<Choice> choice = required("besluit", Choice::parse, "gegeven, geweigerd of ingetrokken");
        Optional<Giver> giver = required("gever", Giver::parse, "ouder-1, ouder-2 of leerling");
        Optional<Purpose> purpose = required("doel", Purpose::parse, "sociaal-emotioneel");
        Optional<Instrument> instrument = text("instrument").isEmpty()
                ? Optional.of(Instrument.ALL)
                : required("instrument", Instrument::parse, "een code in hoofdletters, of * voor alle instrumenten");
        Optional<TextVersion> version =
                required("tekstversie", TextVersion::parse, "de versie van de tekst, zoals 2026-1");
        Optional<Evidence> evidence = required("bewijs", Evidence::parse, "formulier, portaal, brief of mondeling");
        Optional<LocalDate> given = day("gegevenOp", true);
        Optional<Integer> birthYear = birthYear();
        Optional<LocalDate> lastDay = day("geldigTot", false);
        if (!faults.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(new ConsentRequest(
                pupil.orElseThrow(),
                choice.orElseThrow(),
                giver.orElseThrow(),
                purpose.orElseThrow(),
                instrument.orElseThrow(),
                version.orElseThrow(),
                evidence.orElseThrow(),
                given.orElseThrow(),
                birthYear,
                lastDay));
    }

    /** The pupil by number, or else by site and key; empty where a fault was found. */
    public Optional<PupilReference> pupil() {
        Optional<String> number = text("pgn");
        if (number.isPresent()) {
            Optional<Pgn> pgn = Pgn.parse(number.get());
            if (pgn.isEmpty()) {
                fault("pgn", "LL-0001", "een geldig burgerservicenummer of onderwijsnummer van negen cijfers");
            }
            return pgn.map(PupilReference.ByNumber::new);
        }
        Optional<String> key = text("leerlingsleutel").filter(k -> k.length() <= LONGEST_KEY);
        if (key.isEmpty()) {
            fault("pgn", "LL-0002", "een leerlingnummer, of een vestiging en een leerlingsleutel");
            return Optional.empty();
        }
        return required("vestiging", SchoolSite::parse, "een brincode met vestigingsnummer, zoals 99ZZ00")
                .map(site -> new PupilReference.ByLocalKey(site, new LocalPupilKey(key.get())));
    }

    private Optional<String> text(String field) {
        return Optional.ofNullable(sent.apply(field)).map(String::strip).filter(text -> !text.isEmpty());
    }

    private <T> Optional<T> required(String field, Function<String, Optional<T>> parse, String expected) {
        Optional<T> value = text(field).flatMap(parse);
        if (value.isEmpty()) {
            fault(field, "LL-0003", expected);
        }
        return value;
    }

    private Optional<LocalDate> day(String field, boolean required) {
        Optional<String> text = text(field);
        if (text.isEmpty() && !required) {
            return Optional.empty();
        }
        try {
            return Optional.of(LocalDate.parse(text.orElse("")));
        } catch (DateTimeParseException e) {
            fault(field, "LL-0004", "een dag als 2026-09-01");
            return Optional.empty();
        }
    }

    private Optional<Integer> birthYear() {
        Optional<String> text = text("geboortejaar");
        if (text.isPresent() && !YEAR.matcher(text.get()).matches()) {
            fault("geboortejaar", "LL-0005", "een jaartal van vier cijfers");
            return Optional.empty();
        }
        return text.map(Integer::valueOf);
    }

    private void fault(String field, String rule, String expected) {
        faults.add(new Fault(
                place.isEmpty() ? field : place + ", " + field,
                rule,
                expected,
                "Verbeter dit veld en stuur alles opnieuw."));
    }
}
