package nl.schakel.demo;

import java.io.IOException;

/** Port: plays every user of a world against the public API. Found by {@link java.util.ServiceLoader}. */
public interface Player {
    /**
     * Plays once, from the first upload to the verified extract.
     *
     * @throws IOException where the service cannot be reached
     * @throws PlayStopped where the service answered otherwise than the play needs
     */
    PlayReport play(PlayPlan plan, Progress progress) throws IOException, InterruptedException;
}
