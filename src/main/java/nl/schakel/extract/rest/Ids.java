package nl.schakel.extract.rest;

import java.util.UUID;
import nl.schakel.extract.ExtractId;
import nl.schakel.extract.ExtractRefused;
import nl.schakel.study.StudyId;
import nl.schakel.study.StudyRefused;

/** Reads identifiers of the path; what is no identifier is unknown. */
final class Ids {
    private Ids() {}

    static StudyId study(String text) {
        try {
            return new StudyId(UUID.fromString(text));
        } catch (IllegalArgumentException e) {
            throw new StudyRefused.Unknown();
        }
    }

    static ExtractId extract(String text) {
        try {
            return new ExtractId(UUID.fromString(text));
        } catch (IllegalArgumentException e) {
            throw new ExtractRefused.Unknown();
        }
    }
}
