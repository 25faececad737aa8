package nl.schakel.audit;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** Cosignatures of a log in memory, which can be put back to an earlier state as a database can. */
public final class InMemoryCosignatures implements Cosignatures {
    private final TreeMap<Long, StoredCheckpoint> checkpoints = new TreeMap<>();
    private final Map<Long, Map<String, CheckedLine>> lines = new TreeMap<>();
    private final Map<String, WitnessContact> contacts = new HashMap<>();

    /** Adds a signed checkpoint. */
    public void publish(Checkpoint checkpoint, Note note, Instant t) {
        checkpoints.put(checkpoint.size(), new StoredCheckpoint(checkpoint, t, Optional.of(note.value())));
    }

    /** A copy, as a backup is. */
    public InMemoryCosignatures backup() {
        InMemoryCosignatures copy = new InMemoryCosignatures();
        copy.checkpoints.putAll(checkpoints);
        lines.forEach((size, each) -> copy.lines.put(size, new TreeMap<>(each)));
        copy.contacts.putAll(contacts);
        return copy;
    }

    /** How far it is witnessed. */
    public WitnessState state(WitnessPolicy policy) {
        List<WitnessState.SignedSize> sizes = checkpoints.descendingMap().values().stream()
                .map(stored -> new WitnessState.SignedSize(
                        stored.checkpoint().size(),
                        stored.t(),
                        lines.getOrDefault(stored.checkpoint().size(), Map.of()).keySet()))
                .toList();
        return WitnessState.of(policy, sizes, List.copyOf(contacts.values()));
    }

    @Override
    public Optional<StoredCheckpoint> newestSigned() {
        return Optional.ofNullable(checkpoints.lastEntry()).map(Map.Entry::getValue);
    }

    @Override
    public List<NoteSignature> lines(long size) {
        return new ArrayList<>(lines.getOrDefault(size, Map.of()).values())
                .stream().map(CheckedLine::line).collect(Collectors.toList());
    }

    @Override
    public void add(long size, VerificationKey witness, CheckedLine line) {
        lines.computeIfAbsent(size, each -> new TreeMap<>()).putIfAbsent(WitnessContact.named(witness), line);
    }

    @Override
    public Optional<WitnessContact> contact(VerificationKey witness) {
        return Optional.ofNullable(contacts.get(WitnessContact.named(witness)));
    }

    @Override
    public void remember(WitnessContact contact) {
        contacts.put(contact.witness(), contact);
    }
}
