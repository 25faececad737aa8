package nl.schakel.audit.format;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Period;
import java.time.format.DateTimeParseException;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.function.Function;
import java.util.regex.Pattern;
import nl.schakel.audit.ActivityField;
import nl.schakel.audit.HeadField;
import nl.schakel.audit.Kept;
import nl.schakel.audit.ProcessingActivity;

/**
 * What the register says, from the file of the program and the configuration of the place where it runs.
 *
 * @param head what holds for all activities
 * @param activities what is said of each; a period of retention stands in words
 */
record RegisterTexts(Map<HeadField, String> head, Map<ProcessingActivity, Map<ActivityField, String>> activities) {
    private static final String FILE = "verwerkingsactiviteiten.properties";
    private static final Pattern LONGEST = Pattern.compile("[^\\p{Cntrl}]{1,1000}");

    /**
     * The texts under a configuration.
     *
     * @param configured the value of a key
     * @throws IllegalArgumentException naming a key whose value cannot be used
     */
    static RegisterTexts of(Function<String, Optional<String>> configured) {
        Properties file = file();
        Map<HeadField, String> head = new EnumMap<>(HeadField.class);
        for (HeadField field : HeadField.values()) {
            String key = field.key();
            head.put(field, configured.apply(key).map(text -> line(key, text)).orElse(file.getProperty(field.dutch())));
        }
        Map<Kept, String> periods = new EnumMap<>(Kept.class);
        for (Kept kept : Kept.values()) {
            String key = kept.key();
            periods.put(
                    kept,
                    PeriodWords.of(
                            configured.apply(key).map(text -> period(key, text)).orElse(kept.usual())));
        }
        Map<ProcessingActivity, Map<ActivityField, String>> activities = new EnumMap<>(ProcessingActivity.class);
        for (ProcessingActivity activity : ProcessingActivity.values()) {
            activities.put(activity, described(file, activity, periods));
        }
        return new RegisterTexts(head, activities);
    }

    private static Map<ActivityField, String> described(
            Properties file, ProcessingActivity activity, Map<Kept, String> periods) {
        Map<ActivityField, String> fields = new EnumMap<>(ActivityField.class);
        for (ActivityField field : ActivityField.values()) {
            String text = file.getProperty(activity.word() + "." + field.dutch());
            for (Map.Entry<Kept, String> period : periods.entrySet()) {
                text = text.replace("{" + period.getKey().dutch() + "}", period.getValue());
            }
            fields.put(field, text);
        }
        return fields;
    }

    private static String line(String key, String text) {
        String line = text.strip();
        if (!LONGEST.matcher(line).matches()) {
            throw new IllegalArgumentException(key + " is one line of 1 to 1000 characters");
        }
        return line;
    }

    private static Period period(String key, String text) {
        try {
            Period period = Period.parse(text.strip()).normalized();
            if (!period.isZero() && !period.isNegative()) {
                return period;
            }
        } catch (DateTimeParseException e) {
            // told below, without the value
        }
        throw new IllegalArgumentException(key + " is a period of ISO 8601 in years, months or days, as P7Y");
    }

    private static Properties file() {
        Properties file = new Properties();
        try (InputStream stream = RegisterTexts.class.getResourceAsStream(FILE)) {
            if (stream == null) {
                throw new IllegalStateException("the program lacks " + FILE);
            }
            Reader reader = new InputStreamReader(stream, StandardCharsets.UTF_8);
            file.load(reader);
            return file;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
