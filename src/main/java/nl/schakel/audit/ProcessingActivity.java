package nl.schakel.audit;

/**
 * The processing activities of the register (article 30 GDPR) in the version now in force. Table {@code
 * audit.processing_activity} describes every version there has been: purpose, legal basis, data categories, retention. A
 * changed activity gets a higher version and so a new identifier; no identifier is ever used again.
 */
public enum ProcessingActivity {
    CHECK_DELIVERY("levering-controleren", 1),
    RECEIVE_DELIVERY("levering-ontvangen", 1),
    WITHDRAW_DELIVERY("levering-intrekken", 1),
    CHANGE_NUMBER("nummer-wijzigen", 1),
    LOAD_REGISTER("registers-laden", 1),
    LINK("koppelen", 1),
    RECORD_OBJECTION("bezwaar-vastleggen", 1),
    RECORD_CONSENT("toestemming-vastleggen", 1),
    ADMINISTER_STUDY("onderzoek-beoordelen", 1),
    BUILD_EXTRACT("extract-maken", 1),
    RELEASE("vrijgeven", 1),
    RECALL("terugroepen", 1),
    MONITOR("monitor-berekenen", 1),
    REPORT("schoolrapport-maken", 1),
    ANSWER_SUBJECT("verzoek-van-betrokkene-beantwoorden", 1),
    ADMINISTER_ACCOUNTS("accounts-beheren", 1),
    OVERSEE("toezicht-houden", 1),
    ADMINISTER_KEYS("sleutels-beheren", 1),
    OPERATE("dienst-beheren", 1);

    private final String name;
    private final int version;

    ProcessingActivity(String name, int version) {
        this.name = name;
        this.version = version;
    }

    /** The identifier of this activity and version: {@code urn:schakel:verwerking:<name>:<version>}. */
    public String uri() {
        return "urn:schakel:verwerking:" + name + ":" + version;
    }
}
