package nl.schakel.platform.web;

/**
 * A link of an addition.
 *
 * @param path below the portal, without leading slash
 */
public record AnnexLink(String path, String text) {}
