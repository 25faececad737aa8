package nl.schakel.register.page;

import java.util.List;
import nl.schakel.register.RegisterDelivery;

/** What the page shows. */
public record RegisterList(List<RegisterDelivery> deliveries) {}
