package nl.schakel.catalogue;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The pages of the catalogue are what the catalogue says. {@code -Dschakel.docs.write=true} writes them anew. */
class CatalogueDocsTest {
    private static final Path FOLDER = Path.of("docs/catalogue");

    @Test
    void there_is_one_page_for_each_dataset_and_it_is_up_to_date() throws IOException {
        Map<String, String> pages = pages();
        if (Boolean.getBoolean("schakel.docs.write")) {
            Files.createDirectories(FOLDER);
            for (Map.Entry<String, String> page : pages.entrySet()) {
                Files.writeString(FOLDER.resolve(page.getKey()), page.getValue());
            }
        }
        try (Stream<Path> files = Files.list(FOLDER)) {
            assertThat(files.map(file -> file.getFileName().toString()).collect(Collectors.toSet()))
                    .isEqualTo(pages.keySet());
        }
        for (Map.Entry<String, String> page : pages.entrySet()) {
            assertThat(Files.readString(FOLDER.resolve(page.getKey())))
                    .as(page.getKey())
                    .isEqualTo(page.getValue());
        }
    }

    private static Map<String, String> pages() {
        Catalogue catalogue = Catalogue.standard();
        Map<String, String> pages = new TreeMap<>();
        pages.put("README.md", CatalogueMarkdown.overview(catalogue));
        for (Dataset dataset : catalogue.datasets()) {
            pages.put(dataset.name() + ".md", CatalogueMarkdown.page(catalogue, dataset));
        }
        return pages;
    }
}
