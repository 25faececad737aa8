package nl.schakel.bench;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * Blind mode in headless Chromium: pupils a second of the upload page's own modules (stripping, blinding and finalizing in
 * workers, canaries included), against noble's bare blind and finalize of the same numbers in one thread of the same page.
 * The service's part is left out: the points that were blinded are answered as they are.
 */
public final class BrowserBench {
    private static final Path SCRIPT = Path.of("target/frontend/script");
    private static final int PUPILS = 998;
    private static final int ROUNDS = 5;
    private static final String MEASURE =
            """
            async (pupils) => {
              const { strip, canaries } = await import('/script/blind/ontdaan.js');
              const { Workers, evaluated } = await import('/script/blind/omrekenen.js');
              const { p256_oprf } = await import('/script/noble/curves/nist.js');
              const { blind, finalize } = p256_oprf.oprf;
              const valid = (n) => [...n].reduce((s, d, i) => s + d * (i < 8 ? 9 - i : -1), 0) % 11 === 0;
              const numbers = [];
              for (let n = 100000000 + Math.floor(Math.random() * 1e8); numbers.length < pupils; n++) {
                if (valid(String(n))) numbers.push(String(n));
              }
              const file = '<EDEX><school><schooljaar>2021-2022</schooljaar></school><leerlingen>'
                + numbers.map((n, i) => `<leerling key="${i}"><achternaam>x</achternaam><bsn>${n}</bsn></leerling>`).join('')
                + '</leerlingen></EDEX>';
              const some = numbers.slice(0, 100).map((n) => new TextEncoder().encode(`NLPGN\\u0001\\u0001\\t${n}`));
              let start = performance.now();
              some.forEach((input) => { const b = blind(input); finalize(input, b.blind, b.blinded); });
              const bare = 1000 * some.length / (performance.now() - start);
              const own = (input) => { const b = blind(input); return finalize(input, b.blind, b.blinded); };
              const text = (y) => btoa(String.fromCharCode(...y)).replaceAll('+', '-').replaceAll('/', '_').replaceAll('=', '');
              const pinned = canaries().map((input) => text(own(input)));
              const workers = new Workers('/script/blind/rekenaar.js');
              start = performance.now();
              const content = strip(file, '2022-03-01');
              const y = await evaluated(content.numbers, {
                workers, pinned, evaluate: async (points) => points, progress: () => {} });
              content.write(y);
              const page = 1000 * pupils / (performance.now() - start);
              workers.close();
              return { bare, page, cores: navigator.hardwareConcurrency };
            }
            """;

    private BrowserBench() {}

    /** Measures and prints. */
    public static void main(String[] arguments) throws IOException {
        HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", BrowserBench::answer);
        server.start();
        try (Playwright playwright = Playwright.create(
                        new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
                Browser chromium = playwright
                        .chromium()
                        .launch(new BrowserType.LaunchOptions()
                                .setExecutablePath(Path.of(System.getProperty("schakel.chromium", "/usr/bin/chromium")))
                                .setArgs(List.of("--no-sandbox", "--disable-gpu")))) {
            System.out.printf(Locale.ROOT, "Chromium %s, %d pupils a round%n", chromium.version(), PUPILS);
            for (int round = 1; round <= ROUNDS; round++) {
                Page page = chromium.newPage();
                page.navigate("http://localhost:" + server.getAddress().getPort() + "/");
                Map<?, ?> measured = (Map<?, ?>) page.evaluate(MEASURE, PUPILS);
                print(round, number(measured, "page"), number(measured, "bare"), number(measured, "cores"));
                page.close();
            }
        } finally {
            server.stop(0);
        }
    }

    private static double number(Map<?, ?> measured, String name) {
        return measured.get(name) instanceof Number number ? number.doubleValue() : 0;
    }

    private static void print(int round, double page, double bare, double cores) {
        System.out.printf(
                Locale.ROOT,
                "round %d: %.0f pupils/s in the page (%.0f cores), %.0f/s bare in one thread, ratio %.2f%n",
                round,
                page,
                cores,
                bare,
                page / bare);
    }

    private static void answer(HttpExchange exchange) throws IOException {
        String path = exchange.getRequestURI().getPath();
        boolean script = path.startsWith("/script/") && !path.contains("..");
        byte[] body = script
                ? Files.readAllBytes(SCRIPT.resolve(path.substring("/script/".length())))
                : "<!DOCTYPE html><title>bench</title>".getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().set("Content-Type", script ? "text/javascript" : "text/html; charset=utf-8");
        exchange.sendResponseHeaders(200, body.length);
        exchange.getResponseBody().write(body);
        exchange.close();
    }
}
