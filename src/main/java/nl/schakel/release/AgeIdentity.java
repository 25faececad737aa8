package nl.schakel.release;

/**
 * The researcher's secret key (age v1, X25519). It does not print itself; the text leaves only through {@link #reveal}.
 */
public final class AgeIdentity {
    private static final String PREFIX = "AGE-SECRET-KEY-1";
    private final String text;

    private AgeIdentity(String text) {
        this.text = text;
    }

    /**
     * The identity in a file as {@code age-keygen} writes it: comments after {@code #}, one line with the key.
     *
     * @throws PackageRejected where there is no key or more than one
     */
    public static AgeIdentity inFile(String content) {
        String[] keys = content.lines()
                .map(String::strip)
                .filter(line -> !line.isEmpty() && !line.startsWith("#"))
                .toArray(String[]::new);
        if (keys.length != 1 || !keys[0].startsWith(PREFIX)) {
            throw new PackageRejected("in het sleutelbestand staat niet precies één geheime sleutel");
        }
        return new AgeIdentity(keys[0]);
    }

    /** The text of the key; for the one who decrypts and the one who writes the key file. */
    public String reveal() {
        return text;
    }

    @Override
    public String toString() {
        return "AgeIdentity[hidden]";
    }
}
