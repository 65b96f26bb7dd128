package io.orderfield.it.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser;
import io.orderfield.it.support.Api;
import io.orderfield.it.support.Desk;
import io.orderfield.it.support.OneBrowser;
import io.orderfield.it.support.RunningServer;
import io.restassured.response.Response;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Markup and expressions in cells, reasons and notes are shown as the text that they are. */
@ExtendWith({RunningServer.class, OneBrowser.class})
class HostileTextIT {
    private static final String TABLE = "/decision-tables/work-order-policy";
    private static final String TEXT = "<img src=x onerror=window.pwned=1> #{7*7} ${7*7}";

    @Test
    void isTextOnThePageOfADraftAndOfAVersion(RunningServer running, Browser browser) {
        Api api = running.api();
        String id = draft(api);
        try (Desk author = new Desk(browser, running.server().address(), "author")) {
            author.open("/decision-table/draft.xhtml?id=" + id);
            author.page().waitForSelector("[data-table-editor][data-ready]");
            assertThat(author.page().locator("[data-key='region']").first()).hasText(TEXT);
            nothingRan(author);
        }
        int version = plannedAndWithdrawn(api, id);
        try (Desk viewer = new Desk(browser, running.server().address(), "viewer")) {
            viewer.open("/decision-table/details.xhtml?table=work-order-policy");
            assertThat(viewer.page().locator("tr[data-version='" + version + "'] .clamp"))
                    .hasText(TEXT);
            viewer.open("/decision-table/details.xhtml?table=work-order-policy&version=" + version);
            viewer.page().waitForSelector("[data-table-editor][data-ready]");
            nothingRan(viewer);
        }
    }

    private static void nothingRan(Desk desk) {
        assertThat(desk.page().evaluate("() => window.pwned")).isNull();
        assertThat(desk.page().locator("img[src='x']")).hasCount(0);
        assertThat(desk.page().content()).doesNotContain("49 49");
    }

    /** Begins a draft whose first row has it as its region and its note. */
    private static String draft(Api api) {
        Response begun = api.as("author").body(Map.of()).post(TABLE + "/drafts");
        String id = begun.path("id");
        Map<String, Object> set =
                Map.of("op", "set", "id", begun.path("rows[0].id"), "note", TEXT, "cells", Map.of("region", TEXT));
        save(api, id, begun.path("revision"), set);
        return id;
    }

    private static void save(Api api, String id, int revision, Map<String, Object> operation) {
        api.as("author")
                .body(Map.of("revision", revision, "operations", List.of(operation)))
                .patch(TABLE + "/drafts/" + id)
                .then()
                .statusCode(200);
    }

    /** What decides here stays what it is. */
    private static int plannedAndWithdrawn(Api api, String id) {
        Response draft = api.as("author").get(TABLE + "/drafts/" + id);
        save(
                api,
                id,
                draft.path("revision"),
                Map.of("op", "set", "id", draft.path("rows[0].id"), "cells", Map.of("region", "")));
        Response planned = api.as("publisher")
                .body(Map.of(
                        "reason",
                        TEXT,
                        "at",
                        Instant.now().plus(1, ChronoUnit.DAYS).toString(),
                        "warnings",
                        TEXT))
                .post(TABLE + "/drafts/" + id + "/publication");
        assertThat(planned.statusCode()).as(planned.asString()).isEqualTo(200);
        int version = planned.path("version");
        api.act("publisher", TABLE + "/versions/" + version + "/withdrawal");
        return version;
    }
}
