package nl.schakel.delivery;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import nl.schakel.consent.Instrument;
import nl.schakel.consent.Purpose;
import nl.schakel.consent.SchoolDecisions;
import nl.schakel.pseudonym.Token;

/** Collects social-emotional results and lets through those with an effective consent. Not thread-safe. */
final class SocialBatch {
    private static final int MOST = 10_000;
    private final NewContent content;
    private final SchoolDecisions decisions;
    private final Instant at;
    private final Map<String, Set<Token>> consenting = new HashMap<>();
    private final List<NewContent.SocialRow> allowed = new ArrayList<>();
    private long withheld;

    SocialBatch(NewContent content, SchoolDecisions decisions, Instant at) {
        this.content = content;
        this.decisions = decisions;
        this.at = at;
    }

    void add(int pupil, Token local, SocialResultRecord result) {
        if (!local.isIn(consenting.computeIfAbsent(result.instrument(), this::ask))) {
            withheld++;
            return;
        }
        allowed.add(new NewContent.SocialRow(pupil, result));
        if (allowed.size() == MOST) {
            flush();
        }
    }

    /** An instrument whose name is no code can be covered only by a consent for every instrument. */
    private Set<Token> ask(String instrument) {
        Instrument asked = Instrument.parse(instrument.toUpperCase(Locale.ROOT)).orElse(Instrument.ALL);
        return decisions.consenting(Purpose.SOCIAL_EMOTIONAL, asked, at);
    }

    void flush() {
        content.social(List.copyOf(allowed));
        allowed.clear();
    }

    /** Rows withheld for want of consent. */
    long withheld() {
        return withheld;
    }
}
