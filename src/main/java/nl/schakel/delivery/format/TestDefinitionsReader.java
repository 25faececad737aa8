package nl.schakel.delivery.format;

import java.io.IOException;
import java.util.Optional;
import nl.schakel.delivery.DeliveryRule;

/** The element {@code toetsen}: the definitions of the tests. Norms and hierarchy are read past. */
final class TestDefinitionsReader {
    private static final int LONGEST_NAME = 128;

    private final XmlCursor xml;
    private final TestTable tests;
    private final RowReport report;

    TestDefinitionsReader(XmlCursor xml, TestTable tests, RowReport report) {
        this.xml = xml;
        this.tests = tests;
        this.report = report;
    }

    /** Reads the element on which the cursor stands. */
    void read() throws IOException {
        int depth = xml.depth();
        while (xml.child(depth)) {
            if (xml.namespace().equals(ResultsReader.UWLR) && xml.name().equals("toets")) {
                readTest();
            }
        }
    }

    private void readTest() throws IOException {
        long line = xml.line();
        int depth = xml.depth();
        String code = "";
        String version = "";
        String name = "";
        String grade = "";
        String subject = "";
        while (xml.child(depth)) {
            switch (xml.name()) {
                case "toetscode" -> code = xml.text().text();
                case "versie" -> version = shortText();
                case "toetsnaam" -> name = shortText();
                case "leerjaar" -> grade = shortText();
                case "vakgebied" -> subject = shortText();
                default -> {
                    // norms, hierarchy, components
                }
            }
        }
        if (code.isBlank()) {
            throw SchoolHead.missingPart(line, "toetsen/toets/toetscode");
        }
        if (!tests.define(code, new TestTable.Definition(present(version), present(name), subject, grade))) {
            report.note(DeliveryRule.TEST_DEFINED_TWICE, line, "toetsen/toets/toetscode");
        }
    }

    private String shortText() throws IOException {
        String text = xml.text().text().strip();
        return text.length() <= LONGEST_NAME ? text : text.substring(0, LONGEST_NAME);
    }

    private static Optional<String> present(String text) {
        return text.isEmpty() ? Optional.empty() : Optional.of(text);
    }
}
