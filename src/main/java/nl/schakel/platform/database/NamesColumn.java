package nl.schakel.platform.database;

import jakarta.persistence.AttributeConverter;
import jakarta.persistence.Converter;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Names of a row in a column {@code text[]}, in their order. */
@Converter
public class NamesColumn implements AttributeConverter<List<String>, String[]> {
    @Override
    public String @Nullable [] convertToDatabaseColumn(@Nullable List<String> names) {
        return names == null ? null : names.toArray(String[]::new);
    }

    @Override
    public @Nullable List<String> convertToEntityAttribute(String @Nullable [] column) {
        return column == null ? null : List.of(column);
    }
}
