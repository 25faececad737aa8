package nl.schakel.audit;

import java.util.Map;

/** Under which processing activity a refused act would have come, by its name. */
final class RefusedActivity {
    private static final Map<String, ProcessingActivity> OF_FEATURE = Map.of(
            "delivery", ProcessingActivity.RECEIVE_DELIVERY,
            "pseudonym", ProcessingActivity.RECEIVE_DELIVERY,
            "register", ProcessingActivity.LOAD_REGISTER,
            "linkage", ProcessingActivity.LINK,
            "study", ProcessingActivity.ADMINISTER_STUDY,
            "extract", ProcessingActivity.BUILD_EXTRACT,
            "release", ProcessingActivity.RELEASE,
            "account", ProcessingActivity.ADMINISTER_ACCOUNTS,
            "oversight", ProcessingActivity.ANSWER_SUBJECT,
            "audit", ProcessingActivity.OVERSEE);

    private RefusedActivity() {}

    /**
     * The activity.
     *
     * @param act a dotted name that begins with the feature: {@code delivery.withdraw}
     * @param object what the request was about: one feature keeps objections and consent
     */
    static ProcessingActivity of(String act, String object) {
        if (act.startsWith("delivery.") && act.contains("withdraw")) {
            return ProcessingActivity.WITHDRAW_DELIVERY;
        }
        if (act.startsWith("delivery.") && act.contains("number")) {
            return ProcessingActivity.CHANGE_NUMBER;
        }
        if (act.startsWith("consent.")) {
            boolean objection = object.startsWith("objection");
            return objection ? ProcessingActivity.RECORD_OBJECTION : ProcessingActivity.RECORD_CONSENT;
        }
        if (act.startsWith("pseudonym.") && object.startsWith("key")) {
            return ProcessingActivity.ADMINISTER_KEYS;
        }
        if (act.equals("release.recall")) {
            return ProcessingActivity.RECALL;
        }
        String feature = act.substring(0, Math.max(0, act.indexOf('.')));
        return OF_FEATURE.getOrDefault(feature, ProcessingActivity.OPERATE);
    }
}
