package nl.schakel.extract.page;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import nl.schakel.catalogue.Catalogue;
import nl.schakel.catalogue.VariableName;
import nl.schakel.extract.ExtractRefused;
import nl.schakel.platform.web.Language;

/**
 * One line that says why an extract was not built.
 *
 * @param key of its text
 * @param arguments of its text, in the visitor's language
 */
record BuildFault(String key, List<Object> arguments) {
    /** The reason, then each variable that is the cause, the worst first. */
    static List<BuildFault> of(ExtractRefused refused, Language language) {
        List<BuildFault> faults = new ArrayList<>();
        faults.add(new BuildFault("extract.probleem." + refused.slug() + ".uitleg", List.of()));
        if (refused.facts().get("variabelen") instanceof List<?> variables) {
            variables.forEach(variable -> faults.add(of(variable, language)));
        }
        return faults;
    }

    private static BuildFault of(Object variable, Language language) {
        if (variable instanceof Map<?, ?> cause) {
            double share = cause.get("aandeel") instanceof Number number ? number.doubleValue() : 0;
            return new BuildFault(
                    "extract.oorzaak." + cause.get("reden"),
                    List.of(
                            label(String.valueOf(cause.get("variabele")), language),
                            String.format(language.locale(), "%.1f%%", 100 * share)));
        }
        return new BuildFault("extract.oorzaak.vervallen", List.of(label(String.valueOf(variable), language)));
    }

    private static String label(String name, Language language) {
        return Catalogue.standard()
                .find(new VariableName(name))
                .map(known -> known.label().in(language.code()))
                .orElse(name);
    }
}
