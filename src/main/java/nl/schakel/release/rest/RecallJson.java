package nl.schakel.release.rest;

import org.jspecify.annotations.Nullable;

/** Why a release is called back. */
public record RecallJson(@Nullable String reden) {}
