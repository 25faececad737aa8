package nl.schakel.demo.client;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import nl.schakel.demo.PlayPlan;
import nl.schakel.demo.PlayStopped;

/** The researcher's own machine: makes a key pair, fetches, decrypts and verifies by the {@code schakel} command. */
final class ResearcherTool {
    private final PlayPlan plan;
    private final Path key;

    ResearcherTool(PlayPlan plan) throws IOException {
        this.plan = plan;
        this.key = plan.output().resolve("sleutel.txt");
        Files.createDirectories(plan.output());
    }

    /** Makes the key pair where there is none; the private half stays in the output folder. Returns the public half. */
    String publicKey() throws IOException, InterruptedException {
        Files.deleteIfExists(key);
        return run(List.of("sleutelpaar", "--uit", key.toString())).strip();
    }

    /** Fetches, decrypts and verifies; what the command says. */
    String fetch(String release, Account account) throws IOException, InterruptedException {
        Path token = plan.output().resolve("token.txt");
        Files.deleteIfExists(token);
        Files.createFile(token, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        Files.writeString(token, account.token());
        try {
            return run(List.of(
                    "haal",
                    release,
                    "--url",
                    plan.service().toString(),
                    "--token-bestand",
                    token.toString(),
                    "--sleutel",
                    key.toString(),
                    "--naar",
                    plan.output().toString()));
        } finally {
            Files.deleteIfExists(token);
        }
    }

    private String run(List<String> arguments) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(plan.tool());
        command.addAll(arguments);
        Path errors = Files.createTempFile(plan.output(), "haal", ".txt");
        Process process =
                new ProcessBuilder(command).redirectError(errors.toFile()).start();
        process.getOutputStream().close();
        String output = new String(process.getInputStream().readAllBytes(), java.nio.charset.StandardCharsets.UTF_8);
        int exit = process.waitFor();
        String complaint = Files.readString(errors);
        Files.delete(errors);
        if (exit != 0) {
            throw new PlayStopped("schakel " + arguments.get(0) + ": " + exit + " " + complaint.strip());
        }
        return output;
    }
}
