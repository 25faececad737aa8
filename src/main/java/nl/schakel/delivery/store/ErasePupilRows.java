package nl.schakel.delivery.store;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import nl.schakel.consent.HoldsPupilData;
import nl.schakel.platform.database.Database;
import nl.schakel.platform.database.Zone;
import nl.schakel.pseudonym.PersonKey;

/** Erases what schools delivered about a pupil when its basis ends. */
@Dependent
class ErasePupilRows implements HoldsPupilData {
    private final Database database;

    @Inject
    ErasePupilRows(Database database) {
        this.database = database;
    }

    @Override
    public long erase(Zone zone, PersonKey person, Reason reason) {
        boolean everything =
                switch (reason) {
                    case OBJECTION -> true;
                    case CONSENT_ENDED -> false;
                };
        return database.statements(zone).number("select delivery.erase_person(?, ?)", person.bytes(), everything);
    }
}
