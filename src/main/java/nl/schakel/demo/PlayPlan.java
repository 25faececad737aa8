package nl.schakel.demo;

import java.net.URI;
import java.nio.file.Path;
import java.util.List;

/**
 * What to play.
 *
 * @param service where the service answers, without a path
 * @param world the folder of {@code demo-wereld}
 * @param output a folder for the researcher's key, the package and what was in it
 * @param tool the command line of {@code schakel}, program first, to which the subcommand is added
 */
public record PlayPlan(URI service, Path world, Path output, List<String> tool) {
    /** Takes a copy. */
    public PlayPlan {
        tool = List.copyOf(tool);
    }
}
