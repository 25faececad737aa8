package nl.schakel.audit.command;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.ServiceLoader;
import java.util.concurrent.CountDownLatch;
import nl.schakel.audit.ASigner;
import nl.schakel.audit.Cosigner;
import nl.schakel.audit.NoteSignature;
import nl.schakel.audit.Signatures;
import nl.schakel.audit.VerificationKey;
import nl.schakel.audit.Witness;
import nl.schakel.audit.WitnessFolder;

/** A process in which a witness has remembered a checkpoint and is about to sign it; there it waits to be killed. */
final class StoppedWitness {
    private StoppedWitness() {}

    /** Arguments: the folder, the line of the log's key, and the request. */
    public static void main(String[] arguments) {
        List<VerificationKey> logs = List.of(VerificationKey.read(arguments[1]));
        Signatures check = ServiceLoader.load(Signatures.class).findFirst().orElseThrow();
        try (WitnessFolder memory = WitnessFolder.open(Path.of(arguments[0]))) {
            Witness witness = new Witness(new Witness.Tools(logs, new Stopping(), memory, check), Clock.systemUTC());
            System.out.println(witness.add(arguments[2].getBytes(StandardCharsets.UTF_8)));
        }
    }

    private static final class Stopping implements Cosigner {
        @Override
        public List<VerificationKey> keys() {
            return List.of(ASigner.witness("getuige.example/w", 3).key());
        }

        @Override
        public List<NoteSignature> cosign(String text, long time) {
            System.out.println("@stopped");
            try {
                new CountDownLatch(1).await();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
            return List.of();
        }
    }
}
