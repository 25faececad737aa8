package nl.schakel.startup.command;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;

/**
 * The launcher with a control line: reads {@code deploy NAME WAR} and {@code undeploy NAME} from standard input, so that
 * one server serves the real application and every test archive. Lives in test sources: the product has no such door.
 */
public final class TestServer {
    private TestServer() {}

    /** Starts the product, then obeys until standard input ends. */
    public static void main(String[] arguments) throws IOException {
        Launcher launcher = Launcher.launch(new Settings(System.getenv()));
        try (BufferedReader commands = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8))) {
            for (String line = commands.readLine(); line != null; line = commands.readLine()) {
                System.out.println(answer(launcher, line.split(" ", 3)));
            }
        }
        System.exit(0);
    }

    private static String answer(Launcher launcher, String[] words) {
        try {
            if (words[0].equals("deploy")) {
                launcher.server().deploy(words[1], "/" + words[1], Path.of(words[2]));
            } else {
                launcher.server().undeploy(words[1]);
            }
            return "@done " + words[1];
        } catch (StartupFailure e) {
            return "@failed " + words[1];
        }
    }
}
