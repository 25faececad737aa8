package nl.schakel.delivery.command;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.PipedInputStream;
import java.io.PipedOutputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.ServiceLoader;
import java.util.UUID;
import java.util.function.Supplier;
import nl.schakel.delivery.DeliveryRefused;
import nl.schakel.delivery.FileStripper;
import nl.schakel.delivery.NumberMode;
import nl.schakel.delivery.SchoolUploads;
import nl.schakel.platform.work.Subcommand;
import nl.schakel.pseudonym.BlindClient;
import nl.schakel.pseudonym.Canaries;
import nl.schakel.pseudonym.EvaluatedNumber;
import nl.schakel.pupil.Pgn;
import nl.schakel.school.SchoolYear;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/**
 * {@code schakel upload}: delivers a school's file. With {@code --blind} the file is read twice: for its numbers, which are
 * evaluated blind, and to write without numbers, names, addresses and days of birth what is sent. Numbers are in memory
 * only.
 */
@Command(
        name = "upload",
        mixinStandardHelpOptions = true,
        description = "Levert een bestand van een school in, desgewenst zonder dat nummers de school verlaten.")
public final class UploadCommand implements Subcommand {
    @Option(names = "--bestand", required = true, description = "Het bestand: EDEXML, UWLR of CSV.")
    private Path file = Path.of("");

    @Option(
            names = "--adres",
            required = true,
            description = "Adres van de dienst, bijvoorbeeld https://schakel.example")
    private URI service = URI.create("");

    @Option(names = "--token-bestand", required = true, description = "Bestand met het API-token van de school.")
    private Path tokenFile = Path.of("");

    @Option(names = "--blind", description = "Vervang de nummers hier en haal namen, adressen en geboortedag eruit.")
    private boolean blind;

    @Option(
            names = "--kanaries",
            description =
                    "Bij --blind: bestand waarin de uitkomst van de kanaries blijft staan; het eerste gebruik maakt het.")
    private @Nullable Path pinFile;

    @Option(
            names = "--nieuwe-sleutel",
            paramLabel = "HEX[,HEX]",
            description =
                    "Bij --blind, de eerste keer en als de dienst van sleutel wisselt: de openbare sleutel uit de brief"
                            + " van de privacyfunctionaris. De eerste keer terwijl zij wisselt: de nieuwe, een komma en de"
                            + " vorige. Met een andere sleutel wordt er niets verstuurd.")
    private @Nullable String newKey;

    @Option(names = "--schooljaar", description = "Voor CSV, bijvoorbeeld 2021-2022.")
    private @Nullable String year;

    @Option(names = "--vestiging", description = "Voor CSV: twee cijfers.")
    private @Nullable String site;

    @Option(names = "--proef", description = "Alleen controleren; er wordt niets opgeslagen.")
    private boolean trial;

    @Option(names = "--verzendsleutel", description = "Dezelfde sleutel met hetzelfde bestand heeft één keer gevolg.")
    private @Nullable String key;

    @Spec
    @SuppressWarnings("NullAway.Init")
    private CommandSpec spec;

    private final LocalDate today = SchoolYear.dayOf(Clock.systemUTC().instant());

    @Override
    public void run() {
        try {
            SchoolUploads.Session session = tool(SchoolUploads.class)
                    .at(service, Files.readString(tokenFile).strip());
            SchoolUploads.Answer answer =
                    session.deliver(query(), sentKey(), blind ? stripped(numbers(session)) : this::opened);
            spec.commandLine().getOut().println(answer.body());
            if (!answer.accepted()) {
                throw new SchoolUploads.NotDelivered("niet ingeleverd");
            }
        } catch (DeliveryRefused e) {
            throw new SchoolUploads.NotDelivered("het bestand is niet te gebruiken: " + e.slug(), e);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Map<String, String> query() {
        Map<String, String> query = new LinkedHashMap<>();
        query.put("wijze", (blind ? NumberMode.BLIND : NumberMode.DIRECT).dutch());
        query.put("proef", Boolean.toString(trial));
        Optional.ofNullable(year).ifPresent(text -> query.put("schooljaar", text));
        Optional.ofNullable(site).ifPresent(text -> query.put("vestiging", text));
        return query;
    }

    private String sentKey() {
        return key == null ? UUID.randomUUID().toString() : key;
    }

    private InputStream opened() {
        try {
            return Files.newInputStream(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The evaluated numbers of the file, in file order. */
    private List<EvaluatedNumber> numbers(SchoolUploads.Session session) throws IOException {
        if (pinFile == null) {
            throw new SchoolUploads.NotDelivered("--blind vraagt ook --kanaries BESTAND");
        }
        List<Pgn> numbers = new ArrayList<>();
        try (InputStream bytes = opened()) {
            tool(FileStripper.class)
                    .strip(
                            bytes,
                            OutputStream.nullOutputStream(),
                            number -> {
                                numbers.add(number);
                                return "";
                            },
                            today);
        }
        List<Canaries> pinned = new PinnedCanaries(pinFile, newKey).agreed(session.canaries());
        List<EvaluatedNumber> evaluated = tool(BlindClient.class).evaluate(numbers, pinned, session);
        spec.commandLine().getErr().println("Nummers vervangen: " + numbers.size());
        return evaluated;
    }

    /** The stripped file, written by a thread while the request reads it. */
    private Supplier<InputStream> stripped(List<EvaluatedNumber> numbers) {
        return () -> {
            try {
                PipedInputStream reading = new PipedInputStream(1 << 16);
                PipedOutputStream writing = new PipedOutputStream(reading);
                Pipe pipe = new Pipe(reading);
                Thread writer = new Thread(() -> write(numbers.iterator(), writing, pipe), "stripper");
                writer.setDaemon(true);
                writer.start();
                return pipe;
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        };
    }

    private void write(Iterator<EvaluatedNumber> numbers, PipedOutputStream writing, Pipe pipe) {
        try (writing;
                InputStream bytes = opened()) {
            tool(FileStripper.class)
                    .strip(bytes, writing, number -> numbers.next().text(), today);
            pipe.complete = !numbers.hasNext();
        } catch (IOException | RuntimeException e) {
            pipe.complete = false;
        }
    }

    /** Breaks off instead of ending where the file was not written to its end, or has changed meanwhile. */
    private static final class Pipe extends FilterInputStream {
        private volatile boolean complete;

        Pipe(InputStream in) {
            super(in);
        }

        @Override
        public int read(byte[] bytes, int from, int length) throws IOException {
            int count = in.read(bytes, from, length);
            if (count < 0 && !complete) {
                throw new IOException("the file changed while it was sent");
            }
            return count;
        }
    }

    private static <T> T tool(Class<T> type) {
        return ServiceLoader.load(type)
                .findFirst()
                .orElseThrow(() -> new IllegalStateException(type.getSimpleName() + " ontbreekt op het klassepad"));
    }
}
