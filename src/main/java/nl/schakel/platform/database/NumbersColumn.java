package nl.schakel.platform.database;

import jakarta.persistence.AttributeConverter;
import jakarta.persistence.Converter;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Whole numbers of a row in a column {@code integer[]}, in their order. */
@Converter
public class NumbersColumn implements AttributeConverter<List<Integer>, Integer[]> {
    @Override
    public Integer @Nullable [] convertToDatabaseColumn(@Nullable List<Integer> numbers) {
        return numbers == null ? null : numbers.toArray(Integer[]::new);
    }

    @Override
    public @Nullable List<Integer> convertToEntityAttribute(Integer @Nullable [] column) {
        return column == null ? null : List.of(column);
    }
}
