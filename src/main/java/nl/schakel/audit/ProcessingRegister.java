package nl.schakel.audit;

import java.util.List;
import java.util.Map;

/**
 * The register of processing activities (article 30 GDPR) with everything that it ever said.
 *
 * @param heads what holds for all activities, the newest version first
 * @param activities the versions of each activity by its name, the newest first; the names in the order of {@link
 *     ProcessingActivity}, then those that the program no longer knows
 */
public record ProcessingRegister(
        List<RegisterText<HeadField>> heads, Map<String, List<RegisterText<ActivityField>>> activities) {}
