package nl.schakel.study;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import nl.schakel.platform.problem.Fault;

/** What a request still lacks before it can be handed in: every gap together, in the order of the form. */
public final class Completeness {
    private static final int LONGEST_STUDY_YEARS = 10;

    private Completeness() {}

    /**
     * The gaps of a request.
     *
     * @param today the day on which it would be handed in
     * @return empty where the request is complete
     */
    public static List<Fault> faults(StudyRequest request, LocalDate today) {
        List<Fault> faults = new ArrayList<>();
        text(faults, "titel", "ST-01", request.title());
        text(faults, "doel", "ST-02", request.purpose());
        text(faults, "instelling", "ST-03", request.institution());
        if (request.population().schoolYears().isEmpty()) {
            faults.add(new Fault(
                    "schooljaren", "ST-06", "minstens één schooljaar", "Kies de schooljaren die u nodig heeft."));
        }
        if (request.period().isEmpty()) {
            faults.add(
                    new Fault("periode", "ST-07", "een begin en een einde, in die volgorde", "Vul beide datums in."));
        }
        endDate(faults, request, today);
        if (request.recipient().isEmpty()) {
            faults.add(new Fault(
                    "sleutel",
                    "ST-10",
                    "een publieke sleutel die met age1 begint",
                    "Maak een sleutelpaar met schakel sleutelpaar en plak de publieke sleutel hier."));
        }
        variables(faults, request);
        return List.copyOf(faults);
    }

    private static void text(List<Fault> faults, String place, String rule, String value) {
        if (value.isBlank()) {
            faults.add(new Fault(place, rule, "een ingevuld veld", "Vul dit veld in."));
        }
    }

    private static void variables(List<Fault> faults, StudyRequest request) {
        if (request.variables().isEmpty()) {
            faults.add(
                    new Fault("variabelen", "ST-04", "minstens één variabele", "Kies een variabele uit de catalogus."));
        }
        for (RequestedVariable variable : request.variables()) {
            if (variable.reason().isBlank()) {
                faults.add(new Fault(
                        "variabele " + variable.variable().value(),
                        "ST-05",
                        "een reden waarom u deze variabele nodig heeft",
                        "Schrijf de reden op of haal de variabele weg."));
            }
        }
    }

    private static void endDate(List<Fault> faults, StudyRequest request, LocalDate today) {
        LocalDate latest = today.plusYears(LONGEST_STUDY_YEARS);
        if (request.endDate().isEmpty()) {
            faults.add(new Fault("einddatum", "ST-08", "een einddatum", "Vul in tot wanneer u de gegevens bewaart."));
        } else if (!request.endDate().get().isAfter(today)
                || request.endDate().get().isAfter(latest)) {
            faults.add(new Fault(
                    "einddatum", "ST-09", "een dag na vandaag en binnen tien jaar", "Kies een andere einddatum."));
        }
    }
}
