package nl.schakel.platform.web;

/**
 * A step of the breadcrumb.
 *
 * @param path path below the portal without leading slash
 * @param label text in the visitor's language
 */
public record Crumb(String path, String label) {}
