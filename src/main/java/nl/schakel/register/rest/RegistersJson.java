package nl.schakel.register.rest;

import java.util.List;

/** All register deliveries, newest reference date first. */
public record RegistersJson(List<RegisterJson> registerleveringen) {}
