package nl.schakel.audit;

/**
 * What can be wrong with a bundle of the log. The codes are the same in both verifiers and stand in {@code
 * docs/api/formats.md}; the sentences are for the reader of the report.
 */
public enum LogFaultCode {
    /** The first line names no format that this verifier reads. */
    FORMAT("LB-01", "Dit is geen bundel van het logboek in vorm 1."),
    /** A line has another form than the bundle has at this place; what follows cannot be placed. */
    STRUCTURE("LB-02", "Deze regel heeft een andere vorm dan hier hoort; wat daarna komt is niet te plaatsen."),
    /** The bundle ends before its end. */
    CUT("LB-03", "De bundel houdt te vroeg op."),
    /** An entry is longer than 64 KiB. */
    TOO_LONG("LB-10", "De regel van het logboek is te lang."),
    /** The bytes are not the canonical JSON of an object. */
    NOT_CANONICAL("LB-11", "De regel is geen JSON in de vaste schrijfwijze (RFC 8785)."),
    /** An entry has other members than its kind has. */
    MEMBERS("LB-12", "De regel heeft andere onderdelen dan bij zijn soort horen."),
    /** A member has another form. */
    MEMBER("LB-13", "Dit onderdeel heeft een andere vorm dan is afgesproken."),
    /** The moment is not that of the identifier, or before it where an operation begins with it. */
    MOMENT("LB-14", "Het moment is een ander dan het moment in het nummer van de regel."),
    /** The identifier stands in the bundle already. */
    REPEATED("LB-15", "Dit nummer staat er al."),
    /** An attachment has another form. */
    ATTACHMENT("LB-20", "Deze bijlage heeft een andere vorm dan is afgesproken."),
    /** An attachment belongs to no entry, or stands at another place than its entry's order gives it. */
    MISPLACED("LB-21", "Deze bijlage hoort bij geen regel, of staat niet in de volgorde van de regels."),
    /** The private part is not what the entry commits to. */
    COMMITMENT("LB-22", "De bijzonderheden zijn niet die waarop de regel is vastgelegd."),
    /** An operation has another number of lines. */
    LINE_COUNT("LB-23", "De verwerking heeft een ander aantal leerlingregels dan in de regel staat."),
    /** The lines of an operation have another root. */
    LINE_ROOT("LB-24", "De leerlingregels zijn niet die waarop de regel is vastgelegd."),
    /** A manifest is not signed by the key of manifests. */
    MANIFEST_SIGNATURE("LB-25", "De lijst van kenmerken is niet ondertekend met de sleutel van de ondertekenaar."),
    /** A manifest is about another package than the log. */
    MANIFEST_PACKAGE("LB-26", "De lijst van kenmerken hoort bij een ander pakket dan dat in het logboek."),
    /** A release has no manifest in the bundle. */
    MANIFEST_MISSING("LB-27", "Bij deze vrijgave ontbreekt de lijst van kenmerken."),
    /** A social-emotional variable stands in a manifest without consent as its basis. */
    NO_CONSENT("LB-28", "Een sociaal-emotioneel kenmerk staat er zonder toestemming als grondslag."),
    /** There are manifests, and no key of manifests was given. */
    NO_MANIFEST_KEY("LB-29", "Er zijn lijsten van kenmerken, maar de sleutel van de ondertekenaar is niet gegeven."),
    /** What follows the line checkpoint is not a signed note of a checkpoint. */
    NOTE("LB-30", "De ondertekende stand heeft een andere vorm dan is afgesproken."),
    /** The bundle or its checkpoint is of a log that is not in the policy. */
    ORIGIN("LB-31", "Dit is een ander logboek dan dat van het beleid."),
    /** The checkpoint has another size than the bundle. */
    SIZE("LB-32", "De ondertekende stand telt een ander aantal regels dan de bundel."),
    /** The root of the entries is not that of the checkpoint. */
    ROOT(
            "LB-33",
            "De regels zijn niet die waarop de stand is ondertekend: er is een regel veranderd, weg, bij of verwisseld."),
    /** A signature by a key that is not in the policy, or twice by one key. */
    FOREIGN_SIGNATURE(
            "LB-34", "Een handtekening is van een sleutel die niet in het beleid staat, of staat er twee keer."),
    /** The log's signature is missing or wrong. */
    LOG_SIGNATURE("LB-35", "De handtekening van het logboek ontbreekt of klopt niet."),
    /** The cosignature of a witness is wrong. */
    COSIGNATURE("LB-36", "De handtekening van een getuige klopt niet."),
    /** Fewer witnesses have signed than the policy asks. */
    QUORUM("LB-37", "Er hebben minder getuigen getekend dan het beleid vraagt."),
    /** The log is shorter than it was. */
    ROLLBACK("LB-40", "Het logboek is korter dan bij de vorige controle: het is teruggezet."),
    /** The log is not the one that was verified before. */
    FORK("LB-41", "Het logboek is een ander dan bij de vorige controle: wat toen was gecontroleerd is veranderd."),
    /** Entries are left out that this verifier has not verified. */
    GAP("LB-42", "De bundel laat regels weg die hier nog niet zijn gecontroleerd."),
    /** The state is of another log. */
    OTHER_STATE("LB-43", "De stand van de vorige controle is van een ander logboek."),
    /** A release without the agreement of another person before it. */
    ONE_APPROVER("LB-50", "Voor deze vrijgave ontbreekt het eerdere akkoord van een ander."),
    /** Both agreements are of one person. */
    SAME_APPROVER("LB-51", "Beide akkoorden van deze vrijgave zijn van dezelfde persoon."),
    /** A step of a release that does not follow from the steps before it. */
    RELEASE_ORDER("LB-52", "Deze stap van een vrijgave volgt niet op wat er eerder in het logboek staat."),
    /** A key event without the other half before it. */
    UNPAIRED("LB-53", "Bij deze sleutelhandeling ontbreekt het eerdere voorstel."),
    /** Both halves of a key event are of one custodian. */
    SAME_CUSTODIAN("LB-54", "Deze sleutelhandeling is door dezelfde beheerder voorgesteld en bevestigd."),
    /** A key event that was proposed anew while the first proposal is open. */
    PROPOSED_TWICE("LB-55", "Deze sleutelhandeling is nog eens voorgesteld voordat de eerste af was."),
    /** An act on a release or a key that this verifier does not know. */
    UNKNOWN_ACT("LB-56", "Deze handeling met een vrijgave of een sleutel is hier niet bekend."),
    /** An act on a release or a key by nobody. */
    NOBODY("LB-57", "Bij deze handeling met een vrijgave of een sleutel staat niet wie haar deed.");

    private final String code;
    private final String text;

    LogFaultCode(String code, String text) {
        this.code = code;
        this.text = text;
    }

    /** The stable code: {@code LB-33}. */
    public String code() {
        return code;
    }

    /** A Dutch sentence for the reader of the report. */
    public String text() {
        return text;
    }
}
