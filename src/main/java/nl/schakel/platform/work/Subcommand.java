package nl.schakel.platform.work;

/**
 * A subcommand of the {@code schakel} command line: a picocli command, found by {@link java.util.ServiceLoader}, so that
 * the root command imports no feature.
 */
public interface Subcommand extends Runnable {}
