package nl.schakel.demo;

import java.io.IOException;
import java.nio.file.Path;

/** Makes a world and writes it, one school at a time. */
public final class MakeWorld {
    private static final String TASK = "Wereld maken";

    private final WorldWriter writer;
    private final Progress progress;

    /** Writes by this writer, tells this progress. */
    public MakeWorld(WorldWriter writer, Progress progress) {
        this.writer = writer;
        this.progress = progress;
    }

    /**
     * Makes the world of a plan in an empty or absent folder.
     *
     * @throws IOException where the folder is not empty or cannot be written
     */
    public WorldCounts into(Path folder, WorldPlan plan) throws IOException {
        try (WorldWriter.Session session = writer.open(folder, plan)) {
            World world = new World(plan);
            for (int done = 1; world.hasNext(); done++) {
                session.write(world.next());
                progress.at(TASK, done, plan.schools());
            }
            WorldCounts counts = session.finish();
            progress.ended(TASK, counts.children() + " kinderen, " + counts.results() + " resultaten");
            return counts;
        }
    }
}
