package nl.schakel.catalogue;

/** One value that a coded variable can take, with what it means. Codes of people are 0 or more; below stand missing codes. */
public record Code(int value, Label label) {}
