package nl.schakel.account.page;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.mvc.Controller;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Response;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import nl.schakel.audit.AllowedRoles;
import nl.schakel.audit.CurrentActor;
import nl.schakel.audit.Role;
import nl.schakel.platform.web.Desk;
import nl.schakel.platform.web.DeskEntry;
import nl.schakel.platform.web.Page;

/** The page on which everybody starts: what waits for them, by role. */
@AllowedRoles({
    Role.SCHOOL,
    Role.RESEARCHER,
    Role.STEWARD,
    Role.PRIVACY_OFFICER,
    Role.OPERATOR,
    Role.CUSTODIAN_A,
    Role.CUSTODIAN_B,
    Role.CUSTODIAN_LOG
})
@Controller
@Path("start")
@RequestScoped
public class StartPage {
    @Inject
    private Page page;

    @Inject
    private CurrentActor current;

    /** The task list. */
    @GET
    public Response start() {
        List<RoleTasks> tasks = current.require().roles().stream()
                .sorted()
                .map(role -> new RoleTasks(role.name(), tasks(role)))
                .toList();
        return page.show("account/start", "account.start.titel", tasks);
    }

    private List<Task> tasks(Role role) {
        List<Task> tasks = new ArrayList<>();
        for (Desk desk : page.desks()) {
            for (DeskEntry entry : desk.entries()) {
                if (entry.role().equals(role.name())) {
                    tasks.add(new Task(entry, desk.waiting(entry)));
                }
            }
        }
        tasks.sort(Comparator.comparingInt(task -> task.entry().order()));
        return tasks;
    }
}
