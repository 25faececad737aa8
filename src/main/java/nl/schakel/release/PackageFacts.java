package nl.schakel.release;

/** What the manifest of a checked package says. */
public record PackageFacts(
        ReleaseId release, String study, int pupils, int columns, int files, String builtAt, String endDate) {}
