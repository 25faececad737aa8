package nl.schakel.account;

/**
 * A provider as the sign-in page offers it.
 *
 * @param label what people call it, such as {@code Entree Federatie}
 */
public record ProviderOffer(ProviderName name, String label) {}
