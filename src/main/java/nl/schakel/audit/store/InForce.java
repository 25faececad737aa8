package nl.schakel.audit.store;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.EnumMap;
import java.util.Map;
import nl.schakel.audit.ActivitiesInForce;
import nl.schakel.audit.ProcessingActivity;

/** The versions that the register had when the service started, for every entry without asking the database. */
@ApplicationScoped
public class InForce implements ActivitiesInForce {
    private volatile Map<ProcessingActivity, String> uris = Map.of();

    void put(Map<ProcessingActivity, Integer> versions) {
        Map<ProcessingActivity, String> next = new EnumMap<>(ProcessingActivity.class);
        versions.forEach((activity, version) -> next.put(activity, activity.uri(version)));
        uris = next;
    }

    @Override
    public String uri(ProcessingActivity activity) {
        String uri = uris.get(activity);
        if (uri == null) {
            throw new IllegalStateException("the register of processing activities was not written yet");
        }
        return uri;
    }
}
