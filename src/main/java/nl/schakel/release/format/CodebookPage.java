package nl.schakel.release.format;

import java.util.List;
import nl.schakel.extract.ExtractColumn;
import nl.schakel.release.PackageContents;
import nl.schakel.school.SchoolYear;

/** The codebook as one page without script, style or picture, for reading. */
final class CodebookPage {
    private final PackageContents contents;

    CodebookPage(PackageContents contents) {
        this.contents = contents;
    }

    String html() {
        StringBuilder html = new StringBuilder(1 << 14);
        String title = "Codeboek " + contents.study().code();
        html.append("<!DOCTYPE html>\n<html lang=\"nl\">\n<head>\n<meta charset=\"utf-8\">\n<title>")
                .append(escape(title))
                .append("</title>\n</head>\n<body>\n<h1>")
                .append(escape(title))
                .append("</h1>\n<p>")
                .append(escape(contents.study().title()))
                .append("</p>\n<p>")
                .append(contents.content().rows())
                .append(" leerlingen, één rij per leerling. De kolom rp is het pseudoniem van de leerling. Het geldt")
                .append(" alleen binnen dit onderzoek.</p>\n");
        table(html, contents.content().columns());
        return html.append("</body>\n</html>\n").toString();
    }

    private static void table(StringBuilder html, List<ExtractColumn> columns) {
        html.append("<table>\n<caption>Kolommen van gegevens.csv</caption>\n<thead><tr>");
        for (String head :
                List.of("Kolom", "Label", "Betekenis", "Eenheid", "Bron", "Schooljaar", "Codes", "Ontbrekend")) {
            html.append("<th scope=\"col\">").append(head).append("</th>");
        }
        html.append("</tr></thead>\n<tbody>\n");
        for (ExtractColumn column : columns) {
            html.append("<tr><th scope=\"row\">").append(escape(column.name())).append("</th>");
            cell(html, column.label().nl());
            cell(html, column.variable().meaning().nl());
            cell(html, column.variable().unit().nl());
            cell(html, column.variable().dataset().label().nl());
            cell(html, column.schoolYear().map(SchoolYear::toString).orElse(""));
            cell(html, Codebook.codes(column));
            cell(html, Codebook.missing(column));
            html.append("</tr>\n");
        }
        html.append("</tbody>\n</table>\n");
    }

    private static void cell(StringBuilder html, String text) {
        html.append("<td>").append(escape(text)).append("</td>");
    }

    private static String escape(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;");
    }
}
