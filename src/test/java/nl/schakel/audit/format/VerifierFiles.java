package nl.schakel.audit.format;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** The made-up log as files, whole and not whole, with what it is judged by. */
public final class VerifierFiles {
    private VerifierFiles() {}

    private static Map<String, String> files() {
        Map<String, String> files = new LinkedHashMap<>();
        files.put("bundel", ABundle.ofADay().text());
        files.put("teruggezet", ABundle.ofADay().cut(13).text());
        files.put(
                "veranderd",
                new Lines(ABundle.ofADay().text())
                        .change(5, "operator", "operatos")
                        .text());
        files.put("ongetuigd", ABundle.ofADay().signedBy(ABundle.LOG).text());
        files.put("beleid", ABundle.policy());
        files.put("zonder-getuigen", ABundle.policyWithoutWitnesses());
        files.put("ondertekenaar", ABundle.SIGNER.key().line() + "\n");
        return files;
    }

    /** Writes them all. */
    public static void write(Path folder) throws IOException {
        for (Map.Entry<String, String> file : files().entrySet()) {
            Files.writeString(folder.resolve(file.getKey()), file.getValue());
        }
    }

    /** Their names, and one more. */
    public static List<String> namesWith(String more) {
        return Stream.concat(files().keySet().stream(), Stream.of(more)).toList();
    }
}
