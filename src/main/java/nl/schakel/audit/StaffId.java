package nl.schakel.audit;

import java.util.UUID;

/** The account of a person or machine; in the log it appears only as a keyed hash. */
public record StaffId(UUID value) {}
