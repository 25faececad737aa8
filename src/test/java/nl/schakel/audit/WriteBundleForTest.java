package nl.schakel.audit;

import java.io.Writer;
import java.util.List;

/** Writes a bundle outside the container. */
public final class WriteBundleForTest {
    private WriteBundleForTest() {}

    /** Writes with these lists of later features. */
    public static void write(LogCopy copy, List<ReleaseNotes> notes, LogExtent extent, Writer out) {
        new WriteBundle(copy, notes).write(extent, out);
    }
}
