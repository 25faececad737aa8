package nl.schakel.audit;

import java.time.Clock;
import java.util.List;
import nl.schakel.platform.database.Zone;

class InMemoryProcessingLogTest implements ProcessingLogContract {
    @Override
    public LoggedEntry append(Clock clock, List<Subject> subjects) {
        InMemoryProcessingLog log = new InMemoryProcessingLog(clock);
        log.append(Zone.LINK, OPERATION, subjects);
        return log.entries().get(0);
    }
}
