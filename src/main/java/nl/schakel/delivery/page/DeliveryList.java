package nl.schakel.delivery.page;

import java.util.List;
import nl.schakel.delivery.Delivery;

/** The rows of the list page. */
public record DeliveryList(List<Delivery> rows) {}
