package nl.schakel.audit;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * A text with one or more signature lines, read strictly: UTF-8, no control character but newline, an empty line between the two
 * parts. Who signed is known only after {@link #signedBy}. Immutable and thread-safe. Source: C2SP signed-note.
 *
 * @param text what is signed, not empty, ends in a newline
 * @param signatures the lines, in order; 1 to 64
 */
public record Note(String text, List<NoteSignature> signatures) {
    /** The most signature lines of a note. */
    public static final int MAX_SIGNATURES = 64;

    /** The most bytes of a note: {@value}. */
    public static final int MAX_LENGTH = 1 << 20;

    /** @throws IllegalArgumentException where text or number of signatures is not that of a note */
    public Note {
        signatures = List.copyOf(signatures);
        boolean whole = text.endsWith("\n") && StrictText.printable(text);
        if (!whole || signatures.isEmpty() || signatures.size() > MAX_SIGNATURES) {
            throw new IllegalArgumentException("not a note");
        }
    }

    /** The note in these bytes. @throws EvidenceRejected where they are none */
    public static Note read(byte[] bytes) {
        if (bytes.length > MAX_LENGTH) {
            throw new EvidenceRejected("de ondertekende tekst is te lang");
        }
        return read(StrictText.utf8(bytes)
                .orElseThrow(() -> new EvidenceRejected("de ondertekende tekst is geen geldige UTF-8")));
    }

    /** The note in this text. @throws EvidenceRejected where it is none */
    public static Note read(String value) {
        int split = value.lastIndexOf("\n\n");
        if (value.length() > MAX_LENGTH || !StrictText.printable(value)) {
            throw new EvidenceRejected("de ondertekende tekst is te lang of bevat tekens die niet mogen");
        }
        if (split < 0 || !value.endsWith("\n") || split + 2 == value.length()) {
            throw new EvidenceRejected("er ontbreekt een lege regel met daaronder een handtekening");
        }
        List<NoteSignature> signatures = new ArrayList<>();
        for (String line : value.substring(split + 2, value.length() - 1).split("\n", -1)) {
            int number = signatures.size() + 1;
            signatures.add(NoteSignature.read(line)
                    .orElseThrow(() -> new EvidenceRejected("handtekening " + number + " heeft niet de juiste vorm")));
            if (number > MAX_SIGNATURES) {
                throw new EvidenceRejected("er staan meer dan " + MAX_SIGNATURES + " handtekeningen");
            }
        }
        return new Note(value.substring(0, split + 1), signatures);
    }

    /** The whole note, as it is handed over. */
    public String value() {
        return text + "\n" + signatures.stream().map(NoteSignature::line).collect(Collectors.joining());
    }

    /** The bytes that a signature over the text alone is made of. */
    public byte[] textBytes() {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    /** The same note with these lines added; lines that it has already are not added again. */
    public Note with(List<NoteSignature> more) {
        List<NoteSignature> all = new ArrayList<>(signatures);
        more.stream().filter(line -> !all.contains(line)).forEach(all::add);
        return new Note(text, all);
    }

    /**
     * Whether this key signed the text.
     *
     * @throws EvidenceRejected where a line is said to be of this key and is wrong: then the note as a whole is not to be believed
     */
    public boolean signedBy(VerificationKey key, Signatures check) {
        return signature(key, check).isPresent();
    }

    /**
     * The signature of this key, checked.
     *
     * @return empty where no line is said to be of this key; the first where there are several
     * @throws EvidenceRejected where a line is said to be of this key and is wrong
     */
    public Optional<CheckedSignature> signature(VerificationKey key, Signatures check) {
        return signatures.stream()
                .filter(line -> line.isOf(key))
                .map(line -> CheckedSignature.of(text, line, key, check))
                .toList()
                .stream()
                .findFirst();
    }
}
