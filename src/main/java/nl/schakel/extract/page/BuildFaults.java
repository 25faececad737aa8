package nl.schakel.extract.page;

import java.util.List;
import java.util.Map;
import nl.schakel.catalogue.Catalogue;
import nl.schakel.catalogue.VariableName;
import nl.schakel.extract.ExtractRefused;
import nl.schakel.platform.web.Language;
import nl.schakel.platform.web.Page;

/** Says on the page why an extract was not built, with the variables that are the cause. */
final class BuildFaults {
    /** Id of the button, to which the summary leads. */
    static final String BUTTON = "maken";

    private BuildFaults() {}

    static void tell(Page page, ExtractRefused refused) {
        page.fault(BUTTON, "extract.probleem." + refused.slug() + ".uitleg");
        if (refused.facts().get("variabelen") instanceof List<?> variables) {
            for (Object variable : variables) {
                tell(page, variable);
            }
        }
    }

    private static void tell(Page page, Object variable) {
        Language language = page.language();
        if (variable instanceof Map<?, ?> cause) {
            double share = cause.get("aandeel") instanceof Number number ? number.doubleValue() : 0;
            page.fault(
                    BUTTON,
                    "extract.oorzaak." + cause.get("reden"),
                    label(String.valueOf(cause.get("variabele")), language),
                    String.format(language.locale(), "%.1f%%", 100 * share));
        } else {
            page.fault(BUTTON, "extract.oorzaak.vervallen", label(String.valueOf(variable), language));
        }
    }

    private static String label(String name, Language language) {
        return Catalogue.standard()
                .find(new VariableName(name))
                .map(known -> known.label().in(language.code()))
                .orElse(name);
    }
}
