package nl.schakel.catalogue;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Reads the catalogue file: blocks that begin at the margin ({@code dataset leerlingen}, {@code codelijst advies}, {@code
 * variabele leerjaar}) and hold indented lines. A line of a code list is {@code code | Dutch | English}, below {@code
 * niveau} followed by the codes of the level before that it joins; every other line is a key and its value. {@code #}
 * begins a comment line.
 */
final class CatalogueFile {
    private static final String RESOURCE = "/catalogue/catalogue.txt";

    private final List<String> faults = new ArrayList<>();
    private final Map<String, Dataset> datasets = new LinkedHashMap<>();
    private final Map<String, Groups> codeLists = new LinkedHashMap<>();
    private final Map<VariableName, Variable> variables = new LinkedHashMap<>();

    private CatalogueFile() {}

    /** The catalogue on the class path. */
    static Catalogue standard() {
        try (InputStream in = Objects.requireNonNull(CatalogueFile.class.getResourceAsStream(RESOURCE))) {
            return parse(new String(in.readAllBytes(), StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The catalogue of the text. @throws WrongCatalogue naming every fault */
    static Catalogue parse(String text) {
        CatalogueFile file = new CatalogueFile();
        CatalogueBlock.split(text.lines().toList(), file.faults).forEach(file::read);
        if (file.faults.isEmpty() && file.variables.isEmpty()) {
            file.faults.add("regel 1: no variables");
        }
        if (!file.faults.isEmpty()) {
            throw new WrongCatalogue(file.faults);
        }
        return new Catalogue(file.variables.values());
    }

    private void read(CatalogueBlock block) {
        try {
            switch (block.kind()) {
                case "dataset" -> once(datasets.put(block.name(), dataset(block)), block);
                case "codelijst" -> once(codeLists.put(block.name(), CodeListBlock.read(block)), block);
                case "variabele" -> {
                    Variable variable = new VariableBlock(block, datasets, codeLists).read();
                    once(variables.put(variable.name(), variable), block);
                }
                default -> throw new IllegalArgumentException("unknown block " + block.kind());
            }
            block.requireAllUsed();
        } catch (IllegalArgumentException e) {
            faults.add("regel " + block.line() + ": " + block.kind() + " " + block.name() + ": " + e.getMessage());
        }
    }

    private static void once(@Nullable Object before, CatalogueBlock block) {
        if (Optional.ofNullable(before).isPresent()) {
            throw new IllegalArgumentException("occurs twice");
        }
        block.requireName();
    }

    private static Dataset dataset(CatalogueBlock block) {
        String view = block.required("bron");
        if (!view.matches("[a-z]+\\.[a-z_]+_view")) {
            throw new IllegalArgumentException("bron is a schema-qualified cold view");
        }
        boolean register = block.choice("soort", "lvs", "register") == 1;
        Label meaning = new Label(block.required("betekenis"), block.required("meaning"));
        boolean years = block.choice("schooljaren", "nee", "ja") == 1;
        return new Dataset(block.name(), block.label(), meaning, view, register, years);
    }
}
