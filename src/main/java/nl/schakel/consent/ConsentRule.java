package nl.schakel.consent;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import nl.schakel.platform.problem.Fault;

/** What a reported decision must hold to, with stable codes. */
public enum ConsentRule {
    GIVEN_AHEAD(
            "TO-0001",
            "gegevenOp",
            "een dag die niet in de toekomst ligt",
            "Vul de dag in waarop de beslissing is genomen."),
    BIRTH_YEAR_MISSING(
            "TO-0002",
            "geboortejaar",
            "het geboortejaar van de leerling, omdat toestemming van een ouder stopt als de leerling 16 wordt",
            "Vul het geboortejaar in, vier cijfers."),
    BIRTH_YEAR_WRONG(
            "TO-0003",
            "geboortejaar",
            "een geboortejaar van een leerling van 3 tot 25 jaar",
            "Controleer het geboortejaar."),
    PARENT_TOO_LATE(
            "TO-0004",
            "gever",
            "een beslissing van de leerling zelf, omdat die in dat jaar 16 werd of al was",
            "Vraag de leerling en leg diens beslissing vast met gever leerling."),
    PUPIL_TOO_EARLY(
            "TO-0005",
            "gever",
            "een beslissing van een ouder, omdat de leerling nog geen 16 was",
            "Vraag de ouders en leg hun beslissing vast."),
    END_BEFORE_START("TO-0006", "geldigTot", "een dag op of na de dag van de beslissing", "Controleer de einddatum.");

    /** The age from which a pupil decides, article 8 GDPR and article 5 UAVG. */
    public static final int AGE_OF_DECISION = 16;

    private static final int YOUNGEST = 3;
    private static final int OLDEST = 25;

    private final String code;
    private final String field;
    private final String expected;
    private final String repair;

    ConsentRule(String code, String field, String expected, String repair) {
        this.code = code;
        this.field = field;
        this.expected = expected;
        this.repair = repair;
    }

    /** The stable code. */
    public String code() {
        return code;
    }

    /** The field of the API and of the form that breaks it. */
    public String field() {
        return field;
    }

    /** The rules that a request breaks on this day; empty where it may be recorded. */
    public static List<ConsentRule> brokenBy(ConsentRequest request, LocalDate today) {
        List<ConsentRule> broken = new ArrayList<>();
        if (request.given().isAfter(today)) {
            broken.add(GIVEN_AHEAD);
        }
        if (request.lastDay().filter(day -> day.isBefore(request.given())).isPresent()) {
            broken.add(END_BEFORE_START);
        }
        if (request.birthYear().isPresent()) {
            brokenByAge(request, request.birthYear().get(), today, broken);
        } else if (request.choice() == Choice.GRANTED) {
            broken.add(BIRTH_YEAR_MISSING);
        }
        return broken;
    }

    private static void brokenByAge(ConsentRequest request, int birthYear, LocalDate today, List<ConsentRule> broken) {
        int age = today.getYear() - birthYear;
        if (age < YOUNGEST || age > OLDEST) {
            broken.add(BIRTH_YEAR_WRONG);
            return;
        }
        boolean turnedInYear = request.given().getYear() - birthYear >= AGE_OF_DECISION;
        if (request.choice() == Choice.GRANTED && request.giver().isParent() && turnedInYear) {
            broken.add(PARENT_TOO_LATE);
        }
        if (!request.giver().isParent() && !turnedInYear) {
            broken.add(PUPIL_TOO_EARLY);
        }
    }

    /** The fault to tell, at this place of the request. */
    public Fault at(String place) {
        return new Fault(place.isEmpty() ? field : place + ", " + field, code, expected, repair);
    }
}
