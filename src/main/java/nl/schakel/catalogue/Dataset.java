package nl.schakel.catalogue;

/**
 * Where variables come from.
 *
 * @param name lower-case word, as in the catalogue file
 * @param label what people call it
 * @param meaning what it holds and where it comes from
 * @param view schema-qualified cold view, keyed by {@code p}
 * @param register whether it comes from a register, so that a pupil without a row is "not linked"
 * @param years whether the view has a column {@code school_year}, so that only years of the study are read
 */
public record Dataset(String name, Label label, Label meaning, String view, boolean register, boolean years) {}
