package nl.schakel.platform.web;

import java.util.Map;

/**
 * The error page as an answer. Where a controller had already begun, MVC takes {@link #toString} as the name of the view;
 * otherwise {@link ErrorViewWriter} renders it.
 *
 * @param parameters of the template
 */
record ErrorView(Map<String, Object> parameters) {
    @Override
    public String toString() {
        return ErrorAnswers.TEMPLATE;
    }
}
