package nl.schakel.audit;

/**
 * The processing activities of the register (article 30 GDPR). Table {@code audit.processing_activity} describes every version
 * there has been; which one is in force {@link ActivitiesInForce} says. A changed activity gets a higher version and so a new
 * identifier; no identifier is ever used again.
 */
public enum ProcessingActivity {
    CHECK_DELIVERY("levering-controleren"),
    RECEIVE_DELIVERY("levering-ontvangen"),
    WITHDRAW_DELIVERY("levering-intrekken"),
    CHANGE_NUMBER("nummer-wijzigen"),
    LOAD_REGISTER("registers-laden"),
    LINK("koppelen"),
    RECORD_OBJECTION("bezwaar-vastleggen"),
    RECORD_CONSENT("toestemming-vastleggen"),
    ADMINISTER_STUDY("onderzoek-beoordelen"),
    BUILD_EXTRACT("extract-maken"),
    RELEASE("vrijgeven"),
    RECALL("terugroepen"),
    MONITOR("monitor-berekenen"),
    REPORT("schoolrapport-maken"),
    ANSWER_SUBJECT("verzoek-van-betrokkene-beantwoorden"),
    ADMINISTER_ACCOUNTS("accounts-beheren"),
    OVERSEE("toezicht-houden"),
    ADMINISTER_KEYS("sleutels-beheren"),
    OPERATE("dienst-beheren");

    private final String word;

    ProcessingActivity(String word) {
        this.word = word;
    }

    /** Its name in the register and in identifiers, the same in every version. */
    public String word() {
        return word;
    }

    /** The identifier of a version of this activity: {@code urn:schakel:verwerking:<name>:<version>}. */
    public String uri(int version) {
        return uri(word, version);
    }

    /** The same of an activity that the program may no longer know. */
    public static String uri(String word, int version) {
        return "urn:schakel:verwerking:" + word + ":" + version;
    }
}
