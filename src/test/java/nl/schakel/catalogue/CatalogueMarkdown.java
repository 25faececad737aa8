package nl.schakel.catalogue;

import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** Writes the pages of the catalogue for developers and auditors. */
final class CatalogueMarkdown {
    private CatalogueMarkdown() {}

    static String overview(Catalogue catalogue) {
        StringBuilder out = new StringBuilder("# Catalogue\n\n")
                .append(
                        "Generated from `catalogue.txt`; `CatalogueDocsTest` keeps it equal. The service shows the same at\n")
                .append("`/portaal/catalogus` and `GET /api/v1/catalogus`.\n\n")
                .append("| dataset | source | variables |\n|---|---|---|\n");
        for (Dataset dataset : catalogue.datasets()) {
            out.append(String.format(
                    Locale.ROOT,
                    "| [%s](%s.md) | `%s` | %d |\n",
                    dataset.label().en(),
                    dataset.name(),
                    dataset.view(),
                    of(catalogue, dataset).size()));
        }
        out.append("\nMissing codes (`-7` in columns of registers only):");
        for (MissingCode missing : MissingCode.values()) {
            out.append(String.format(
                    Locale.ROOT, " `%d` %s,", missing.code(), missing.label().en()));
        }
        return out.deleteCharAt(out.length() - 1).append(".\n").toString();
    }

    static String page(Catalogue catalogue, Dataset dataset) {
        StringBuilder out = new StringBuilder()
                .append(String.format(
                        Locale.ROOT,
                        "# %s\n\n%s\n\n",
                        dataset.label().en(),
                        dataset.meaning().en()))
                .append(String.format(
                        Locale.ROOT,
                        "Dutch: %s. Source: the cold view `%s`.\n\n",
                        dataset.label().nl(),
                        dataset.view()));
        of(catalogue, dataset).forEach(variable -> out.append(section(variable)));
        return out.toString().strip() + "\n";
    }

    private static String section(Variable variable) {
        return String.format(
                        Locale.ROOT,
                        "## %s\n\n%s\n\n",
                        variable.name(),
                        variable.meaning().en())
                + String.format(
                        Locale.ROOT,
                        "- Label: %s (%s)\n",
                        variable.label().en(),
                        variable.label().nl())
                + String.format(
                        Locale.ROOT,
                        "- Unit: %s; type %s; %d decimals; one value per %s\n",
                        variable.unit().en(),
                        variable.type().dutch(),
                        variable.decimals(),
                        variable.occurrence().dutch())
                + String.format(
                        Locale.ROOT,
                        "- Disclosure role: %s; legal basis: %s\n",
                        variable.role().dutch(),
                        variable.basis().dutch())
                + levels(variable)
                + String.format(Locale.ROOT, "- Expression: `%s`\n\n", variable.expression());
    }

    private static String levels(Variable variable) {
        StringBuilder out = new StringBuilder();
        for (int level = 0; level < variable.hierarchy().levels(); level++) {
            if (variable.hierarchy() instanceof Groups groups) {
                out.append(String.format(Locale.ROOT, "- Level %d: %s\n", level, codes(groups.codes(level))));
            } else if (level > 0 && variable.hierarchy() instanceof Bands bands) {
                out.append(String.format(
                        Locale.ROOT,
                        "- Level %d: bands of %d\n",
                        level,
                        bands.widths().get(level - 1)));
            }
        }
        return out.toString();
    }

    private static String codes(List<Code> codes) {
        return codes.stream()
                .map(code -> "`" + code.value() + "` " + code.label().en())
                .collect(Collectors.joining(", "));
    }

    private static List<Variable> of(Catalogue catalogue, Dataset dataset) {
        return catalogue.variables().stream()
                .filter(variable -> variable.dataset().equals(dataset))
                .toList();
    }
}
