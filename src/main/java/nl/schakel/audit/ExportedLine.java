package nl.schakel.audit;

/**
 * A line to hand over.
 *
 * @param next the position once it was acknowledged
 */
public record ExportedLine(ProcessingLine line, ExportPosition next) {}
