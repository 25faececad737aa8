package nl.schakel.platform.database;

import jakarta.persistence.AttributeConverter;
import jakarta.persistence.Converter;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * An id of a row in a column {@code uuid}. Applies to every row by itself: the provider's own converter sends the ids of
 * embedded rows as texts, which PostgreSQL does not take.
 */
@Converter(autoApply = true)
public class IdColumn implements AttributeConverter<UUID, UUID> {
    @Override
    public @Nullable UUID convertToDatabaseColumn(@Nullable UUID id) {
        return id;
    }

    @Override
    public @Nullable UUID convertToEntityAttribute(@Nullable UUID column) {
        return column;
    }
}
