package nl.schakel.release;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Random;
import java.util.UUID;
import nl.schakel.audit.StaffId;
import nl.schakel.catalogue.Bands;
import nl.schakel.catalogue.Code;
import nl.schakel.catalogue.Dataset;
import nl.schakel.catalogue.DisclosureRole;
import nl.schakel.catalogue.Groups;
import nl.schakel.catalogue.Hierarchy;
import nl.schakel.catalogue.Label;
import nl.schakel.catalogue.LegalBasis;
import nl.schakel.catalogue.Occurrence;
import nl.schakel.catalogue.ValueType;
import nl.schakel.catalogue.Variable;
import nl.schakel.catalogue.VariableName;
import nl.schakel.extract.BuiltExtract;
import nl.schakel.extract.ExtractColumn;
import nl.schakel.extract.ExtractContent;
import nl.schakel.extract.ExtractId;
import nl.schakel.pseudonym.ResearchPseudonym;
import nl.schakel.school.SchoolYear;
import nl.schakel.study.ApprovedStudy;

/** Extracts for tests: three columns, made-up rows from a seed. */
public final class AnExtract {
    private static final String BASE32 = "abcdefghijklmnopqrstuvwxyz234567";

    private AnExtract() {}

    /** What is known of an extract of this study. */
    public static BuiltExtract of(ApprovedStudy study, int pupils, Instant at) {
        return new BuiltExtract(
                new ExtractId(UUID.randomUUID()),
                study.id(),
                study.code(),
                1,
                at,
                new StaffId(UUID.randomUUID()),
                pupils,
                3,
                false,
                "{\"beleid\":{\"k\":10},\"voor\":{\"uniek\":3},\"na\":{\"uniek\":0}}",
                "{\"gekoppeld\":0.95}");
    }

    /** Sex, grade in one school year, and a score with one decimal. */
    public static List<ExtractColumn> columns() {
        Code boy = new Code(1, new Label("jongen", "boy"));
        Code girl = new Code(2, new Label("meisje \"M\", 's middags", "girl"));
        return List.of(
                column("geslacht", ValueType.CODE, 0, new Groups(List.of(boy, girl), List.of()), List.of(boy, girl)),
                column("leerjaar_2020", ValueType.NUMBER, 0, new Bands(List.of(2)), List.of()),
                column("rekenen_2020", ValueType.NUMBER, 1, new Bands(List.of()), List.of()));
    }

    private static ExtractColumn column(
            String name, ValueType type, int decimals, Hierarchy hierarchy, List<Code> codes) {
        boolean yearly = name.endsWith("_2020");
        Variable variable = new Variable(
                new VariableName(yearly ? name.substring(0, name.length() - 5) : name),
                new Dataset(
                        "lvs", new Label("leerlingvolgsysteem", "monitoring"), new Label("x", "x"), "a.b", false, true),
                new Label("=Label van " + name, "Label of " + name),
                new Label("Betekenis <b>van</b> " + name, "Meaning"),
                new Label("eenheid", "unit"),
                type,
                decimals,
                yearly ? Occurrence.YEARLY : Occurrence.ONCE,
                DisclosureRole.QUASI,
                LegalBasis.OBJECTION,
                hierarchy,
                "max(v.x)");
        Optional<SchoolYear> year = yearly ? Optional.of(new SchoolYear(2020)) : Optional.empty();
        return new ExtractColumn(name, variable, year, 0, codes, OptionalInt.empty(), OptionalInt.of(8));
    }

    /** So many rows, the same for the same seed. */
    public static ExtractContent content(int rows, long seed) {
        return new ExtractContent() {
            @Override
            public List<ExtractColumn> columns() {
                return AnExtract.columns();
            }

            @Override
            public int rows() {
                return rows;
            }

            @Override
            public void forEachRow(RowReader reader) {
                Random random = new Random(seed);
                int[] values = new int[3];
                for (int i = 0; i < rows; i++) {
                    values[0] = random.nextInt(10) == 0 ? -6 : 1 + random.nextInt(2);
                    values[1] = 1 + random.nextInt(8);
                    values[2] = random.nextInt(10) == 0 ? -9 : random.nextInt(3000);
                    reader.row(pseudonym(random), values);
                }
            }
        };
    }

    private static ResearchPseudonym pseudonym(Random random) {
        StringBuilder text = new StringBuilder(26);
        for (int i = 0; i < 26; i++) {
            text.append(BASE32.charAt(random.nextInt(32)));
        }
        return new ResearchPseudonym(text.toString());
    }
}
