package nl.schakel.delivery.rest;

import java.util.List;

/** The newest deliveries of the school, newest first. */
public record DeliveriesJson(List<DeliveryJson> leveringen) {}
