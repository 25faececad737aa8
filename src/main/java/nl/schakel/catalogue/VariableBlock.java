package nl.schakel.catalogue;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Pattern;

/** Reads a variable and checks it against the datasets and code lists that stand before it. */
final class VariableBlock {
    private static final Pattern EXPRESSION = Pattern.compile("[a-z0-9_.,:'(){}|\\[\\]*/+<>=~^$ A-Z-]+");
    private static final Pattern STATEMENT =
            Pattern.compile(";|--|/\\*|\\bselect\\b|\\bnow\\b", Pattern.CASE_INSENSITIVE);

    private final CatalogueBlock block;
    private final Map<String, Dataset> datasets;
    private final Map<String, Groups> codeLists;

    VariableBlock(CatalogueBlock block, Map<String, Dataset> datasets, Map<String, Groups> codeLists) {
        this.block = block;
        this.datasets = datasets;
        this.codeLists = codeLists;
    }

    Variable read() {
        VariableName name =
                VariableName.parse(block.name()).orElseThrow(() -> new IllegalArgumentException("not a variable name"));
        ValueType type = choice("type", ValueType.values(), ValueType::dutch);
        Dataset dataset = Optional.ofNullable(datasets.get(block.required("dataset")))
                .orElseThrow(() -> new IllegalArgumentException("no such dataset above"));
        Occurrence occurrence = choice("per", Occurrence.values(), Occurrence::dutch);
        if (occurrence == Occurrence.YEARLY && !dataset.years()) {
            throw new IllegalArgumentException("per schooljaar, but the dataset has no schooljaren");
        }
        return new Variable(
                name,
                dataset,
                block.label(),
                new Label(block.required("betekenis"), block.required("meaning")),
                new Label(block.required("eenheid"), block.required("unit")),
                type,
                decimals(type),
                occurrence,
                choice("rol", DisclosureRole.values(), DisclosureRole::dutch),
                choice("grondslag", LegalBasis.values(), LegalBasis::dutch),
                hierarchy(type),
                expression());
    }

    private <E> E choice(String key, E[] values, Function<E, String> word) {
        return values[block.choice(key, Arrays.stream(values).map(word).toArray(String[]::new))];
    }

    private int decimals(ValueType type) {
        String text = block.optional("decimalen", "0");
        if (!text.matches("[0-3]") || (type != ValueType.NUMBER && !text.equals("0"))) {
            throw new IllegalArgumentException("decimalen is 0 to 3, and 0 unless type is getal");
        }
        return Integer.parseInt(text);
    }

    private Hierarchy hierarchy(ValueType type) {
        String codes = block.optional("codelijst", "");
        String bands = block.optional("banden", "");
        if ((type == ValueType.CODE && !bands.isEmpty()) || (type == ValueType.CODE) == codes.isEmpty()) {
            throw new IllegalArgumentException("a code has a codelijst, a number or year may have banden");
        }
        if (type != ValueType.CODE) {
            return new Bands(Arrays.stream(bands.split("\\s+", -1))
                    .filter(w -> !w.isEmpty())
                    .map(VariableBlock::width)
                    .toList());
        }
        return Optional.ofNullable(codeLists.get(codes))
                .orElseThrow(() -> new IllegalArgumentException("no such codelijst above"));
    }

    private static int width(String text) {
        if (!text.matches("[1-9][0-9]{0,4}")) {
            throw new IllegalArgumentException("a width is a whole number");
        }
        return Integer.parseInt(text);
    }

    private String expression() {
        String sql = block.required("sql");
        if (!EXPRESSION.matcher(sql).matches() || STATEMENT.matcher(sql).find()) {
            throw new IllegalArgumentException("sql is one aggregate expression over v");
        }
        if (!List.of("min(", "max(", "count(", "sum(", "avg(", "(array_agg(", "case ", "round(").stream()
                .anyMatch(sql::startsWith)) {
            throw new IllegalArgumentException("sql begins with an aggregate");
        }
        return sql;
    }
}
