package nl.schakel.demo.client;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The two studies of the play. */
final class Wishes {
    private Wishes() {}

    /** A study of growth around the closure of schools: three quasi-identifiers, so that a little is suppressed. */
    static StudyWish growth(List<String> schoolYears) {
        Map<String, String> variables = new LinkedHashMap<>();
        variables.put("geslacht", "Verschil in groei tussen jongens en meisjes.");
        variables.put("leerjaar", "Groei hangt af van de groep.");
        variables.put("opleiding_ouders", "De sluiting trof niet ieder kind even hard.");
        variables.put("rekenen_m", "Groei is het verschil tussen twee M-toetsen.");
        return new StudyWish(
                "Rekengroei rond de schoolsluiting",
                "Hoeveel groeiden leerlingen in rekenen voor en na de sluiting van de scholen?",
                variables,
                schoolYears,
                List.of());
    }

    /** A study that asks for nearly everything that tells children apart. */
    static StudyWish tooMuch(List<String> schoolYears) {
        Map<String, String> variables = new LinkedHashMap<>(growth(schoolYears).variables());
        variables.put("geboortejaar", "Leeftijd in jaren.");
        variables.put("herkomst", "Verschillen naar herkomst.");
        variables.put("ouders_in_buitenland_geboren", "Verschillen naar migratieachtergrond.");
        variables.put("huishouden", "Verschillen naar gezin.");
        variables.put("schooladvies", "Verschillen naar advies.");
        List<String> lastYear = schoolYears.subList(schoolYears.size() - 1, schoolYears.size());
        return new StudyWish("Alles over iedereen", "Wat hangt waarmee samen?", variables, lastYear, List.of(8));
    }
}
