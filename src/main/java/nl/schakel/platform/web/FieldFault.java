package nl.schakel.platform.web;

/**
 * What is wrong with one field of a form.
 *
 * @param field the id of the field in the page
 * @param message text in the visitor's language that says what is wrong and what to do; never the value
 */
public record FieldFault(String field, String message) {}
