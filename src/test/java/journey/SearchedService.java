package journey;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import nl.schakel.testserver.RunningService;
import org.postgresql.PGConnection;

/** Searches what a running service leaves behind for planted values. */
record SearchedService(RunningService service, CanaryScanner scanner) {
    /**
     * The outcome of a search.
     *
     * @param places where something was found, with the encodings
     * @param searched how many files, rows or processes were looked at
     */
    record Found(Map<String, Set<String>> places, long searched) {}

    /** Every row of every table, as the database writes it out: a dump. */
    Found tables() throws SQLException, IOException {
        Map<String, Set<String>> places = new TreeMap<>();
        long rows = 0;
        try (Connection connection = service.superuser()) {
            for (String table : names(connection)) {
                ByteArrayOutputStream text = new ByteArrayOutputStream();
                rows += connection
                        .unwrap(PGConnection.class)
                        .getCopyAPI()
                        .copyOut("copy (select * from " + table + ") to stdout", text);
                report(places, table, scanner.scan(text.toByteArray()));
            }
        }
        return new Found(places, rows);
    }

    /** Every file below a folder, the database's own and its journal among them, after all was written to them. */
    Found files(Path folder) throws SQLException, IOException {
        try (Connection connection = service.superuser();
                Statement statement = connection.createStatement()) {
            statement.execute("checkpoint");
        }
        Search search = new Search(folder);
        Files.walkFileTree(folder, search);
        if (search.files == 0) {
            throw new IllegalStateException("nothing to search in " + folder);
        }
        return new Found(search.places, search.files);
    }

    /** Environment and command line of the service, of the processes that it started and of the database's. */
    Found processes() throws IOException {
        Map<String, Set<String>> places = new TreeMap<>();
        List<Long> pids = new ArrayList<>(List.of(service.pid()));
        long database = Long.parseLong(Files.readAllLines(service.home().resolve("pgdata/postmaster.pid"))
                .get(0));
        for (ProcessHandle root : Stream.of(service.pid(), database)
                .flatMap(pid -> ProcessHandle.of(pid).stream())
                .toList()) {
            pids.add(root.pid());
            root.descendants().map(ProcessHandle::pid).forEach(pids::add);
        }
        for (long pid : pids) {
            for (String what : List.of("environ", "cmdline")) {
                Path file = Path.of("/proc", Long.toString(pid), what);
                if (Files.isReadable(file)) {
                    report(places, file.toString(), scanner.scan(Files.readAllBytes(file)));
                }
            }
        }
        return new Found(places, pids.size());
    }

    private static void report(Map<String, Set<String>> places, String place, Set<String> encodings) {
        if (!encodings.isEmpty()) {
            places.put(place, encodings);
        }
    }

    private static List<String> names(Connection connection) throws SQLException {
        List<String> tables = new ArrayList<>();
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery("select format('%I.%I', schemaname, tablename) from pg_tables "
                        + "where schemaname not in ('pg_catalog', 'information_schema')")) {
            while (rows.next()) {
                tables.add(rows.getString(1));
            }
        }
        return tables;
    }

    private final class Search extends SimpleFileVisitor<Path> {
        private final Path folder;
        private final Map<String, Set<String>> places = new TreeMap<>();
        private long files;

        Search(Path folder) {
            this.folder = folder;
        }

        @Override
        public FileVisitResult preVisitDirectory(Path directory, BasicFileAttributes attributes) {
            // unpacked programs, identical on every machine
            String name = folder.relativize(directory).toString();
            boolean program = name.equals("server") || name.equals("pgbin");
            return program ? FileVisitResult.SKIP_SUBTREE : FileVisitResult.CONTINUE;
        }

        @Override
        public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
            try (InputStream stream = Files.newInputStream(file)) {
                report(places, folder.relativize(file).toString(), scanner.scan(stream));
                files++;
            }
            return FileVisitResult.CONTINUE;
        }

        @Override
        public FileVisitResult visitFileFailed(Path file, IOException gone) {
            // the running database removes files of its own
            return FileVisitResult.CONTINUE;
        }
    }
}
