package nl.schakel.pseudonym.page;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.mvc.Controller;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.FormParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Response;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Pattern;
import nl.schakel.audit.Actor;
import nl.schakel.audit.AllowedRoles;
import nl.schakel.audit.CurrentActor;
import nl.schakel.audit.Role;
import nl.schakel.platform.problem.Fault;
import nl.schakel.platform.web.Page;
import nl.schakel.pseudonym.CeremonyRefused;
import nl.schakel.pseudonym.ConfirmKeyStep;
import nl.schakel.pseudonym.Holder;
import nl.schakel.pseudonym.KeyAct;
import nl.schakel.pseudonym.KeyStepId;
import nl.schakel.pseudonym.KeyWish;
import nl.schakel.pseudonym.LostPersons;
import nl.schakel.pseudonym.ProposeKeyStep;
import nl.schakel.pseudonym.SeeKeys;
import nl.schakel.pseudonym.SettleKeyStep;

/** Custodians see the states of keys, propose steps, and confirm or reject those of each other. */
@Controller
@Path("sleutels")
@RequestScoped
@AllowedRoles({Role.CUSTODIAN_A, Role.CUSTODIAN_B, Role.CUSTODIAN_LOG})
public class KeyPages {
    private static final String PATH = "sleutels";
    private static final Pattern COUNT = Pattern.compile("[0-9]{1,12}");
    private static final String TITLE = "pseudonym.sleutels.titel";

    @Inject
    private Page page;

    @Inject
    private CurrentActor actors;

    @Inject
    private SeeKeys see;

    @Inject
    private ProposeKeyStep propose;

    @Inject
    private ConfirmKeyStep confirm;

    @Inject
    private SettleKeyStep settle;

    /** Everything on one page; what was not seen again is counted for who is about to close a change. */
    @GET
    public Response keys(
            @QueryParam("gelukt") @DefaultValue("") String done,
            @QueryParam("tellen") @DefaultValue("") String counted) {
        return show(done, KeyScreen.Typed.NOTHING, counted.equals("ja"));
    }

    /** Proposes a step. */
    @POST
    public Response propose(
            @FormParam("handeling") @DefaultValue("") String act,
            @FormParam("sleutels") @DefaultValue("") String keys,
            @FormParam("oefening") @DefaultValue("") String rehearsal,
            @FormParam("personen") @DefaultValue("") String persons,
            @FormParam("metbesluit") @DefaultValue("") String decided) {
        try {
            propose.propose(actors.require(), wish(act, named(keys), rehearsal.equals("ja"), lost(persons, decided)));
            return page.to(PATH + "?gelukt=voorgesteld");
        } catch (CeremonyRefused refused) {
            page.refused("pseudonym.propose", refused);
            for (Fault fault : refused.faults()) {
                page.fault(
                        fault.place().equals("sleutels") ? "sleutels" : "handeling", "pseudonym.fout." + fault.rule());
            }
            if (refused.faults().isEmpty()) {
                page.fault("handeling", "pseudonym.probleem." + refused.slug() + ".uitleg");
            }
            return show("", new KeyScreen.Typed(act, keys), act.equals(KeyAct.CLOSE.code()));
        }
    }

    /** What the page shows as not seen again goes along, and counts where a change is closed. */
    private static KeyWish wish(String act, Map<String, String> keys, boolean rehearsal, Optional<LostPersons> shown) {
        boolean closes = act.equals(KeyAct.CLOSE.code()) && !rehearsal;
        return new KeyWish(act, keys, rehearsal, Optional.empty(), closes ? shown : Optional.empty());
    }

    private static Optional<LostPersons> lost(String persons, String decided) {
        boolean whole =
                COUNT.matcher(persons).matches() && COUNT.matcher(decided).matches();
        return whole
                ? Optional.of(new LostPersons(Long.parseLong(persons), Long.parseLong(decided)))
                : Optional.empty();
    }

    /** Confirms the step of another custodian. */
    @POST
    @Path("handelingen/{id}/bevestiging")
    public Response confirm(@PathParam("id") String id) {
        confirm.confirm(actors.require(), step(id));
        return page.to(PATH + "?gelukt=bevestigd");
    }

    /** Rejects a step, or withdraws the own. */
    @POST
    @Path("handelingen/{id}/afwijzing")
    public Response reject(@PathParam("id") String id) {
        settle.reject(actors.require(), step(id));
        return page.to(PATH + "?gelukt=afgewezen");
    }

    /** The checklist of a ceremony, to print. */
    @GET
    @Path("draaiboek/{handeling}")
    public Response checklist(@PathParam("handeling") String act) {
        KeyAct known = KeyAct.parse(act).orElseThrow(CeremonyRefused.UnknownStep::new);
        Checklist list = Checklist.of(known, Holder.of(actors.require()), page.texts());
        return page.under(PATH, TITLE).show("pseudonym/draaiboek", "pseudonym.draaiboek.titel", list);
    }

    /** A key a line: its name and, after a space, its check value. */
    private static Map<String, String> named(String typed) {
        Map<String, String> keys = new TreeMap<>();
        typed.lines().map(String::strip).filter(line -> !line.isEmpty()).forEach(line -> {
            String[] parts = line.split("\\s+", 2);
            keys.put(parts[0], parts.length < 2 ? "" : parts[1]);
        });
        return keys;
    }

    private static KeyStepId step(String id) {
        return KeyStepId.parse(id).orElseThrow(CeremonyRefused.UnknownStep::new);
    }

    private Response show(String done, KeyScreen.Typed typed, boolean counted) {
        Actor actor = actors.require();
        KeyScreen screen =
                new KeyScreen(see.keys(actor, counted), Holder.of(actor), see.steps(actor), actor.staff(), done, typed);
        return page.show("pseudonym/sleutels", TITLE, screen);
    }
}
