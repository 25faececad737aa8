package nl.schakel.audit.page;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import nl.schakel.audit.ActivityField;
import nl.schakel.audit.HeadField;
import nl.schakel.audit.ProcessingActivity;
import nl.schakel.audit.ProcessingRegister;
import nl.schakel.audit.RegisterText;
import nl.schakel.audit.WordDifference;

/**
 * The register as its page shows it.
 *
 * @param head what holds for all activities
 * @param activities each activity
 */
public record ActivityView(Entry head, List<Entry> activities) {
    /**
     * One text of the register.
     *
     * @param name how the page addresses it
     * @param id the identifier in the log; empty for the head
     * @param title what stands above it; empty for the head
     * @param fields the version in force
     * @param changes what each later version changed, the newest first
     */
    public record Entry(
            String name, String id, String title, Instant since, List<Field> fields, List<Change> changes) {}

    /** A field and its text. */
    public record Field(String name, String text) {}

    /** What a version changed. */
    public record Change(int version, Instant since, List<FieldChange> fields) {}

    /** What changed in a field, word by word. */
    public record FieldChange(String name, List<WordDifference.Part> parts) {}

    static ActivityView of(ProcessingRegister register) {
        List<Entry> activities = new ArrayList<>();
        for (Map.Entry<String, List<RegisterText<ActivityField>>> each :
                register.activities().entrySet()) {
            RegisterText<ActivityField> newest = each.getValue().get(0);
            activities.add(entry(
                    each.getKey(),
                    ProcessingActivity.uri(each.getKey(), newest.version()),
                    each.getValue(),
                    ActivityField::dutch));
        }
        return new ActivityView(entry("register", "", register.heads(), HeadField::dutch), activities);
    }

    private static <F extends Enum<F>> Entry entry(
            String name, String id, List<RegisterText<F>> versions, Function<F, String> word) {
        RegisterText<F> newest = versions.get(0);
        List<Field> fields = new ArrayList<>();
        newest.fields().forEach((field, text) -> fields.add(new Field(word.apply(field), text)));
        String title = id.isEmpty() ? "" : fields.remove(0).text();
        List<Change> changes = new ArrayList<>();
        for (int i = 0; i + 1 < versions.size(); i++) {
            changes.add(change(versions.get(i + 1), versions.get(i), word));
        }
        return new Entry(name, id, title, newest.validFrom(), fields, changes);
    }

    private static <F extends Enum<F>> Change change(
            RegisterText<F> before, RegisterText<F> after, Function<F, String> word) {
        return new Change(
                after.version(),
                after.validFrom(),
                after.changedSince(before).stream()
                        .map(field -> new FieldChange(
                                word.apply(field),
                                WordDifference.between(before.get(field), after.get(field))
                                        .parts()))
                        .toList());
    }
}
