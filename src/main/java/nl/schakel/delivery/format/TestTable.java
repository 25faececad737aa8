package nl.schakel.delivery.format;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import nl.schakel.delivery.DeliveryRefused;
import nl.schakel.delivery.DeliveryRows;
import nl.schakel.delivery.DeliveryRule;
import nl.schakel.delivery.Place;
import nl.schakel.delivery.RowFault;
import nl.schakel.delivery.TestDefinition;
import nl.schakel.delivery.TestDomain;

/**
 * Numbers the tests (code and component) of a file as results use them, and explains them at the end. Looking up a known
 * test makes no object.
 */
final class TestTable {
    private static final int MOST = 50_000;

    /** A definition as it stands in the file. */
    record Definition(Optional<String> version, Optional<String> name, String subject, String grade) {}

    private static final class Used {
        private final String code;
        private final String component;
        private long rows;
        private long firstRow;
        private long firstLine;

        Used(String code, String component) {
            this.code = code;
            this.component = component;
        }
    }

    private final List<Used> used = new ArrayList<>();
    private final Map<String, Definition> definitions = new HashMap<>();
    private int[] slots = filled(256);

    /** The number of a test, from 0 without gaps. */
    int number(CharSpan code, CharSpan component) {
        int slot = slot(code, component);
        if (slots[slot] >= 0) {
            return slots[slot];
        }
        if (used.size() == MOST) {
            throw new DeliveryRefused.TooManyRows(MOST);
        }
        used.add(new Used(code.text(), component.text()));
        slots[slot] = used.size() - 1;
        if (used.size() * 2 > slots.length) {
            grow();
        }
        return used.size() - 1;
    }

    private int slot(CharSequence code, CharSequence component) {
        int mask = slots.length - 1;
        int slot = (int) KeySet.join(KeySet.hash(code), KeySet.hash(component)) & mask;
        while (slots[slot] >= 0 && !isTest(used.get(slots[slot]), code, component)) {
            slot = (slot + 1) & mask;
        }
        return slot;
    }

    private static boolean isTest(Used test, CharSequence code, CharSequence component) {
        return test.code.contentEquals(code) && test.component.contentEquals(component);
    }

    private void grow() {
        slots = filled(slots.length * 2);
        for (int i = 0; i < used.size(); i++) {
            slots[slot(used.get(i).code, used.get(i).component)] = i;
        }
    }

    private static int[] filled(int length) {
        int[] slots = new int[length];
        Arrays.fill(slots, -1);
        return slots;
    }

    /** A result of the test is handed over; how many there are now. */
    long count(int number) {
        Used test = used.get(number);
        test.rows++;
        return test.rows;
    }

    /** Where the first result of a test stands. */
    void first(int number, long row, long line) {
        used.get(number).firstRow = row;
        used.get(number).firstLine = line;
    }

    /** Takes a definition; false where the code was defined before. */
    boolean define(String code, Definition definition) {
        if (definitions.size() == MOST) {
            throw new DeliveryRefused.TooManyRows(MOST);
        }
        return definitions.putIfAbsent(code, definition) == null;
    }

    /** Explains each test in use to the sink; the number of results whose test is not defined. */
    long explain(DeliveryRows sink, RowReport report) {
        long undefined = 0;
        for (int number = 0; number < used.size(); number++) {
            Used test = used.get(number);
            Definition definition = definitions.get(test.code);
            if (test.rows > 0 && definition == null) {
                undefined += test.rows;
                Place place = new Place(test.firstLine, "resultaat/toetscode");
                sink.undefinedTest(number, test.rows, new RowFault(test.firstRow, place, DeliveryRule.TEST_UNDEFINED));
            } else if (test.rows > 0 && definition != null) {
                explain(sink, number, definition);
            }
        }
        return undefined;
    }

    private void explain(DeliveryRows sink, int number, Definition definition) {
        Used test = used.get(number);
        TestTraits traits = TestTraits.of(definition.subject, definition.name.orElse(""), test.code, definition.grade);
        if (traits.domain() == TestDomain.UNKNOWN) {
            sink.fault(new RowFault(0, new Place(test.firstLine, "toets/vakgebied"), DeliveryRule.TEST_NOT_RECOGNISED));
        }
        sink.test(new TestDefinition(
                number,
                test.code,
                Optional.of(test.component).filter(component -> !component.isEmpty()),
                definition.version,
                definition.name,
                traits.domain(),
                traits.grade(),
                traits.moment()));
    }
}
