package nl.schakel.demo;

import java.time.LocalDate;

/** One score of a social-emotional questionnaire: 1.0 to 5.0, one decimal. */
public record SocialScore(String pupilKey, String instrument, String scale, LocalDate date, double score) {}
