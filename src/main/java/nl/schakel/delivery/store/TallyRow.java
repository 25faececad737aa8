package nl.schakel.delivery.store;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import nl.schakel.delivery.Tally;

/** What became of the rows of a file. */
@Embeddable
class TallyRow {
    @Column(name = "rows_in")
    private long in;

    @Column(name = "rows_accepted")
    private long accepted;

    @Column(name = "rows_refused")
    private long refused;

    @Column(name = "rows_known")
    private long known;

    @Column(name = "withheld_objection")
    private long objection;

    @Column(name = "withheld_consent")
    private long consent;

    /** For the provider. */
    protected TallyRow() {}

    TallyRow(Tally tally) {
        in = tally.in();
        accepted = tally.accepted();
        refused = tally.refused();
        known = tally.known();
        objection = tally.objection();
        consent = tally.consent();
    }

    Tally tally() {
        return new Tally(in, accepted, refused, known, objection, consent);
    }
}
