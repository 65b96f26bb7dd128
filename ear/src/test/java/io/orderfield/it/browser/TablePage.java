package io.orderfield.it.browser;

import com.google.gson.Gson;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Function;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * The editor of decision tables on a page without our server: its markup, words, styles and scripts as they ship, under the
 * policy of all pages, and a transport that keeps what is saved and answers what a test wants.
 */
final class TablePage implements AutoCloseable {
    private static final Path WEB = Path.of(System.getProperty("root.dir"), "web");
    private static final Path PAGES = WEB.resolve("src/main/webapp");
    private static final Path SCRIPTS = PAGES.resolve("resources/workspace");
    private static final Path WORDS = WEB.resolve("src/main/resources/io/orderfield/web/messages.properties");

    /** Where the build of the pages puts it. */
    private static final Path LIBRARY = WEB.resolve("target/tabulator/tabulator.min.js");

    private static final Map<String, String> TYPES =
            Map.of(".js", "text/javascript", ".svg", "image/svg+xml", ".woff2", "font/woff2");
    private static final Pattern POLICY =
            Pattern.compile("primefaces\\.CSP_POLICY</param-name>.*?<param-value>(.*?)</param-value>", Pattern.DOTALL);
    private static final Pattern WORD = Pattern.compile("#\\{m\\['([^']+)'\\]\\}");
    private static final Pattern RESOURCE = Pattern.compile("#\\{resource\\['workspace:([^']+)'\\]\\}");
    private static final List<String> BANDWIDTHS = List.of("100 Mbit/s", "500 Mbit/s", "1 Gbit/s");
    private static final String TRANSPORT = """
            const asked = path => fetch(path).then(answer => answer.json());
            const sent = (batch, keepalive) => fetch('/save', {method: 'POST', keepalive, body: JSON.stringify(batch)}).then(answer => answer.json());
            const begun = performance.now();
            window.TableEditor.start(document.querySelector('[data-table-editor]'), {load: () => asked('/table'), save: sent})
              .then(editor => { window.editor = editor; requestAnimationFrame(() => setTimeout(() => { window.shown = performance.now(); window.took = window.shown - begun; })); });
            """;

    private final Gson json = new Gson();
    private final HttpServer server;
    private final String policy = first(POLICY, read(PAGES.resolve("WEB-INF/web.xml")));
    private final List<JsonObject> saved = new CopyOnWriteArrayList<>();
    private volatile Map<String, Object> table = Map.of();
    private volatile Function<JsonObject, Map<String, Object>> answer = TablePage::taken;

    TablePage() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", this::serve);
        server.start();
    }

    String address() {
        return "http://127.0.0.1:" + server.getAddress().getPort() + "/";
    }

    /** What is loaded from now on: this many rows, r0 and following, and what was found in them. */
    void has(int rows, List<? extends Map<String, ?>> findings) {
        has(1, rows, findings);
    }

    void has(int revision, int rows, List<? extends Map<String, ?>> findings) {
        saved.clear();
        answer = TablePage::taken;
        table = Map.of(
                "revision", revision,
                "columns", columns(),
                "offered",
                        List.of(
                                column("characteristics.vlan", "<b>vlan</b>", "range", List.of(), false),
                                column("characteristics.bandwidth", "Bandwidth", "list", BANDWIDTHS, false)),
                "rows", IntStream.range(0, rows).mapToObj(TablePage::row).toList(),
                "findings", findings);
    }

    /** How what is saved is answered from now on. */
    void answers(Function<JsonObject, Map<String, Object>> how) {
        answer = how;
    }

    static Map<String, Object> taken(JsonObject batch) {
        return Map.of("revision", batch.get("revision").getAsInt() + 1, "findings", List.of());
    }

    /** All operations that the page has saved, in their order. */
    List<JsonObject> operations() {
        return saved.stream()
                .flatMap(batch -> batch.getAsJsonArray("operations").asList().stream())
                .map(JsonElement::getAsJsonObject)
                .toList();
    }

    List<JsonObject> batches() {
        return saved;
    }

    static Map<String, String> finding(String id, String column, String severity, String text) {
        return Map.of("id", id, "column", column, "severity", severity, "text", text);
    }

    private static List<Map<String, Object>> columns() {
        return List.of(
                column(
                        "specification",
                        "Specification",
                        "list",
                        List.of("FIBER-ACCESS", "SDWAN-EDGE", "ACCESS-POINT"),
                        false),
                column("action", "Action", "list", List.of("ADD", "CHANGE", "DISCONNECT"), false),
                column("region", "Region", "list", List.of("North", "South", "<img src=x onerror=alert(1)>"), false),
                column("quantity", "Quantity", "range", List.of(), false),
                column("priority", "Priority", "range", List.of("1", "2", "3", "4"), false),
                column("template", "Template", "choice", List.of("SITE-SURVEY", "FIBER-INSTALL", "AP-INSTALL"), true),
                column("workOrders", "Work orders", "choice", List.of("one", "one per unit"), true),
                column("pointOfNoReturn", "Point of no return", "choice", List.of("never", "on work start"), true));
    }

    private static Map<String, Object> column(
            String header, String label, String kind, List<String> values, boolean result) {
        return Map.of("header", header, "label", label, "kind", kind, "values", values, "result", result);
    }

    private static Map<String, Object> row(int number) {
        Map<String, String> cells = new LinkedHashMap<>();
        cells.put(
                "specification",
                List.of("FIBER-ACCESS", "ACCESS-POINT", "FIBER-ACCESS, SDWAN-EDGE")
                        .get(number % 3));
        cells.put("action", "ADD");
        cells.put("region", List.of("", "North", "South", "not(North)").get(number % 4));
        cells.put("quantity", number % 3 == 1 ? "<=100" : "");
        cells.put(
                "template",
                List.of("SITE-SURVEY", "AP-INSTALL", "FIBER-INSTALL").get(number % 3));
        cells.put("workOrders", number % 3 == 1 ? "one per unit" : "one");
        cells.put("pointOfNoReturn", number % 2 == 0 ? "on work start" : "never");
        return Map.of(
                "id",
                "r" + number,
                "note",
                number % 7 == 0 ? "Agreed with the field in March" : "",
                "active",
                number % 11 != 5,
                "validFrom",
                number % 5 == 0 ? "2026-01-01" : "",
                "validTo",
                "",
                "cells",
                cells);
    }

    private void serve(HttpExchange call) throws IOException {
        String path = call.getRequestURI().getPath();
        try (call) {
            switch (path) {
                case "/" -> send(call, "text/html", page());
                case "/transport.js" -> send(call, "text/javascript", TRANSPORT);
                case "/tabulator.min.js" -> send(call, "text/javascript", read(LIBRARY));
                case "/table" -> send(call, "application/json", json.toJson(table));
                case "/save" -> {
                    JsonObject batch = JsonParser.parseString(
                                    new String(call.getRequestBody().readAllBytes(), StandardCharsets.UTF_8))
                            .getAsJsonObject();
                    saved.add(batch);
                    send(call, "application/json", json.toJson(answer.apply(batch)));
                }
                default -> resource(call, SCRIPTS.resolve(path.substring(1)));
            }
        }
    }

    private void resource(HttpExchange call, Path file) throws IOException {
        String name = file.getFileName().toString();
        if (!Files.isRegularFile(file)) {
            call.sendResponseHeaders(404, -1);
        } else if (name.endsWith(".css")) {
            send(call, "text/css", RESOURCE.matcher(read(file)).replaceAll("/$1"));
        } else {
            send(call, TYPES.get(name.substring(name.lastIndexOf('.'))), Files.readAllBytes(file));
        }
    }

    private void send(HttpExchange call, String type, String body) throws IOException {
        send(call, type + ";charset=UTF-8", body.getBytes(StandardCharsets.UTF_8));
    }

    private void send(HttpExchange call, String type, byte[] body) throws IOException {
        call.getResponseHeaders().set("Content-Type", type);
        call.getResponseHeaders().set("Content-Security-Policy", policy);
        call.sendResponseHeaders(200, body.length);
        call.getResponseBody().write(body);
    }

    private static String page() {
        Properties words = words();
        String editor = WORD.matcher(read(PAGES.resolve("WEB-INF/decision-table/grid.xhtml")))
                .replaceAll(word -> Matcher.quoteReplacement(wordOf(words, word)))
                .replaceAll("</?ui:composition[^>]*>", "");
        List<String> scripts = new ArrayList<>(List.of("tabulator.min.js", "editing.js", "workspace.js"));
        Stream.of(
                        "rows",
                        "clipboard",
                        "saving",
                        "cell",
                        "selection",
                        "paint",
                        "shown",
                        "grid",
                        "actions",
                        "findings",
                        "editor")
                .forEach(part -> scripts.add("table-" + part + ".js"));
        scripts.add("transport.js");
        return """
                <!DOCTYPE html><html lang="en" data-theme="system"><head><meta charset="utf-8"><title>A decision table</title>
                <meta name="viewport" content="width=device-width, initial-scale=1"><meta name="color-scheme" content="light dark">
                <link rel="icon" href="/mark.svg"><link rel="stylesheet" href="/workspace.css"><link rel="stylesheet" href="/table-editor.css"></head>
                <body data-user="author"><main id="main"><div class="head"><h1>Work Order Policy</h1></div>
                """ + editor + "</main><div class=\"notices\"></div>"
                + scripts.stream()
                        .map(script -> "<script src=\"/" + script + "\"></script>")
                        .collect(Collectors.joining())
                + "</body></html>";
    }

    private static String wordOf(Properties words, MatchResult key) {
        String word = words.getProperty(key.group(1));
        if (word == null) {
            throw new AssertionError("No words for " + key.group(1));
        }
        return word;
    }

    private static Properties words() {
        Properties words = new Properties();
        try (Reader reader = Files.newBufferedReader(WORDS)) {
            words.load(reader);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return words;
    }

    private static String first(Pattern pattern, String text) {
        Matcher found = pattern.matcher(text);
        if (!found.find()) {
            throw new AssertionError("No policy in web.xml");
        }
        return found.group(1);
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
