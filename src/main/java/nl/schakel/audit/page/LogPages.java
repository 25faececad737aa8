package nl.schakel.audit.page;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.mvc.Controller;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import nl.schakel.audit.AllowedRoles;
import nl.schakel.audit.AuditRefused;
import nl.schakel.audit.CurrentActor;
import nl.schakel.audit.LogQuery;
import nl.schakel.audit.LogWatch;
import nl.schakel.audit.LoggedEntry;
import nl.schakel.audit.ReadLog;
import nl.schakel.audit.Role;
import nl.schakel.platform.web.Page;

/** A privacy officer reads and filters the log. */
@Controller
@Path("logboek")
@RequestScoped
@AllowedRoles(Role.PRIVACY_OFFICER)
public class LogPages {
    private static final String TITLE = "audit.logboek.titel";
    private static final Map<String, String> FAULTS = Map.of(
            "van", "audit.fout.dag",
            "tot", "audit.fout.dag",
            "handeling", "audit.fout.handeling",
            "voorwerp", "audit.fout.voorwerp",
            "soort", "audit.fout.keuze",
            "uitkomst", "audit.fout.keuze");

    @Inject
    private Page page;

    @Inject
    private CurrentActor actor;

    @Inject
    private ReadLog log;

    @Inject
    private LogWatch watch;

    @Context
    private UriInfo uri;

    /** The newest entries that fit the filters in the address; these name no person. */
    @GET
    public Response read() {
        Map<String, String> sent = new LinkedHashMap<>();
        for (String field : List.of("van", "tot", "handeling", "voorwerp", "soort", "uitkomst")) {
            Optional.ofNullable(uri.getQueryParameters().getFirst(field))
                    .filter(text -> !text.isBlank())
                    .ifPresent(text -> sent.put(field, text));
        }
        return page.show("audit/logboek", TITLE, page(sent));
    }

    private LogPage page(Map<String, String> sent) {
        try {
            LogQuery query = LogQuery.read(name -> uri.getQueryParameters().getFirst(name));
            List<LoggedEntry> entries = log.read(actor.require(), query);
            return new LogPage(entries.stream().map(LogLine::of).toList(), watch.state(), sent, next(entries, sent));
        } catch (AuditRefused.WrongFilter refused) {
            if (refused.facts().get("velden") instanceof List<?> fields) {
                fields.forEach(field -> page.fault(
                        String.valueOf(field), FAULTS.getOrDefault(String.valueOf(field), "audit.fout.keuze")));
            }
            return new LogPage(List.of(), watch.state(), sent, "");
        }
    }

    private static String next(List<LoggedEntry> entries, Map<String, String> sent) {
        if (entries.size() < LogQuery.PAGE) {
            return "";
        }
        String filters = sent.entrySet().stream()
                .map(field -> field.getKey() + "=" + URLEncoder.encode(field.getValue(), StandardCharsets.UTF_8) + "&")
                .collect(Collectors.joining());
        return "logboek?" + filters + "voor="
                + entries.get(entries.size() - 1).id().value();
    }
}
