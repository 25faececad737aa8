package nl.schakel.audit;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.temporal.ChronoUnit;

/** Makes stamps. Thread-safe as far as its ports are. */
@Dependent
public class Stamps {
    private final CurrentOrigin origins;
    private final ActivitiesInForce activities;
    private final Clock clock;

    /** Of what runs on this thread, under these versions of activities, in the time of this clock. */
    @Inject
    public Stamps(CurrentOrigin origins, ActivitiesInForce activities, Clock clock) {
        this.origins = origins;
        this.activities = activities;
        this.clock = clock;
    }

    /** A stamp of this moment, to the microsecond as the database keeps it, for something done under an activity. */
    public Stamp now(ProcessingActivity activity) {
        return new Stamp(
                activities.uri(activity), origins.origin(), clock.instant().truncatedTo(ChronoUnit.MICROS));
    }
}
