package nl.schakel.delivery;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import nl.schakel.consent.Objections;
import nl.schakel.pseudonym.People;
import nl.schakel.pseudonym.PersonKey;
import nl.schakel.pseudonym.Token;
import nl.schakel.school.SchoolSite;

/** Collects pupils of a pupils part, so that their numbers are hashed and stored many at a time. Not thread-safe. */
final class PupilBatch {
    private final SchoolSite site;
    private final PupilDesk desk;
    private final NewContent content;
    private final Checks checks;
    private final Set<Token> numbers = new HashSet<>();
    private final List<PupilRecord> waiting = new ArrayList<>();
    private final List<Token> locals = new ArrayList<>();
    private final List<PersonKey> persons = new ArrayList<>();
    private long objection;

    /** What decides whether a pupil is stored. */
    record Checks(Objections objections, PupilNumbers pupils, FindingsKept findings) {}

    PupilBatch(SchoolSite site, PupilDesk desk, NewContent content, Checks checks) {
        this.site = site;
        this.desk = desk;
        this.content = content;
        this.checks = checks;
    }

    void add(PupilRecord pupil) {
        waiting.add(pupil);
        locals.add(desk.local(site, pupil.key()));
        if (waiting.size() == People.MOST) {
            flush();
        }
    }

    void flush() {
        List<PupilTokens> tokens = desk.tokens(waiting, locals);
        List<PupilRecord> kept = new ArrayList<>(waiting.size());
        List<PupilTokens> keptTokens = new ArrayList<>(waiting.size());
        List<PupilTokens> objecting = new ArrayList<>();
        for (int i = 0; i < waiting.size(); i++) {
            if (objects(tokens.get(i))) {
                objecting.add(tokens.get(i));
            } else if (isFirst(waiting.get(i), tokens.get(i))) {
                kept.add(waiting.get(i));
                keptTokens.add(tokens.get(i));
            }
        }
        waiting.clear();
        locals.clear();
        store(kept, NewContent.Subject.pair(desk.admit(keptTokens), keptTokens));
        forget(objecting);
    }

    private boolean objects(PupilTokens tokens) {
        Token number = tokens.linkage();
        return checks.objections().local().contains(tokens.local())
                || (number != null && checks.objections().linkage().contains(number));
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

    private void store(List<PupilRecord> pupils, List<NewContent.Subject> subjects) {
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
