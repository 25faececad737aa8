package nl.schakel.delivery.format;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import nl.schakel.delivery.DeliveryRefused;
import nl.schakel.delivery.SchoolUploads;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The upload page's own module in Chromium, beside the Java tool: both send the same bytes of every file, or nothing. */
class BrowserStripperIT {
    private static final LocalDate TODAY = LocalDate.of(2022, 3, 1);
    private static final String REFUSED = "refused";
    private static final String STRIP =
            """
            async ({ files, today }) => {
              const { decode, strip } = await import('/ontdaan.js');
              const y = (n) => btoa(n + '\\0'.repeat(23)).replaceAll('+', '-').replaceAll('/', '_').replaceAll('=', '');
              return files.map((file) => {
                try {
                  const bytes = Uint8Array.from(atob(file), (sign) => sign.charCodeAt(0));
                  const content = strip(decode(bytes), today);
                  return content.write(new Map(content.numbers.map((n) => [n, y(n)])));
                } catch (e) {
                  return e.code === undefined ? `broken: ${e}` : 'refused';
                }
              });
            }
            """;
    private static HttpServer server;
    private static Playwright playwright;
    private static Page page;

    @BeforeAll
    static void open_a_page_with_the_module() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", BrowserStripperIT::answer);
        server.start();
        playwright = Playwright.create(
                new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
        Browser chromium = playwright
                .chromium()
                .launch(new BrowserType.LaunchOptions()
                        .setExecutablePath(Path.of(System.getProperty("schakel.chromium", "/usr/bin/chromium")))
                        .setArgs(List.of("--no-sandbox", "--disable-gpu")));
        page = chromium.newPage();
        page.navigate("http://localhost:" + server.getAddress().getPort() + "/");
    }

    @AfterAll
    static void close() {
        playwright.close();
        server.stop(0);
    }

    private static void answer(HttpExchange exchange) throws IOException {
        boolean script = exchange.getRequestURI().getPath().equals("/ontdaan.js");
        byte[] body = script
                ? Files.readAllBytes(Path.of("src/main/frontend/blind/ontdaan.js"))
                : "<!DOCTYPE html><title>test</title>".getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().set("Content-Type", script ? "text/javascript" : "text/html; charset=utf-8");
        exchange.sendResponseHeaders(200, body.length);
        exchange.getResponseBody().write(body);
        exchange.close();
    }

    @Test
    void browser_and_tool_send_the_same_of_every_file_of_the_readers_tables() throws IOException {
        Map<String, byte[]> files = new LinkedHashMap<>();
        SpecFiles.all().forEach((title, file) -> files.put(title, file.getBytes(StandardCharsets.UTF_8)));
        assertThat(files).hasSizeGreaterThan(60);
        assertThat(differences(files)).isEmpty();
    }

    @Test
    void browser_and_tool_read_the_same_character_sets_and_refuse_the_same_document_types() throws IOException {
        String pupils = "<EDEX><school><schooljaar>2021-2022</schooljaar></school><leerlingen><leerling key=\"é1\">"
                + "<achternaam>Zwaluw</achternaam><bsn>123456782</bsn></leerling></leerlingen></EDEX>";
        Map<String, byte[]> files = new LinkedHashMap<>();
        for (String name :
                List.of("UTF-8", "ISO-8859-1", "windows-1252", "UTF-16LE", "UTF-16BE", "US-ASCII", "UTF-7")) {
            Charset charset = name.equals("UTF-7") ? StandardCharsets.US_ASCII : Charset.forName(name);
            String mark = name.startsWith("UTF-16") ? "\uFEFF" : "";
            String declared = mark + "<?xml version=\"1.0\" encoding=\"" + name.replaceAll("[LB]E$", "") + "\"?>";
            files.put(name, (declared + pupils).getBytes(charset));
        }
        files.put("no declaration", pupils.getBytes(StandardCharsets.UTF_8));
        files.put("wrong bytes", pupils.getBytes(StandardCharsets.ISO_8859_1));
        files.put("mark", ("\uFEFF" + pupils).getBytes(StandardCharsets.UTF_8));
        files.put("document type", ("<!DOCTYPE EDEX>" + pupils).getBytes(StandardCharsets.UTF_8));
        files.put("entity", ("<!DOCTYPE EDEX [<!ENTITY a \"b\">]>" + pupils).getBytes(StandardCharsets.UTF_8));
        files.put("not closed", pupils.substring(0, 120).getBytes(StandardCharsets.UTF_8));
        files.put("nothing", new byte[0]);
        files.put("another root", "<EDEXML/>".getBytes(StandardCharsets.UTF_8));
        files.put("number as key", pupils.replace("é1", "123456782").getBytes(StandardCharsets.UTF_8));
        assertThat(differences(files)).isEmpty();
    }

    @Test
    void browser_and_tool_keep_the_same_files_with_numbers_as_keys_at_school() throws IOException {
        Map<String, byte[]> files = new LinkedHashMap<>();
        KeyFiles.thatStayAtSchool().forEach((title, file) -> files.put(title, file.getBytes(StandardCharsets.UTF_8)));
        assertThat(sent(files).values()).containsOnly(REFUSED);
        KeyFiles.thatMayLeave().forEach((title, file) -> files.put(title, file.getBytes(StandardCharsets.UTF_8)));
        assertThat(differences(files)).isEmpty();
    }

    @Test
    void browser_and_tool_judge_dates_of_birth_alike() throws IOException {
        Map<String, byte[]> files = new LinkedHashMap<>();
        for (String date : List.of(
                "2012-06-21",
                "2012-06-21Z",
                "2012-06-21+01:00",
                "2012-06-21-11:30",
                " 2012-06-21 ",
                "2012-06-21+1:00",
                "2012-06-21T00:00:00",
                "2012-02-29",
                "2013-02-29",
                "2012-06-31",
                "2012-13-01",
                "2012-00-10",
                "2012-01-00",
                "0000-01-01",
                "0050-01-01",
                "1991-10-01",
                "1991-10-02",
                "2022-03-01",
                "2022-03-02",
                "2012-6-21",
                "20120621",
                "2012/06/21",
                "21-06-2012",
                "morgen",
                "")) {
            String pupil = "<EDEX><school><schooljaar>2021-2022</schooljaar></school><leerlingen><leerling key=\"k\">"
                    + "<geboortedatum>" + date + "</geboortedatum></leerling></leerlingen></EDEX>";
            files.put(date, pupil.getBytes(StandardCharsets.UTF_8));
        }
        assertThat(differences(files)).isEmpty();
    }

    /** What the browser makes of each file that the tool does not make of it. */
    private static Map<String, String> differences(Map<String, byte[]> files) throws IOException {
        Map<String, String> sent = sent(files);
        Map<String, String> differences = new TreeMap<>();
        for (Map.Entry<String, byte[]> file : files.entrySet()) {
            String browser = String.valueOf(sent.get(file.getKey()));
            String tool = tool(file.getValue());
            if (!browser.equals(tool)) {
                differences.put(file.getKey(), "browser: " + browser + "\ntool: " + tool);
            }
        }
        return differences;
    }

    /** What the browser makes of each file. */
    private static Map<String, String> sent(Map<String, byte[]> files) {
        List<String> bytes =
                files.values().stream().map(Base64.getEncoder()::encodeToString).toList();
        List<?> answers = (List<?>) page.evaluate(STRIP, Map.of("files", bytes, "today", TODAY.toString()));
        Map<String, String> sent = new LinkedHashMap<>();
        files.keySet().forEach(title -> sent.put(title, String.valueOf(answers.get(sent.size()))));
        return sent;
    }

    private static String tool(byte[] file) throws IOException {
        try {
            return new String(SpecFiles.strip(file, TODAY), StandardCharsets.UTF_8);
        } catch (DeliveryRefused | SchoolUploads.NotDelivered e) {
            return REFUSED;
        }
    }
}
