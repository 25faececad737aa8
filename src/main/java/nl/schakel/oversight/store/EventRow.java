package nl.schakel.oversight.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.List;
import nl.schakel.consent.Choice;
import nl.schakel.consent.Giver;
import nl.schakel.delivery.DeliveryState;
import nl.schakel.delivery.Part;
import nl.schakel.linkage.Outcome;
import nl.schakel.oversight.PupilEvent;

/** A row of {@code oversight.events}: the codes of the tables become the words that the API has for them elsewhere. */
final class EventRow {
    private EventRow() {}

    /** Columns {@code moment, kind, place, content, state}. */
    static PupilEvent read(ResultSet row) throws SQLException {
        String kind = row.getString(2);
        return new PupilEvent(
                row.getObject(1, OffsetDateTime.class).toInstant(),
                kind,
                row.getString(3),
                content(kind, List.of((String[]) row.getArray(4).getArray())),
                state(kind, row.getString(5)));
    }

    private static List<String> content(String kind, List<String> parts) {
        return switch (kind) {
            case "levering" -> List.of(parts.get(0), Part.valueOf(parts.get(1)).dutch());
            case "toestemming" ->
                List.of(parts.get(0), parts.get(1), Giver.valueOf(parts.get(2)).word());
            default -> parts;
        };
    }

    private static String state(String kind, String code) {
        return switch (kind) {
            case "levering" -> DeliveryState.valueOf(code).dutch();
            case "koppeling" -> Outcome.valueOf(code).dutch();
            case "toestemming" -> Choice.valueOf(code).word();
            default -> code;
        };
    }
}
