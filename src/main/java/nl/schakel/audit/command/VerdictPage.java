package nl.schakel.audit.command;

import java.util.ArrayList;
import java.util.List;
import nl.schakel.audit.LogFault;
import nl.schakel.audit.LogFaultCode;
import nl.schakel.audit.LogVerdict;
import nl.schakel.audit.LogVerdict.Counts;
import nl.schakel.audit.LogVerdict.Figures;

/** A verdict as one page of Dutch. */
final class VerdictPage {
    private final LogVerdict verdict;
    private final Figures figures;
    private final List<String> lines = new ArrayList<>();

    private VerdictPage(LogVerdict verdict) {
        this.verdict = verdict;
        this.figures = verdict.figures();
    }

    static String of(LogVerdict verdict) {
        VerdictPage page = new VerdictPage(verdict);
        page.lines.add("CONTROLE VAN HET LOGBOEK");
        page.lines.add("");
        if (!page.figures.origin().isEmpty()) {
            page.head();
            page.counts(page.figures.counts());
        }
        page.outcome();
        return String.join("\n", page.lines) + "\n";
    }

    private void head() {
        line("logboek", figures.origin());
        line(
                "regels",
                figures.size() + " in het hele logboek, waarvan " + (figures.size() - figures.from())
                        + " in deze bundel");
        line(
                "vorige keer",
                figures.verifiedBefore() == LogFault.NONE
                        ? "geen: dit is de eerste controle met deze stand"
                        : figures.verifiedBefore() + " regels gecontroleerd");
        line("wortel", figures.checkpoint().isEmpty() ? "niet te lezen" : figures.checkpoint());
        line("getuigen", witnesses());
        lines.add("");
    }

    private String witnesses() {
        if (!figures.witnessed()) {
            return "NIET GETUIGD: het beleid vraagt geen getuigen. Wie het logboek beheert, kan het nog in zijn"
                    + " geheel vervangen.";
        }
        return figures.witnesses().isEmpty() ? "geen" : String.join(", ", figures.witnesses());
    }

    private void counts(Counts counts) {
        lines.add("Bekeken");
        line("bijzonderheden", counts.details() + " kloppen, " + counts.erased() + " zijn gewist of niet meegestuurd");
        line("leerlingregels", counts.lines() + " kloppen, " + counts.linesLeftOut() + " zijn niet meegestuurd");
        line(
                "vrijgaven",
                counts.releases() + " met twee akkoorden van verschillende mensen, " + counts.manifests()
                        + " met een lijst van kenmerken die klopt");
        line("sleutels", counts.keyEvents() + " handelingen door twee verschillende beheerders");
        line("niet af", counts.open() + " vrijgaven en sleutelhandelingen; de volgende controle gaat daarmee verder");
        if (counts.undecided() > 0) {
            line(
                    "niet te zien",
                    counts.undecided() + " keer liggen de twee akkoorden aan weerszijden van 1 augustus; dan"
                            + " heet dezelfde persoon in het logboek anders");
        }
        lines.add("");
    }

    private void outcome() {
        if (verdict.whole()) {
            lines.add("UITKOMST: het logboek is heel.");
            return;
        }
        lines.add("UITKOMST: het logboek is NIET heel. Aantal fouten: " + verdict.faultCount());
        verdict.faults().forEach(fault -> lines.add("  " + told(fault)));
        if (verdict.faultCount() > verdict.faults().size()) {
            lines.add("  (alleen de eerste " + verdict.faults().size() + " staan hier)");
        }
        lines.add("");
        lines.add("Bewaar deze bundel en de vorige, en meld dit aan de functionaris gegevensbescherming.");
    }

    private String told(LogFault fault) {
        LogFault.Place place = fault.place();
        StringBuilder text = new StringBuilder(fault.code().code());
        text.append(" bundelregel ").append(place.line());
        if (place.seq() != LogFault.NONE) {
            text.append(", logboekregel ").append(place.seq());
        }
        if (!place.id().isEmpty()) {
            text.append(", nummer ").append(place.id());
        }
        if (!place.member().isEmpty()) {
            text.append(", onderdeel ").append(place.member());
        }
        return text.append(": ")
                .append(fault.code().text())
                .append(range(fault.code()))
                .toString();
    }

    /** Between which entries the fault lies, where the root alone tells. */
    private String range(LogFaultCode code) {
        long before = figures.verifiedBefore();
        boolean metBefore = before > figures.from() && before < figures.size();
        if (code == LogFaultCode.FORK) {
            return " Het gaat om de logboekregels voor " + before + ".";
        }
        if (code != LogFaultCode.ROOT) {
            return "";
        }
        boolean forked = verdict.faults().stream().anyMatch(fault -> fault.code() == LogFaultCode.FORK);
        long first = metBefore && !forked ? before : figures.from();
        return " Het gaat om een van de logboekregels " + first + " tot " + figures.size() + ".";
    }

    private void line(String name, String value) {
        lines.add("  " + name + " ".repeat(Math.max(1, 16 - name.length())) + value);
    }
}
