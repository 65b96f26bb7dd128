package io.orderfield.it.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import io.orderfield.it.support.OneBrowser;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** What the page of a decision table says and keeps: what was found, what isn't saved yet, what others did meanwhile. */
@ExtendWith(OneBrowser.class)
class TableEditorIT {
    private static Browser browser;
    private static TablePage table;

    private TableDesk desk;

    @BeforeAll
    static void serve(Browser chromium) throws IOException {
        browser = chromium;
        table = new TablePage();
    }

    @AfterAll
    static void stop() {
        table.close();
    }

    @AfterEach
    void leave() {
        desk.close();
    }

    private void open(int rows) {
        open(rows, List.of());
    }

    private void open(int rows, List<? extends Map<String, ?>> findings) {
        table.has(rows, findings);
        desk = new TableDesk(browser, table);
    }

    @Test
    void anErrorIsMarkedInItsCellAndListedWithTheWayThere() {
        open(
                300,
                List.of(
                        TablePage.finding("r250", "region", "error", "Unknown value Nord <img src=x onerror=alert(1)>"),
                        TablePage.finding("r3", "template", "warning", "The same template twice")));
        desk.at("finding").first().click();
        assertThat(desk.at("where")).hasText("Region, row 251");
        assertThat(desk.at("fault")).containsText("Unknown value Nord <img");
        Locator active = desk.page().locator(".tabulator-cell.at");
        assertThat(active).hasAttribute("aria-invalid", "true");
        assertThat(active).hasAttribute("title", "Unknown value Nord <img src=x onerror=alert(1)>");
        desk.picture("errors");
        desk.at("errors").click();
        assertThat(desk.at("count")).hasText("1 of 300 rows");
        desk.page().keyboard().type("North");
        desk.press("Enter");
        assertThat(desk.at("findings")).isHidden();
        assertThat(desk.at("count")).hasText("1 of 300 rows");
        desk.at("errors").click();
        assertThat(desk.at("count")).hasText("300 rows");
        desk.page().evaluate("() => window.editor.highlight(['r7', 'r8'], true)");
        assertThat(desk.page().locator(".tabulator-row.lit")).hasCount(2);
        desk.at("all").click();
        assertThat(desk.at("count")).hasText("300 rows");
    }

    @Test
    void filtersAndColumnsAreChosen() {
        open(30);
        desk.at("filters").click();
        Locator filter = desk.page().getByLabel("Filter Region");
        filter.pressSequentially("nor");
        assertThat(desk.at("count")).hasText("15 of 30 rows");
        desk.isAccessible();
        filter.pressSequentially("zz");
        assertThat(desk.at("none")).isVisible();
        desk.at("filters").click();
        assertThat(desk.at("count")).hasText("30 rows");
        desk.at("columns").click();
        desk.at("offered").selectOption("characteristics.vlan");
        assertThat(desk.page().locator(".tabulator-col", new Page.LocatorOptions().setHasText("<b>vlan</b>")))
                .isVisible();
        desk.page().getByLabel("Take column Region out of the table").click();
        assertThat(desk.cellOf(1, "region")).isEmpty();
        desk.at("grid").focus();
        desk.press("Control+z");
        assertThat(desk.cellOf(1, "region")).isEqualTo("North");
    }

    @Test
    void whatTheCatalogHasIsSuggestedAlsoInAColumnThatIsAdded() {
        open(3);
        desk.at("columns").click();
        desk.at("offered").selectOption("characteristics.bandwidth");
        desk.at("columns").click();
        desk.cell(0, "characteristics.bandwidth").click();
        desk.press("F2");
        Locator suggested = desk.page().locator(".cell-choices li");
        assertThat(suggested).hasText(new String[] {"100 Mbit/s", "500 Mbit/s", "1 Gbit/s"});
        desk.page().keyboard().type("gbit");
        assertThat(suggested).hasText(new String[] {"1 Gbit/s"});
        desk.press("ArrowDown", "Enter");
        desk.page().keyboard().type(", 5");
        desk.press("ArrowDown", "Enter", "Enter");
        assertThat(desk.cellOf(0, "characteristics.bandwidth")).isEqualTo("1 Gbit/s, 500 Mbit/s");
        desk.isSaved();
        assertThat(table.operations())
                .extracting(operation -> operation.get("op").getAsString())
                .containsExactly("columns", "set");
    }

    @Test
    void withoutANetworkNothingTypedIsLost() {
        open(10);
        desk.page().context().setOffline(true);
        desk.press("ArrowRight");
        desk.page().keyboard().type("One");
        desk.press("Enter");
        assertThat(desk.at("state")).hasText("Not saved yet");
        desk.page().keyboard().type("Two");
        desk.press("Enter");
        desk.page().context().setOffline(false);
        desk.isSaved();
        assertThat(table.operations())
                .extracting(operation -> operation.getAsJsonObject("cells").toString())
                .containsExactly("{\"specification\":\"One\"}", "{\"specification\":\"Two\"}");
    }

    @Test
    void aPageThatIsLeftUnsavedHasItBack() {
        open(10);
        desk.page().route("**/save", route -> route.abort());
        desk.press("ArrowRight");
        desk.page().keyboard().type("One");
        desk.press("Enter");
        assertThat(desk.at("state")).hasText("Not saved yet");
        desk.page().onDialog(dialog -> dialog.accept());
        desk.page().reload();
        desk.isThere();
        assertThat(desk.cellOf(0, "specification")).isEqualTo("One");
        desk.page().unroute("**/save");
        desk.isSaved();
    }

    @Test
    void whatStandsInAnOpenCellIsSavedWhenThePageIsLeft() {
        open(10);
        desk.press("ArrowRight");
        desk.page().keyboard().type("Open");
        desk.page().reload();
        desk.isThere();
        desk.isSaved();
        assertThat(table.operations())
                .extracting(operation -> operation.get("cells").toString())
                .contains("{\"specification\":\"Open\"}");
    }

    /** In the moment in which the page is left it is sent, and nobody is asked. */
    @Test
    void whatWasDoneJustBeforeThePageIsLeftIsSavedWithoutAQuestion() {
        open(10);
        desk.page().onDialog(dialog -> {
            throw new AssertionError(dialog.type());
        });
        desk.press("ArrowRight");
        desk.page().keyboard().type("One");
        desk.press("Enter");
        desk.page().reload();
        desk.isThere();
        desk.isSaved();
        assertThat(table.batches()).isNotEmpty();
        assertThat(table.batches())
                .extracting(batch -> batch.get("key").getAsString())
                .containsOnly(table.batches().get(0).get("key").getAsString());
        assertThat(desk.at("conflict")).isHidden();
    }

    @Test
    void aReplacementOfAllRowsIsOneStepThatIsTakenBack() {
        open(5000);
        desk.press("ArrowRight");
        desk.page().keyboard().type("One");
        desk.press("Enter");
        desk.isSaved();
        table.has(7, 12, List.of());
        desk.page().evaluate("() => window.editor.again([], 'file')");
        assertThat(desk.at("count")).hasText("12 rows");
        assertThat(desk.at("undo")).isEnabled();
        desk.at("undo").click();
        assertThat(desk.at("count")).hasText("5,000 rows");
        assertThat(desk.cellOf(0, "specification")).isEqualTo("One");
        assertThat(desk.at("told")).hasText("Taken back: taking a file");
        desk.isSaved();
        assertThat(table.batches()).hasSize(1).first().satisfies(batch -> assertThat(
                        batch.get("revision").getAsInt())
                .isEqualTo(7));
        assertThat(table.operations())
                .extracting(operation -> operation.get("op").getAsString())
                .containsExactly("delete", "columns", "insert");
        desk.press("Control+z");
        assertThat(desk.cellOf(0, "specification")).isEqualTo("FIBER-ACCESS");
        desk.press("Control+y", "Control+y");
        assertThat(desk.at("count")).hasText("12 rows");
        desk.isSaved();
        desk.page().evaluate("() => window.editor.again([], 'file')");
        assertThat((List<?>) desk.page().evaluate("() => window.editor.rows.offered.map(column => column.header)"))
                .as("columns that can be added")
                .isNotEmpty()
                .doesNotHaveDuplicates();
    }

    @Test
    void aConflictIsShownAndNothingIsOverwritten() {
        open(10);
        table.answers(batch -> Map.of(
                "conflict",
                Map.of(
                        "by",
                        "Petra <b>Author",
                        "at",
                        "12:04",
                        "differences",
                        List.of(Map.of("what", "Row 3, region", "from", "North", "to", "South")))));
        desk.press("ArrowRight");
        desk.page().keyboard().type("Mine");
        desk.press("Enter");
        assertThat(desk.at("conflict")).containsText("Petra <b>Author");
        assertThat(desk.at("differences")).containsText("North → South");
        assertThat(desk.at("conflict")).isFocused();
        table.has(7, 12, List.of());
        desk.at("on-top").click();
        desk.isSaved();
        assertThat(desk.at("conflict")).isHidden();
        assertThat(desk.rows()).isEqualTo(12);
        assertThat(desk.cellOf(0, "specification")).isEqualTo("Mine");
        assertThat(desk.at("undo")).isEnabled();
        assertThat(table.batches()).hasSize(1).first().satisfies(batch -> assertThat(
                        batch.get("revision").getAsInt())
                .isEqualTo(7));
    }

    @Test
    void whatTheVersionInForceHasTooIsFoldedBelowWhatIsNew() {
        open(
                20,
                List.of(
                        Map.of("id", "", "column", "", "severity", "warning", "text", "An old gap", "known", true),
                        TablePage.finding("r3", "", "warning", "says the same as row 2")));
        assertThat(desk.at("news")).hasText("New: 1. The version in force has, too: 1.");
        assertThat(desk.at("finding").first()).containsText("says the same as row 2");
        assertThat(desk.at("finding").last()).isHidden();
        desk.at("standing-findings").locator("summary").click();
        assertThat(desk.at("finding").last()).containsText("An old gap");
        desk.isAccessible();
        desk.picture("known");
    }

    @Test
    void theRowThatWouldCloseAGapIsPutAtTheEnd() {
        open(
                3,
                List.of(Map.of(
                        "id", "",
                        "column", "",
                        "severity", "warning",
                        "text", "no row is met by ACCESS-POINT, CHANGE",
                        "closing", Map.of("specification", "ACCESS-POINT", "action", "CHANGE"))));
        desk.at("finding").click();
        assertThat(desk.at("where")).containsText(", row 4");
        assertThat(desk.cellOf(3, "specification")).isEqualTo("ACCESS-POINT");
        assertThat(desk.cellOf(3, "action")).isEqualTo("CHANGE");
        desk.isSaved();
        assertThat(table.operations()).hasSize(1).first().satisfies(operation -> {
            assertThat(operation.get("op").getAsString()).isEqualTo("insert");
            assertThat(operation.get("after").getAsString()).isEqualTo("r2");
        });
    }

    @Test
    void fiveThousandRowsAreShownAndOneMoreIsRefused() {
        open(5000);
        System.out.printf("5,000 rows: shown after %s ms%n", desk.page().evaluate("() => window.took"));
        assertThat(desk.page().locator(".tabulator-row").count()).isLessThan(100);
        System.out.printf("5,000 rows: %s ms%n", desk.page().evaluate("""
                () => ['ArrowDown', 'ArrowDown', 'PageDown', 'PageDown'].map(key => {
                  const from = performance.now();
                  window.editor.grid.host.dispatchEvent(new KeyboardEvent('keydown', {key, bubbles: true, cancelable: true}));
                  return key + ' ' + Math.round(performance.now() - from);
                }).join(', ')"""));
        desk.press("Control+End");
        assertThat(desk.at("where")).hasText("Note, row 5000");
        assertThat(desk.page().locator(".tabulator-cell.at")).isInViewport();
        desk.press("Control+Enter");
        assertThat(desk.at("told")).containsText("at most 5000");
        assertThat(desk.rows()).isEqualTo(5000);
        desk.picture("5000");
    }

    @Test
    void itLooksRightLightDarkEmptyAndIsReadOnAPhone() {
        List<Map<String, String>> findings = List.of(TablePage.finding("r2", "region", "error", "Unknown value Soth"));
        open(40, findings);
        desk.press("ArrowRight", "ArrowDown", "F2");
        desk.picture("light");
        desk.press("Escape");
        desk.close();
        open(0);
        assertThat(desk.at("empty")).isVisible();
        desk.picture("empty");
        desk.isAccessible();
        desk.close();
        table.has(40, findings);
        desk = new TableDesk(
                browser,
                table,
                new Browser.NewContextOptions().setViewportSize(1440, 900).setColorScheme(ColorScheme.DARK));
        desk.press("ArrowRight");
        desk.times(4, "Shift+ArrowDown");
        desk.press("Shift+ArrowRight");
        desk.picture("dark");
        desk.isAccessible();
        desk.close();
        desk = new TableDesk(browser, table, new Browser.NewContextOptions().setViewportSize(390, 844));
        assertThat(desk.at("state")).hasText("Read only");
        desk.press("ArrowRight", "X", "Delete", "Control+Enter");
        assertThat(table.operations()).isEmpty();
        assertThat(desk.rows()).isEqualTo(40);
        assertThat(desk.page().evaluate("() => document.documentElement.scrollWidth"))
                .isEqualTo(390);
        desk.picture("390");
        desk.isAccessible();
    }
}
