package nl.schakel.audit.format;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.Closeable;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import nl.schakel.audit.LogFault.Place;

/**
 * Finds identifiers that come twice, in bounded memory: beyond {@link #KEPT} they go to temporary files by their last bits,
 * each of which is looked through by itself at the end. Not thread-safe.
 */
final class SeenIds implements Closeable {
    /** How many identifiers are held in memory before files are used. */
    static final int KEPT = 100_000;

    private static final int FILES = 256;

    private final int kept;
    private final Map<UUID, Place> first = new HashMap<>();
    private final List<Path> files = new ArrayList<>();
    private final List<DataOutputStream> outs = new ArrayList<>();

    SeenIds(int kept) {
        this.kept = kept;
    }

    /** Adds an identifier; true where it is known at once to have come before. */
    boolean repeats(UUID id, Place place) throws IOException {
        if (files.isEmpty() && first.size() < kept) {
            return first.putIfAbsent(id, place) != null;
        }
        if (files.isEmpty()) {
            spill();
        }
        write(id, place);
        return false;
    }

    private void spill() throws IOException {
        for (int i = 0; i < FILES; i++) {
            Path file = Files.createTempFile("schakel-verify", ".ids");
            files.add(file);
            outs.add(new DataOutputStream(new BufferedOutputStream(Files.newOutputStream(file))));
        }
        for (Map.Entry<UUID, Place> entry : first.entrySet()) {
            write(entry.getKey(), entry.getValue());
        }
        first.clear();
    }

    private void write(UUID id, Place place) throws IOException {
        DataOutputStream out = outs.get((int) (id.getLeastSignificantBits() & (FILES - 1)));
        out.writeLong(id.getMostSignificantBits());
        out.writeLong(id.getLeastSignificantBits());
        out.writeLong(place.line());
        out.writeLong(place.seq());
    }

    /** The places of identifiers that {@link #repeats} could not tell at once. */
    List<Place> repeated() throws IOException {
        List<Place> places = new ArrayList<>();
        for (int i = 0; i < files.size(); i++) {
            outs.get(i).close();
            places.addAll(repeated(files.get(i)));
        }
        return places;
    }

    private static List<Place> repeated(Path file) throws IOException {
        List<Place> places = new ArrayList<>();
        Set<UUID> seen = new HashSet<>();
        long left = Files.size(file) / (4 * Long.BYTES);
        try (DataInputStream in = new DataInputStream(new BufferedInputStream(Files.newInputStream(file)))) {
            for (; left > 0; left--) {
                UUID id = new UUID(in.readLong(), in.readLong());
                Place place = new Place(in.readLong(), in.readLong(), id.toString(), "id");
                if (!seen.add(id)) {
                    places.add(place);
                }
            }
        }
        return places;
    }

    @Override
    public void close() throws IOException {
        for (DataOutputStream out : outs) {
            out.close();
        }
        for (Path file : files) {
            Files.deleteIfExists(file);
        }
    }
}
