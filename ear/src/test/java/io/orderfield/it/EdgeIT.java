package io.orderfield.it;

import static org.assertj.core.api.Assertions.assertThat;

import io.orderfield.it.support.Api;
import io.orderfield.it.support.RawHttps;
import io.orderfield.it.support.RawHttps.Answer;
import io.orderfield.it.support.RunningServer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * What no honest client sends gets a clear answer: from the API a problem document with a stable code, from the pages an
 * error page. Nothing of it leaves a stack trace in the log, or a session.
 */
@ExtendWith(RunningServer.class)
class EdgeIT {
    private static final String LIST = "/api/v1/customer-orders";
    private static final String FILES = "/api/v1/work-order-tasks/WOT0001001/attachments";
    private static final String JSON = "Content-Type: application/json\r\n";
    private static final String FORM = "Content-Type: application/x-www-form-urlencoded\r\n";

    private static RunningServer running;
    private static RawHttps line;
    private static String authorization;

    /** Of somebody who may add files: the right comes before the body. */
    private static String dispatcher;

    /** A request, and what it is answered. */
    private record Case(String name, String request, int status, String code) {}

    @BeforeAll
    static void server(RunningServer given) {
        running = given;
        line = new RawHttps(running.server().address());
        authorization = token("agent");
        dispatcher = token("dispatcher");
    }

    private static String token(String user) {
        String basic = Base64.getEncoder().encodeToString((user + ":" + Api.PASSWORD).getBytes(StandardCharsets.UTF_8));
        Answer token = line.send(request("POST", "/api/v1/token", "Authorization: Basic " + basic + "\r\n", ""));
        String body = token.body();
        int from = body.indexOf("\"access_token\":\"") + 16;
        return "Authorization: Bearer " + body.substring(from, body.indexOf('"', from)) + "\r\n";
    }

    @Test
    void theApiAnswersNonsenseWithAProblem() {
        List<Case> cases = new ArrayList<>();
        cases.addAll(wishes());
        cases.addAll(bodies());
        cases.addAll(addresses());
        cases.addAll(frames());
        cases.addAll(methods());
        assertThat(cases).hasSizeGreaterThan(60);
        int log = running.server().log().length();
        SoftAssertions softly = new SoftAssertions();
        for (Case given : cases) {
            Answer answer = line.send(given.request());
            softly.assertThat(answer.status()).as(given.name() + ": " + answer).isEqualTo(given.status());
            softly.assertThat(answer.header("Content-Type")).as(given.name()).startsWith("application/problem+json");
            softly.assertThat(answer.header("Content-Security-Policy"))
                    .as(given.name())
                    .startsWith("default-src 'none'");
            softly.assertThat(answer.body()).as(given.name()).contains("\"code\":\"" + given.code() + "\"");
            softly.assertThat(answer.body()).as(given.name()).doesNotContain("Exception", ".java:", "SRVE", "RESTEASY");
            softly.assertThat(answer.all("Set-Cookie")).as(given.name()).isEmpty();
        }
        softly.assertAll();
        assertThat(running.server().log().substring(log)).doesNotContain("\tat ", "RESTEASY", "internal-error");
    }

    @Test
    void whoHangsUpInMidAnswerLeavesNoTrace() {
        int log = running.server().log().length();
        for (int i = 0; i < 3; i++) {
            line.hangUp(request("GET", "/openapi", authorization, ""), 3_000);
            line.hangUp(request("GET", LIST + "?size=200", authorization, ""), 1_000);
            line.hangUp(request("GET", "/login.xhtml", "", ""), 500);
            // as long as the three before, and read to its end: by then the server knows what became of them
            assertThat(line.send(request("GET", "/openapi", authorization, "")).status())
                    .isEqualTo(200);
        }
        assertThat(running.server().log().substring(log))
                .doesNotContain("\tat ", "FFDC1015I", "SRVE0777E", "SRVE8", " E ");
    }

    private static List<Case> wishes() {
        List<Case> cases = new ArrayList<>();
        for (String accept :
                List.of("*/*;q=abc", "nonsense", ";;;,,,/", "application/json;q=", "a/b;c", "application/xml")) {
            cases.add(api("GET", LIST, "Accept: " + accept + "\r\n", "", 406, "not-acceptable"));
        }
        for (String languages : List.of(";;q=x", "en;q=high", "<de>", "xxxxxxxxx-*;q=zz,,,")) {
            cases.add(api("GET", LIST, "Accept-Language: " + languages + "\r\n", "", 400, "invalid-header"));
        }
        cases.add(api("PATCH", LIST + "/ORD9999999", "If-Match: \"\r\n" + JSON, "{}", 400, "invalid-if-match"));
        cases.add(api("GET", LIST + "?size=many", "", "", 400, "invalid-request"));
        cases.add(api("GET", LIST + "?size=100000", "", "", 400, "invalid-page"));
        return cases;
    }

    private static List<Case> bodies() {
        List<Case> cases = new ArrayList<>();
        for (String type : List.of(
                "nonsense", "/", "", "application/*", "application/json;;;=", "text/plain", "*/*", "image/png")) {
            cases.add(api("POST", LIST, "Content-Type: " + type + "\r\n", "{}", 415, "unsupported-media-type"));
        }
        for (String charset : List.of("x-nope", "\"~*?\"", "UTF-16", "ISO-8859-1")) {
            String type = "Content-Type: application/json;charset=" + charset + "\r\n";
            cases.add(api("POST", LIST, type, "{}", 415, "unsupported-media-type"));
        }
        for (String encoding : List.of("gzip", "br", "deflate", "nope", "identity, gzip")) {
            String header = "Content-Encoding: " + encoding + "\r\n" + JSON;
            cases.add(api("POST", LIST, header, "no such thing", 415, "unsupported-encoding"));
        }
        cases.add(api("POST", LIST, "", "{}", 415, "unsupported-media-type"));
        cases.add(api("POST", LIST, FORM, "a=%zz", 415, "unsupported-media-type"));
        cases.add(api("POST", FILES, "Content-Type: multipart/form-data\r\n", "abc", 400, "invalid-header"));
        cases.add(api("POST", LIST, "Content-Type: multipart/mixed\r\n", "abc", 400, "invalid-header"));
        cases.add(
                api("POST", FILES, "Content-Type: multipart/form-data; boundary=x\r\n", "abc", 400, "invalid-request"));
        cases.add(api(
                "POST",
                FILES,
                "Content-Type: multipart/form-data; boundary=\r\n",
                "abc",
                415,
                "unsupported-media-type"));
        cases.add(api("POST", LIST, JSON, "{\"account\":\"\u00ff\u00fe\"}", 400, "malformed-json"));
        cases.add(api("POST", LIST, JSON, "\0\0\0", 400, "malformed-json"));
        cases.add(api("POST", LIST, JSON, "[".repeat(100_000), 400, "invalid-request"));
        return cases;
    }

    private static List<Case> addresses() {
        List<Case> cases = new ArrayList<>();
        for (String query :
                List.of("a\\b", "a|b", "{}", "a^b", "`", "\"", "<>", "%zz", "%", "%4", "%ff", "%c0%af", "[")) {
            cases.add(api("GET", LIST + "?q=" + query, "", "", 400, "invalid-address"));
        }
        for (String path : List.of("/%ff", "/%c0%af", "/a|b", "/{x}")) {
            cases.add(api("GET", LIST + path, "", "", 400, "invalid-address"));
        }
        for (String path : List.of("/%2500", "/%252e%252e", "/\u00c3\u00a4", "/" + "a".repeat(9_000))) {
            cases.add(api("GET", LIST + path, "", "", 404, "not-found"));
        }
        cases.add(api("GET", "/api/%2500", "", "", 404, "not-found"));
        return cases;
    }

    private static List<Case> frames() {
        List<Case> cases = new ArrayList<>();
        for (String size : List.of("zz", "-5", "FFFFFFFFFFFFFFFF")) {
            String chunks = size + "\r\n{}\r\n0\r\n\r\n";
            cases.add(raw("POST", LIST, JSON + "Transfer-Encoding: chunked\r\n", chunks, 400, "broken-body"));
        }
        cases.add(raw(
                "POST", LIST, JSON + "Transfer-Encoding: nope\r\nContent-Length: 2\r\n", "{}", 400, "invalid-header"));
        cases.add(raw("POST", LIST, JSON + "Content-Length: 99999999999999999999\r\n", "{}", 400, "invalid-header"));
        cases.add(api("POST", LIST, JSON + "Content-Type: text/plain\r\n", "{}", 400, "invalid-header"));
        cases.add(api("GET", LIST, "Authorization: Bearer x\r\n", "", 400, "invalid-header"));
        cases.add(api("GET", LIST, "Host: elsewhere.example\r\n", "", 400, "invalid-header"));
        for (String host : List.of("Host: a b{}\r\n", "Host: localhost:abc\r\n", "Host: user@localhost\r\n", "")) {
            String request = "GET " + LIST + " HTTP/1.1\r\n" + host + authorization + "Connection: close\r\n\r\n";
            cases.add(new Case("host " + host, request, 400, "invalid-header"));
        }
        String stranger =
                "GET " + LIST + " HTTP/1.1\r\nHost: localhost\r\nAuthorization: Digest ~\r\nConnection: close\r\n\r\n";
        cases.add(new Case("digest", stranger, 401, "unauthenticated"));
        return cases;
    }

    private static List<Case> methods() {
        List<Case> cases = new ArrayList<>();
        for (String method : List.of("TRACE", "FOO", "PROPFIND", "G{T", "M".repeat(300), "DELETE")) {
            cases.add(api(method, LIST, "", "", 405, "method-not-allowed"));
        }
        return cases;
    }

    @Test
    void pagesAnswerNonsenseWithAnErrorPageAndNoSession() {
        Map<String, Integer> cases = Map.ofEntries(
                Map.entry(request("POST", "/login.xhtml", FORM, "a=%zz"), 400),
                Map.entry(request("POST", "/login.xhtml", FORM, "jakarta.faces.ViewState=~"), 400),
                Map.entry(request("POST", "/error/404.xhtml", FORM, "jakarta.faces.ViewState=stateless"), 400),
                Map.entry(request("POST", "/login.xhtml", "Content-Type: multipart/form-data\r\n", "x"), 400),
                Map.entry(request("POST", "/login.xhtml", "Content-Type: nonsense\r\n", "x"), 400),
                Map.entry(request("GET", "/login.xhtml?next=%zz", "", ""), 400),
                Map.entry(request("GET", "/login.xhtml?next=a|b\\c[]", "", ""), 200),
                Map.entry(request("FOO", "/login.xhtml", "", ""), 405),
                Map.entry(request("PUT", "/login.xhtml", "", "x"), 405),
                Map.entry(request("GET", "/error/nope.xhtml", "", ""), 404),
                Map.entry(request("GET", "/WEB-INF/web.xml", "", ""), 404),
                Map.entry(request("GET", "/jakarta.faces.resource/nope.js.xhtml?ln=../../", "", ""), 404),
                Map.entry(request("GET", "/error/500.xhtml", "", ""), 200));
        int log = running.server().log().length();
        SoftAssertions softly = new SoftAssertions();
        cases.forEach((request, status) -> {
            String name = request.lines().findFirst().orElse("");
            Answer answer = line.send(request);
            softly.assertThat(answer.status()).as(name + ": " + answer).isEqualTo(status);
            softly.assertThat(answer.body()).as(name).doesNotContain("\tat ", ".java:", "SRVE");
            softly.assertThat(answer.header("Content-Security-Policy")).as(name).contains("object-src 'none'");
            softly.assertThat(answer.all("Set-Cookie")).as(name).noneMatch(cookie -> cookie.startsWith("ORDERFIELD"));
        });
        softly.assertAll();
        assertThat(running.server().log().substring(log)).doesNotContain("\tat ");
    }

    /** Pages know sessions only: what else somebody brings is nothing to them, in whatever shape. */
    @Test
    void pagesHeedNoAuthorization() {
        int log = running.server().log().length();
        SoftAssertions softly = new SoftAssertions();
        for (String credentials : List.of(
                "Basic",
                "Basic " + Base64.getEncoder().encodeToString("agent:wrong".getBytes(StandardCharsets.UTF_8)),
                "Bearer",
                "Digest ~")) {
            Map.of("/login.xhtml", 200, "/error/404.xhtml", 200, "/index.xhtml", 302, "/nope.xhtml", 302)
                    .forEach((path, status) -> {
                        Answer answer = line.send(request("GET", path, "Authorization: " + credentials + "\r\n", ""));
                        softly.assertThat(answer.status())
                                .as(credentials + " " + path)
                                .isEqualTo(status);
                    });
        }
        softly.assertAll();
        assertThat(running.server().log().substring(log)).doesNotContain("\tat ", "FFDC1015I", " E ");
    }

    /** They belong to the server, which knows none of our users. */
    @Test
    void whatIsClosedIsClosedWithoutAWordInTheLog() {
        int log = running.server().log().length();
        for (String path : List.of("/metrics", "/metrics/base", "/ibm/api", "/ibm/api/nope")) {
            for (String credentials :
                    List.of("", "Authorization: Basic YWdlbnQ6d3Jvbmc=\r\n", "Authorization: Basic ~\r\n")) {
                assertThat(line.send(request("GET", path, credentials, "")).status())
                        .as(path + " " + credentials)
                        .isIn(401, 403, 404);
            }
        }
        assertThat(running.server().log().substring(log)).doesNotContain("\tat ", "FFDC1015I", "CWWKS");
    }

    @Test
    void noRedirectGoesWhereTheHostHeaderSays() {
        for (String path : List.of("/index.xhtml", "/", "/customer-order/list.xhtml?page=2", "/attachment")) {
            Answer answer =
                    line.send("GET " + path + " HTTP/1.1\r\nHost: elsewhere.example\r\nConnection: close\r\n\r\n");
            assertThat(answer.status()).isEqualTo(302);
            assertThat(answer.header("Location")).startsWith("/login.xhtml");
        }
        Answer folder = line.send("GET /error HTTP/1.1\r\nHost: elsewhere.example\r\nConnection: close\r\n\r\n");
        assertThat(folder.status()).isEqualTo(302);
        assertThat(folder.header("Location")).isEqualTo("/error/");
    }

    @Test
    void anotherSiteCantSignAnybodyIn() {
        String form = "login_SUBMIT=1&jakarta.faces.ViewState=stateless&login%3Ausername=agent&login%3Apassword="
                + Api.PASSWORD + "&login%3AsignIn=";
        for (String from : List.of(
                "Sec-Fetch-Site: cross-site",
                "Sec-Fetch-Site: same-site",
                "Origin: https://elsewhere.example",
                "Origin: null",
                "Origin: " + running.server().address().replace("https:", "http:"))) {
            Answer answer = signIn(from, form);
            assertThat(answer.status()).as(from).isEqualTo(403);
            assertThat(answer.header("Set-Cookie")).as(from).doesNotContain("ORDERFIELD");
        }
        for (String from : List.of(
                "Sec-Fetch-Site: same-origin", "Origin: " + running.server().address(), "DNT: 1")) {
            Answer answer = signIn(from, form);
            assertThat(answer.status()).as(from).isEqualTo(302);
            assertThat(answer.header("Set-Cookie")).as(from).contains("ORDERFIELD=");
        }
    }

    private static Answer signIn(String from, String form) {
        String host = running.server().address().replace("https://", "");
        return line.send("POST /login.xhtml HTTP/1.1\r\nHost: " + host + "\r\n" + from + "\r\n" + FORM
                + "Content-Length: " + form.length() + "\r\nConnection: close\r\n\r\n" + form);
    }

    private static Case api(String method, String path, String headers, String body, int status, String code) {
        String name = method + ' ' + path + ' ' + headers.replace("\r\n", " ");
        return new Case(
                name.substring(0, Math.min(name.length(), 120)),
                request(method, path, (path.equals(FILES) ? dispatcher : authorization) + headers, body),
                status,
                code);
    }

    /** The same with a body that the headers describe in their own way. */
    private static Case raw(String method, String path, String headers, String body, int status, String code) {
        Case bare = api(method, path, headers, "", status, code);
        return new Case(bare.name(), bare.request() + body, status, code);
    }

    private static String request(String method, String path, String headers, String body) {
        String length = body.isEmpty() ? "" : "Content-Length: " + body.length() + "\r\n";
        return method + ' ' + path + " HTTP/1.1\r\nHost: localhost\r\n" + headers + length + "Connection: close\r\n\r\n"
                + body;
    }
}
