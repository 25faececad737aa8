package nl.schakel.catalogue;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class CatalogueTest {
    @Test
    void the_standard_catalogue_loads() {
        assertThat(Catalogue.standard().variables()).isNotEmpty();
    }
}
