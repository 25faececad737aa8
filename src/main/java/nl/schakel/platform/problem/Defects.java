package nl.schakel.platform.problem;

/** Describes a bug without its messages: messages of libraries quote values, and a value may be a pupil's. */
public final class Defects {
    private static final int LONGEST_CHAIN = 8;
    private static final int FRAMES = 30;

    private Defects() {}

    /** Class names and stack frames of the failure and its causes, one a line; no message of any of them. */
    public static String describe(Throwable failure) {
        StringBuilder text = new StringBuilder(2_000);
        Throwable cause = failure;
        for (int depth = 0; cause != null && depth < LONGEST_CHAIN; depth++) {
            text.append('\n').append(cause.getClass().getName());
            StackTraceElement[] frames = cause.getStackTrace();
            for (int i = 0; i < Math.min(FRAMES, frames.length); i++) {
                text.append("\n  at ").append(frames[i]);
            }
            cause = cause.getCause();
        }
        return text.toString();
    }
}
