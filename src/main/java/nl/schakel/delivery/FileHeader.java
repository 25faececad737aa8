package nl.schakel.delivery;

import java.time.LocalDateTime;
import java.util.Optional;
import nl.schakel.school.SchoolSite;
import nl.schakel.school.SchoolYear;

/**
 * What a file says of itself. The author is left out on purpose: in practice it is the name of a colleague.
 *
 * @param created the moment on the sender's clock at which the file was made; empty where the format does not say
 */
public record FileHeader(FileFormat format, SchoolSite site, SchoolYear schoolYear, Optional<LocalDateTime> created) {
    /** What the file carries. */
    public Part part() {
        return format.part();
    }
}
