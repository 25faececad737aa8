package nl.schakel.audit;

import java.util.EnumMap;
import java.util.Map;

/** Texts of the register for tests: every field says its own name and what the test adds. */
public final class TheRegister {
    private TheRegister() {}

    /** What holds for all activities. */
    public static Map<HeadField, String> head(String added) {
        Map<HeadField, String> head = new EnumMap<>(HeadField.class);
        for (HeadField field : HeadField.values()) {
            head.put(field, field.dutch() + " " + added);
        }
        return head;
    }

    /** What is said of every activity. */
    public static Map<ProcessingActivity, Map<ActivityField, String>> activities(String added) {
        Map<ProcessingActivity, Map<ActivityField, String>> all = new EnumMap<>(ProcessingActivity.class);
        for (ProcessingActivity activity : ProcessingActivity.values()) {
            all.put(activity, activity(activity, added));
        }
        return all;
    }

    /** What is said of one activity. */
    public static Map<ActivityField, String> activity(ProcessingActivity activity, String added) {
        Map<ActivityField, String> fields = new EnumMap<>(ActivityField.class);
        for (ActivityField field : ActivityField.values()) {
            fields.put(field, activity.word() + " " + field.dutch() + " " + added);
        }
        return fields;
    }
}
