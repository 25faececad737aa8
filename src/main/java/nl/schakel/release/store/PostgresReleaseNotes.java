package nl.schakel.release.store;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import nl.schakel.audit.LogExtent;
import nl.schakel.audit.ReleaseNotes;
import nl.schakel.audit.SignedNote;
import nl.schakel.platform.database.Database;
import nl.schakel.platform.database.Statements;
import nl.schakel.platform.database.Zone;

/** The signed lists of variables in {@code release.release}, asked as the auditor, who sees nothing else of it. */
@Dependent
public class PostgresReleaseNotes implements ReleaseNotes {
    private final Statements statements;

    /** Asks this database. */
    @Inject
    public PostgresReleaseNotes(Database database) {
        this.statements = database.statements(Zone.AUDITOR);
    }

    private record Listed(String path, ReleaseNote note) {}

    @Override
    public List<ReleaseNote> of(LogExtent extent) {
        List<String> paths = statements.list(
                "select e.obj from audit.entry e where e.seq >= ? and e.seq < ? and e.kind = 'rel'"
                        + " and e.act = 'release.release' order by e.seq",
                row -> row.getString(1),
                extent.from(),
                extent.to());
        Map<String, Listed> listed = statements
                .list(
                        "select path, release, variables from release.variables_of(?)",
                        row -> new Listed(
                                row.getString(1),
                                new ReleaseNote(row.getObject(2, UUID.class), new SignedNote(row.getString(3)))),
                        (Object) paths.toArray(String[]::new))
                .stream()
                .collect(Collectors.toMap(Listed::path, Function.identity(), (one, same) -> one));
        return paths.stream()
                .map(listed::get)
                .filter(Objects::nonNull)
                .map(Listed::note)
                .toList();
    }
}
