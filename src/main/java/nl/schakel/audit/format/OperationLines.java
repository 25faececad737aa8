package nl.schakel.audit.format;

import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import nl.schakel.audit.LogFault.Place;
import nl.schakel.audit.LogFaultCode;
import nl.schakel.audit.TreeHash;
import org.jspecify.annotations.Nullable;

/** Lines of operations, all of an operation or none, held against the count and root in its entry. */
final class OperationLines implements Closeable {
    /** The most lines of an attachment; only the last of an operation has fewer. */
    static final int BLOCK = 1000;

    private static final Map<String, Predicate<@Nullable Object>> FORMS = Map.of(
            "n", EntryForm::isCount,
            "operation",
                    value -> value instanceof String text
                            && EntryForm.ID.matcher(text).matches(),
            "subjects", value -> value instanceof String text && block(text));

    private final Attachments attachments;
    private final Faults faults;
    private long right;
    private long leftOut;

    OperationLines(Path file, BundleMap bundle, Faults faults) throws IOException {
        this.attachments = new Attachments(file, bundle.operations(), FORMS, faults);
        this.faults = faults;
    }

    private static boolean block(String base64) {
        return BundleMap.base64(base64)
                .filter(bytes -> bytes.length > 0
                        && bytes.length <= BLOCK * TreeHash.LENGTH
                        && bytes.length % TreeHash.LENGTH == 0)
                .isPresent();
    }

    /** Holds the lines of an operation against its entry. */
    void check(CheckedEntry entry) throws IOException, Unreadable {
        long stated = entry.count("lines");
        String id = entry.place().id();
        if (stated == 0 || attachments.of("operation", id).isEmpty()) {
            leftOut += stated;
            return;
        }
        TreeHash tree = read(entry.place());
        if (tree.size() != stated) {
            faults.add(LogFaultCode.LINE_COUNT, entry.place().member("lines"));
        } else if (!HexFormat.of().formatHex(tree.root()).equals(entry.text("root"))) {
            faults.add(LogFaultCode.LINE_ROOT, entry.place().member("root"));
        } else {
            right += stated;
        }
    }

    private TreeHash read(Place entry) throws IOException, Unreadable {
        TreeHash tree = new TreeHash();
        Optional<Attachments.Attachment> block = attachments.of("operation", entry.id());
        while (block.isPresent()) {
            Place place = new Place(block.get().line(), entry.seq(), entry.id(), "");
            if (!Double.valueOf((double) tree.size())
                    .equals(block.get().members().get("n"))) {
                faults.add(LogFaultCode.ATTACHMENT, place.member("n"));
            }
            byte[] subjects = BundleMap.base64(block.get().text("subjects")).orElseThrow();
            for (int at = 0; at < subjects.length; at += TreeHash.LENGTH) {
                tree.add(Arrays.copyOfRange(subjects, at, at + TreeHash.LENGTH));
            }
            attachments.take();
            block = attachments.of("operation", entry.id());
            if (block.isPresent() && subjects.length < BLOCK * TreeHash.LENGTH) {
                faults.add(LogFaultCode.ATTACHMENT, place.member("subjects"));
            }
        }
        return tree;
    }

    void requireNoneLeft() throws IOException, Unreadable {
        attachments.requireNoneLeft();
    }

    long right() {
        return right;
    }

    long leftOut() {
        return leftOut;
    }

    @Override
    public void close() throws IOException {
        attachments.close();
    }
}
