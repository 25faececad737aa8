package nl.schakel.delivery;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import nl.schakel.consent.Objections;
import nl.schakel.pseudonym.PersonKey;
import nl.schakel.pseudonym.PseudonymsAhead;
import nl.schakel.pseudonym.Token;
import nl.schakel.school.SchoolSite;

/** Collects pupils of a pupils part, so that their numbers are hashed and stored many at a time. Not thread-safe. */
final class PupilBatch {
    private final SchoolSite site;
    private final PupilDesk desk;
    private final NewContent content;
    private final Checks checks;
    private final Set<Token> numbers = new HashSet<>();
    private final List<PupilDesk.Arrived> waiting = new ArrayList<>();
    private final PseudonymsAhead<PupilDesk.Arrived> ahead;
    private final List<PersonKey> persons = new ArrayList<>();
    private long objection;

    /** What decides whether a pupil is stored. */
    record Checks(Objections objections, PupilNumbers pupils, FindingsKept findings) {}

    PupilBatch(SchoolSite site, PupilDesk desk, NewContent content, Checks checks) {
        this.site = site;
        this.desk = desk;
        this.content = content;
        this.checks = checks;
        this.ahead = desk.ahead(this::store);
    }

    void add(PupilRecord pupil) {
        waiting.add(new PupilDesk.Arrived(pupil, desk.local(site, pupil.key())));
        if (waiting.size() == PseudonymsAhead.USEFUL) {
            hash();
        }
    }

    void finish() {
        hash();
        ahead.finish();
    }

    private void hash() {
        ahead.add(
                waiting,
                waiting.stream()
                        .flatMap(arrived -> arrived.pupil().pgn().stream())
                        .toList());
        waiting.clear();
    }

    private void store(List<PupilDesk.Arrived> arrived, List<Token> linkage) {
        List<PupilTokens> tokens = desk.tokens(arrived, linkage);
        List<PupilRecord> kept = new ArrayList<>(arrived.size());
        List<PupilTokens> keptTokens = new ArrayList<>(arrived.size());
        List<PupilTokens> objecting = new ArrayList<>();
        for (int i = 0; i < arrived.size(); i++) {
            PupilRecord pupil = arrived.get(i).pupil();
            if (objects(tokens.get(i))) {
                objecting.add(tokens.get(i));
            } else if (isFirst(pupil, tokens.get(i))) {
                kept.add(pupil);
                keptTokens.add(tokens.get(i));
            }
        }
        write(kept, NewContent.Subject.pair(desk.admit(keptTokens), keptTokens));
        forget(objecting);
    }

    private boolean objects(PupilTokens tokens) {
        Token number = tokens.linkage();
        return tokens.local().isIn(checks.objections().local())
                || (number != null && number.isIn(checks.objections().linkage()));
    }

    private boolean isFirst(PupilRecord pupil, PupilTokens tokens) {
        Token number = tokens.linkage();
        if (number == null || numbers.add(number)) {
            return true;
        }
        checks.findings().addLate(new RowFault(pupil.row(), pupil.place(), DeliveryRule.PGN_TWICE), 1);
        return false;
    }

    /**
     * Nothing is stored of who objects, except that key and number are one person: the objection must hold under both, and
     * results may have come under the other one.
     */
    private void forget(List<PupilTokens> objecting) {
        desk.admit(objecting).forEach(content::forget);
        objection += objecting.size();
    }

    private void write(List<PupilRecord> pupils, List<NewContent.Subject> subjects) {
        List<NewContent.PupilRow> rows = new ArrayList<>(pupils.size());
        for (int i = 0; i < pupils.size(); i++) {
            PupilRecord pupil = pupils.get(i);
            NewContent.Subject subject = subjects.get(i);
            int number = checks.pupils().numberOf(subject.tokens().local());
            rows.add(new NewContent.PupilRow(
                    number,
                    subject,
                    pupil.sex().code(),
                    pupil.birthYear(),
                    pupil.grade().orElse("")));
            persons.add(subject.person());
        }
        content.pupils(rows);
    }

    /** Rows withheld because of an objection. */
    long objection() {
        return objection;
    }

    /** The persons stored. */
    List<PersonKey> persons() {
        return persons;
    }
}
