package nl.schakel.study.rest;

import org.jspecify.annotations.Nullable;

/** One requested variable. */
public record VariableJson(@Nullable String naam, @Nullable String reden) {}
