package nl.schakel.platform.web;

import jakarta.enterprise.context.RequestScoped;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import jakarta.mvc.Models;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import nl.schakel.platform.problem.Refusal;
import nl.schakel.platform.problem.RefusalListener;

/**
 * How a controller answers: it hands over a template's name, the key of the title and the template's model.
 *
 * <p>One instance for each request; not thread-safe.
 */
@RequestScoped
public class Page {
    @Inject
    private Models models;

    @Inject
    private HttpServletRequest request;

    @Inject
    private Instance<Visitor> visitors;

    @Inject
    private Instance<Desk> desks;

    @Inject
    private Instance<RefusalListener> listeners;

    @Inject
    private Instance<Annex> annexes;

    @Inject
    private Instance<Notice> notices;

    private final List<Crumb> crumbs = new ArrayList<>();
    private final List<FieldFault> faults = new ArrayList<>();

    /** Adds a step to the breadcrumb, between the start page and the page itself. */
    public Page under(String portalPath, String labelKey) {
        crumbs.add(new Crumb(portalPath, texts().text(labelKey)));
        return this;
    }

    /** Says what is wrong with a field; the page then opens with a summary and answers 422. */
    public Page fault(String field, String messageKey, Object... arguments) {
        faults.add(new FieldFault(field, texts().text(messageKey, arguments)));
        return this;
    }

    /** Whether a fault has been said. */
    public boolean hasFaults() {
        return !faults.isEmpty();
    }

    /** Shows a template that takes only {@code page}. */
    public Response show(String template, String titleKey) {
        return answer(template, texts().text(titleKey));
    }

    /** Shows a template that takes {@code page} and {@code model}. */
    public Response show(String template, String titleKey, Object model) {
        models.put("model", model);
        return answer(template, texts().text(titleKey));
    }

    /** After a POST that did something: the browser gets the page below the portal that shows the result. */
    public Response to(String portalPath) {
        return leaving(portalPath).build();
    }

    /** The same, for an answer that needs more. The address is relative, so that a proxy may speak another scheme. */
    public Response.ResponseBuilder leaving(String portalPath) {
        String slash = portalPath.isEmpty() || portalPath.startsWith("?") ? "" : "/";
        return Response.seeOther(URI.create("/" + PageApplication.PATH + slash + portalPath));
    }

    /** Records a refusal that the controller answers itself, on the page of the form. */
    public void refused(String act, Refusal refusal) {
        listeners.forEach(listener -> listener.refused(act, refusal));
    }

    /** Texts in the visitor's language. */
    public Texts texts() {
        return Texts.in(language());
    }

    /** The visitor's language: the cookie of the switch, otherwise Dutch. */
    public Language language() {
        return LanguageCookie.of(request);
    }

    /** The visitor; a guest where nobody is signed in. */
    public Visitor visitor() {
        return visitors.isResolvable() ? visitors.get() : new Guest();
    }

    /** The desks of all features, for a start page. */
    public List<Desk> desks() {
        return desks.stream().toList();
    }

    /** What later features add to the page of this path, for a visitor who may see it. */
    public List<AnnexPart> annexes(String portalPath) {
        return annexes.stream()
                .flatMap(annex -> annex.part(portalPath).stream())
                .sorted(Comparator.comparingInt(AnnexPart::order))
                .toList();
    }

    /** What a template shows around its own content, with a title that is a text and not a key. */
    public PageContext context(String title) {
        return new PageContext(
                texts(),
                visitor(),
                LanguageCookie.originalPath(request),
                title,
                menu(),
                List.copyOf(crumbs),
                notices.stream()
                        .flatMap(notice -> notice.key(visitor()).stream())
                        .toList(),
                List.copyOf(faults));
    }

    private Response answer(String template, String title) {
        models.put("page", context(title));
        return Response.status(faults.isEmpty() ? 200 : 422)
                .entity(template + ".jte")
                .build();
    }

    private List<DeskEntry> menu() {
        Set<String> roles = visitor().roles();
        return desks.stream()
                .flatMap(desk -> desk.entries().stream())
                .filter(entry -> roles.contains(entry.role()))
                .sorted(Comparator.comparingInt(DeskEntry::order).thenComparing(DeskEntry::path))
                .toList();
    }
}
