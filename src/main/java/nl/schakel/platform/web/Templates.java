package nl.schakel.platform.web;

import gg.jte.ContentType;
import gg.jte.TemplateEngine;
import gg.jte.output.StringOutput;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Map;

/** The compiled templates; output is escaped by its place in the page. Thread-safe. */
@ApplicationScoped
public class Templates {
    private final TemplateEngine engine = TemplateEngine.createPrecompiled(ContentType.Html);

    /** The page that a template makes of its parameters. @throws gg.jte.TemplateException for an unknown template */
    public String render(String template, Map<String, Object> parameters) {
        StringOutput out = new StringOutput(16_384);
        engine.render(template, parameters, out);
        return out.toString();
    }
}
