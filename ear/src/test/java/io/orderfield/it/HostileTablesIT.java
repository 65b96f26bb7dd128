package io.orderfield.it;

import static org.assertj.core.api.Assertions.assertThat;

import io.orderfield.it.support.Api;
import io.orderfield.it.support.RunningServer;
import io.restassured.response.Response;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.SocketException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import javax.net.ssl.SSLException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** What somebody sends who means no good: it is refused with its reason, and the draft stays what it was. */
@ExtendWith(RunningServer.class)
class HostileTablesIT {
    private static final String TABLE = "/decision-tables/work-order-policy";
    private static final String CSV = "text/csv";
    private static final String XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";
    private static final int TOO_MANY = 5_001;
    private static final int HUGE = 50_000_000;

    private static Api api;

    private String draft = "";
    private int revision;

    @BeforeAll
    static void server(RunningServer running) {
        api = running.api();
    }

    @BeforeEach
    void begin() {
        Response begun = api.as("author").body(Map.of()).post(TABLE + "/drafts");
        assertThat(begun.statusCode()).isEqualTo(201);
        draft = TABLE + "/drafts/" + begun.path("id");
        revision = begun.path("revision");
    }

    @AfterEach
    void keepsTheDraft() {
        Response kept = api.as("author").get(draft);
        api.as("author").delete(draft);
        assertThat(kept.<Integer>path("revision")).isEqualTo(revision);
    }

    @Test
    void takesNoRowTooMany() {
        List<Map<String, Object>> rows = IntStream.range(0, TOO_MANY)
                .mapToObj(i -> Map.<String, Object>of("id", "n" + i, "cells", Map.of("template", "SITE-SURVEY")))
                .toList();
        Response refused = api.as("author").body(Map.of("rows", rows)).put(draft);
        problem(refused, 400, "invalid-request");
        assertThat(refused.<String>path("errors[0].code")).isEqualTo("too-many-rows");

        String csv = IntStream.range(0, TOO_MANY)
                .mapToObj(i -> "SITE-SURVEY")
                .collect(Collectors.joining("\n", "template\n", "\n"));
        for (String keepErrors : List.of("", "?keepErrors=true")) {
            Response file = api.as("author").contentType(CSV).body(csv).put(draft + keepErrors);
            problem(file, 400, "invalid-decision-table");
            assertThat(file.<String>path("problems[0].code")).isEqualTo("too-many-rows");
        }
    }

    @Test
    void takesNoFiftyMegabytesToldOrUntold() {
        byte[] huge = new byte[HUGE];
        isTooLarge(() -> api.as("author").contentType(CSV).body(huge).put(draft));
        // in chunks: its length is told nowhere
        isTooLarge(() -> api.as("author")
                .contentType(XLSX)
                .body(new ByteArrayInputStream(huge))
                .put(draft));
        isTooLarge(() -> api.as("author").body(huge).patch(draft));
    }

    @Test
    void takesNoBomb() throws IOException {
        ByteArrayOutputStream file = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(file)) {
            zip.putNextEntry(new ZipEntry("xl/sharedStrings.xml"));
            byte[] part = new byte[1_000_000];
            for (int i = 0; i < 1_000; i++) {
                zip.write(part);
            }
        }
        Response refused =
                api.as("author").contentType(XLSX).body(file.toByteArray()).put(draft + "?keepErrors=true");
        problem(refused, 400, "invalid-decision-table");
        assertThat(refused.<String>path("problems[0].code")).isEqualTo("too-much-inside");
    }

    @Test
    void takesNoWrongColumns() {
        for (String header : List.of("color,template", "template,template", "specification", "template,=1+1")) {
            Response refused = api.as("author")
                    .contentType(CSV)
                    .body((header + "\nA,A\n").getBytes(StandardCharsets.UTF_8))
                    .put(draft + "?keepErrors=true");
            problem(refused, 400, "invalid-decision-table");
            assertThat(refused.<Integer>path("problems[0].row")).isZero();
        }
    }

    @Test
    void knowsNoTableByAnotherPath() {
        for (String table :
                List.of("..%2f..%2fetc%2fpasswd", "work-order-policy%00", "%27%20or%201%3D1", "%0d%0aX-A:b")) {
            for (String rest : List.of("", "/drafts", "/versions/1", "/test-cases")) {
                Response answer = api.as("author").urlEncodingEnabled(false).get("/decision-tables/" + table + rest);
                assertThat(answer.statusCode())
                        .as(table + rest + ": " + answer.asString())
                        .isIn(400, 404);
                assertThat(answer.header("X-A")).isNull();
            }
        }
    }

    /** Who goes on sending after the answer may find the line cut before having read it. */
    private static void isTooLarge(Supplier<Response> sent) {
        try {
            problem(sent.get(), 413, "body-too-large");
        } catch (Exception cut) { // which REST Assured throws without declaring it
            assertThat(cut).isInstanceOfAny(SocketException.class, SSLException.class);
        }
    }

    private static void problem(Response answer, int status, String code) {
        assertThat(answer.statusCode()).as(answer.asString()).isEqualTo(status);
        assertThat(answer.<String>path("code")).isEqualTo(code);
    }
}
