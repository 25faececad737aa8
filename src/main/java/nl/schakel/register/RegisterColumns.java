package nl.schakel.register;

import static nl.schakel.register.RegisterColumn.decimal;
import static nl.schakel.register.RegisterColumn.text;
import static nl.schakel.register.RegisterColumn.whole;
import static nl.schakel.register.RegisterColumn.yearOfDay;

import java.util.List;

/**
 * What is taken in of each file type. Source of names and codes: CBS microdata catalogue, as used by published pipelines.
 * Whatever is not listed is read past.
 */
public final class RegisterColumns {
    private static final List<RegisterColumn> ENROLMENT = List.of(
            text("enrolment", "brin", true, "WPOBRIN", "WPOBRIN_crypt"),
            text("enrolment", "site", true, "WPOBRINVEST"),
            text("enrolment", "type_po", false, "WPOTYPEPO"),
            whole("enrolment", "grade", 0, 8, "WPOLEERJAAR"),
            whole("enrolment", "years_in_po", 0, 20, "WPOVERBLIJFSJRBO"),
            text("enrolment", "denomination", false, "WPODENOMINATIE"),
            text("advice", "advice", false, "WPOADVIESVO"),
            text("advice", "revised_advice", false, "WPOADVIESHERZ"),
            text("advice", "test_advice", false, "WPOTOETSADVIES"),
            text("advice", "end_test", false, "WPOCODEEINDTOETS"),
            decimal("advice", "end_score", 0, 1000, "WPOUITSLEINDT"),
            whole("advice", "level_math", 1, 4, "WPOREKENEN"),
            whole("advice", "level_reading", 1, 4, "WPOTAALLV"),
            whole("advice", "level_language", 1, 4, "WPOTAALTV"));
    private static final List<RegisterColumn> PERSON = List.of(
            whole("person", "sex", 1, 2, "GBAGESLACHT"),
            whole("person", "birth_year", 1900, 2199, "GBAGEBOORTEJAAR"),
            whole("person", "generation", 0, 2, "GBAGENERATIE"),
            text("person", "origin_group", false, "GBAHERKOMSTGROEPERING"),
            text("person", "origin", false, "GBAHERKOMSTLAND"),
            whole("person", "born_nl", 0, 1, "GBAGEBOORTELANDNL"),
            whole("person", "parents_abroad", 0, 2, "GBAAANTALOUDERSBUITENLAND"));
    private static final List<RegisterColumn> EDUCATION = List.of(
            text("education", "level_code", true, "OPLNIVSOI2021AGG4HBmetNIRWO", "OPLNIVSOI2016AGG4HBMETNIRWO"),
            decimal("education", "weight", 0, 100_000, "GEWICHTHOOGSTEOPL"));
    private static final List<RegisterColumn> INCOME = List.of(
            whole("income", "percentile", 1, 100, "INHP100HGEST"),
            decimal("income", "disposable", -1e9, 1e9, "INHGESTINKH", "INHBESTINKH"));
    private static final List<RegisterColumn> HOUSEHOLD = List.of(
            whole("household", "type", 1, 8, "TYPHH"),
            yearOfDay("household", "first_year", "DATUMAANVANGHH"),
            yearOfDay("household", "last_year", "DATUMEINDEHH"));

    private RegisterColumns() {}

    /** The columns of a type in the order of {@link RegisterRow#content}; none for the bridge file. */
    public static List<RegisterColumn> of(FileType type) {
        return switch (type) {
            case KOPPELTABEL -> List.of();
            case INSCHRWPOTAB -> ENROLMENT;
            case GBAPERSOONTAB -> PERSON;
            case HOOGSTEOPLTAB -> EDUCATION;
            case INHATAB -> INCOME;
            case GBAHUISHOUDENSBUS -> HOUSEHOLD;
        };
    }

    /** The table whose rows say which persons a file names. */
    public static String table(FileType type) {
        return type == FileType.KOPPELTABEL ? "person_token" : of(type).get(0).table();
    }
}
