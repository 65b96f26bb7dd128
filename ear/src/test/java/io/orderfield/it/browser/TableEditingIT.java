package io.orderfield.it.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.Gson;
import com.google.gson.JsonObject;
import com.microsoft.playwright.Browser;
import com.microsoft.playwright.CDPSession;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.BoundingBox;
import io.orderfield.it.support.OneBrowser;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** A decision table is written as in a spreadsheet: by keys and mouse, to and from the clipboard, each step taken back. */
@ExtendWith(OneBrowser.class)
class TableEditingIT {
    private static final int ROW = 34;

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
        table.has(rows, List.of());
        desk = new TableDesk(browser, table);
    }

    @Test
    void typingReplacesAndTheCatalogCompletesEachValueOfAList() {
        open(10);
        desk.press("ArrowRight", "ArrowRight");
        desk.page().keyboard().type("CHA");
        desk.press("ArrowDown", "Enter");
        assertThat(desk.page().locator(".cell-input")).hasValue("CHANGE");
        desk.press("Enter");
        assertThat(desk.cellOf(0, "action")).isEqualTo("CHANGE");
        assertThat(desk.at("where")).hasText("Action, row 2");
        desk.press("F2");
        desk.page().keyboard().type(", DIS");
        desk.press("ArrowDown", "Tab");
        assertThat(desk.cellOf(1, "action")).isEqualTo("ADD, DISCONNECT");
        assertThat(desk.at("where")).hasText("Region, row 2");
        desk.page().keyboard().type("not this");
        desk.press("Escape");
        assertThat(desk.cellOf(1, "region")).isEqualTo("North");
        desk.isSaved();
        assertThat(table.operations())
                .extracting(JsonObject::toString)
                .containsExactly(
                        "{\"op\":\"set\",\"id\":\"r0\",\"cells\":{\"action\":\"CHANGE\"}}",
                        "{\"op\":\"set\",\"id\":\"r1\",\"cells\":{\"action\":\"ADD, DISCONNECT\"}}");
    }

    /** A window that changes its size, or a column that comes, draws the cells anew. */
    @Test
    void aCellThatIsDrawnAnewWhileOneWritesInItKeepsWhatIsWritten() {
        open(10);
        desk.press("ArrowRight", "ArrowRight");
        desk.page().keyboard().type("CHA");
        desk.page().evaluate("() => Tabulator.findTable('.tabulator')[0].redraw(true)");
        desk.page().keyboard().type("N");
        assertThat(desk.page().locator(".cell-input")).hasValue("CHAN");
        desk.press("ArrowDown", "Enter", "Enter");
        assertThat(desk.cellOf(0, "action")).isEqualTo("CHANGE");
    }

    @Test
    void aBlockOf200RowsIsPastedTakenBackAndDoneAgain() {
        open(50);
        desk.clip(IntStream.range(0, 200)
                .mapToObj(row -> "FIBER-ACCESS\tADD\t\"a \"\"quoted\"\"\nname " + row + "\"")
                .collect(Collectors.joining("\r\n", "", "\r\n")));
        desk.press("ArrowRight", "Control+ArrowDown");
        assertThat(desk.at("where")).hasText("Specification, row 50");
        desk.press("Control+v");
        assertThat(desk.rows()).isEqualTo(249);
        assertThat(desk.cellOf(248, "region")).isEqualTo("a \"quoted\" name 199");
        assertThat(desk.at("told")).containsText("200");
        desk.press("Control+z");
        assertThat(desk.rows()).isEqualTo(50);
        assertThat(desk.cellOf(49, "region")).isEqualTo("North");
        desk.press("Control+y");
        assertThat(desk.rows()).isEqualTo(249);
        desk.isSaved();
        assertThat(table.operations()).last().satisfies(last -> {
            assertThat(last.get("op").getAsString()).isEqualTo("insert");
            assertThat(last.getAsJsonArray("rows")).hasSize(199);
        });
    }

    @Test
    void whatIsCopiedComesBackAsItWasAndRunsNowhere() {
        open(4);
        desk.press("ArrowRight");
        desk.page().keyboard().type("=HYPERLINK(\"x\")");
        desk.press("Enter", "ArrowUp", "ArrowRight", "ArrowRight", "ArrowRight");
        desk.page().keyboard().type("-5");
        desk.press("Enter", "ArrowUp", "Control+Home", "ArrowRight", "Shift+End", "Control+c");
        assertThat(desk.clipped())
                .isEqualTo("\"'=HYPERLINK(\"\"x\"\")\"\tADD\t\t-5\t\tSITE-SURVEY\tone\ton work start\t2026-01-01\t"
                        + "\tAgreed with the field in March");
        desk.press("ArrowDown", "Control+v", "Control+Home", "ArrowRight", "ArrowDown", "Shift+End", "Control+x");
        assertThat(desk.cellOf(1, "template")).isEmpty();
        desk.press("Control+z");
        assertThat(desk.cellOf(1, "specification")).isEqualTo("=HYPERLINK(\"x\")");
        assertThat(desk.cellOf(1, "quantity")).isEqualTo("-5");
    }

    @Test
    void rowsAreFilledInsertedDuplicatedMovedAndDeletedByKeys() {
        open(10);
        desk.press("ArrowRight", "Shift+ArrowDown", "Shift+ArrowDown", "Control+d");
        assertThat(desk.cellOf(1, "specification")).isEqualTo("FIBER-ACCESS");
        assertThat(desk.cellOf(2, "specification")).isEqualTo("FIBER-ACCESS");
        desk.press("Alt+ArrowDown");
        assertThat(desk.ids()).startsWith("r3,r0,r1,r2,r4");
        desk.press("Control+z", "Control+z");
        assertThat(desk.ids()).startsWith("r0,r1,r2,r3");
        assertThat(desk.cellOf(2, "specification")).isEqualTo("FIBER-ACCESS, SDWAN-EDGE");
        desk.press("Control+Home", "Control+Enter");
        assertThat(desk.at("where")).hasText("Active, row 2");
        assertThat(desk.cellOf(1, "template")).isEmpty();
        desk.press("Control+z", "Control+Home", "Alt+Shift+ArrowDown");
        assertThat(desk.cellOf(1, "template")).isEqualTo("SITE-SURVEY");
        desk.press("Shift+ArrowDown", "Control+Delete");
        assertThat(desk.ids()).isEqualTo("r0,r2,r3,r4,r5,r6,r7,r8,r9");
        desk.press("Control+Space", "Delete");
        desk.isSaved();
        desk.press("Control+Home", " ");
        assertThat(desk.page().evaluate("() => window.editor.rows.rows[0].active"))
                .isEqualTo(false);
    }

    @Test
    void theMouseSelectsARangeAndDragsARow() {
        open(10);
        desk.drag(desk.cell(1, "action"), desk.cell(4, "quantity"));
        assertThat(desk.page().locator(".tabulator-cell.in[aria-selected=true]"))
                .hasCount(12);
        Locator handle = desk.page().locator(".tabulator-row .c-row");
        BoundingBox from = handle.nth(0).boundingBox();
        BoundingBox to = handle.nth(4).boundingBox();
        desk.page().mouse().move(from.x + 10, from.y + 10);
        desk.page().mouse().down();
        desk.page().waitForSelector(".tabulator-moving");
        desk.page().mouse().move(to.x + 10, to.y + 5);
        desk.page().mouse().move(to.x + 10, to.y + 28);
        desk.page().mouse().up();
        assertThat(desk.at("where")).hasText("Active, row 5");
        assertThat(desk.ids()).isEqualTo("r1,r2,r3,r4,r0,r5,r6,r7,r8,r9");
        desk.isSaved();
        assertThat(table.operations())
                .extracting(JsonObject::toString)
                .containsExactly("{\"op\":\"move\",\"ids\":[\"r0\"],\"after\":\"r4\"}");
    }

    @Test
    void oneGoesThroughItAndOutOfItByKeysAlone() {
        open(30);
        desk.press("Control+End");
        assertThat(desk.at("where")).hasText("Note, row 30");
        desk.press("Shift+Tab", "Tab", "Control+Home", "PageDown");
        int row = 1 + (int) desk.page().evaluate("() => window.editor.grid.page()");
        assertThat(desk.at("where")).hasText("Active, row " + row);
        Locator active = desk.page().locator(".tabulator-cell.at");
        assertThat(active).hasAttribute("aria-colindex", "2");
        assertThat(desk.page().locator(".tabulator-row", new Page.LocatorOptions().setHas(active)))
                .hasAttribute("aria-rowindex", Integer.toString(row + 1));
        assertThat(desk.at("grid")).hasAttribute("aria-rowcount", "31");
        assertThat(desk.at("grid")).hasAttribute("aria-activedescendant", active.getAttribute("id"));
        desk.isAccessible();
        desk.press("Shift+Space", "Shift+ArrowDown");
        assertThat(desk.page().locator(".tabulator-row .c-row.in")).hasCount(2);
        desk.press("Escape", "Tab");
        assertThat(desk.at("grid")).not().isFocused();
    }

    @Test
    void textIsTextWhateverItSays() {
        open(3);
        desk.press("ArrowRight", "ArrowRight", "ArrowRight", "F2");
        assertThat(desk.page().locator(".cell-choices")).containsText("<img src=x onerror=alert(1)>");
        desk.page().keyboard().type("<img src=x onerror=alert(1)>");
        desk.press("Enter", "Control+Home", "End", "F2");
        desk.page().keyboard().type("<script>alert(1)</script>{{7*7}}");
        desk.press("Enter");
        assertThat(desk.cell(0, "region")).hasText("<img src=x onerror=alert(1)>");
        assertThat(desk.page().locator(".table-editor img, .table-editor script, .cell-choices img"))
                .hasCount(0);
    }

    @Test
    void whatIsWrittenInAFilteredTableStaysInSightUntilAnotherFilterIsAskedFor() {
        open(30);
        desk.at("filters").click();
        Locator filter = desk.page().getByLabel("Filter Region");
        filter.pressSequentially("nor");
        assertThat(desk.at("count")).hasText("15 of 30 rows");
        desk.at("grid").focus();
        desk.press("Control+Home", "Control+Enter");
        assertThat(desk.at("count")).hasText("16 of 31 rows");
        desk.press("ArrowRight", "ArrowRight", "ArrowRight");
        assertThat(desk.at("where")).hasText("Region, row 3");
        desk.page().keyboard().type("Elsewhere");
        desk.press("Enter", "Control+ArrowDown");
        desk.clip("here\nand there\n");
        desk.press("Control+v");
        assertThat(desk.at("count")).hasText("17 of 32 rows");
        filter.press("End");
        filter.pressSequentially("t");
        assertThat(desk.at("count")).hasText("14 of 32 rows");
        desk.at("grid").focus();
        desk.press("Control+z");
        assertThat(desk.at("where")).hasText("Region, row 31");
    }

    @Test
    void cellsAreWrittenOneAfterTheOtherAsInASpreadsheet() {
        open(10);
        desk.press("ArrowRight", "ArrowRight", "ArrowRight");
        desk.page().keyboard().type("One");
        desk.press("Tab");
        desk.page().keyboard().type("5");
        desk.press("Tab");
        desk.page().keyboard().type("1");
        desk.press("Enter");
        assertThat(desk.at("where")).hasText("Region, row 2");
        desk.press("ArrowRight");
        desk.page().keyboard().type("6");
        desk.press("ArrowDown");
        assertThat(desk.at("where")).hasText("Quantity, row 3");
        desk.page().keyboard().type("7");
        desk.press("ArrowLeft");
        assertThat(desk.at("where")).hasText("Region, row 3");
        desk.press("F2", "ArrowLeft", "ArrowLeft");
        desk.page().keyboard().type("-");
        desk.press("Shift+Enter");
        assertThat(desk.at("where")).hasText("Region, row 2");
        assertThat(desk.cellOf(0, "region")).isEqualTo("One");
        assertThat(desk.cellOf(0, "priority")).isEqualTo("1");
        assertThat(desk.cellOf(1, "quantity")).isEqualTo("6");
        assertThat(desk.cellOf(2, "quantity")).isEqualTo("7");
        assertThat(desk.cellOf(2, "region")).isEqualTo("Sou-th");
    }

    @Test
    void whatIsTypedBehindTheLastRowBeginsAnother() {
        open(2);
        desk.press("ArrowRight", "ArrowDown");
        desk.page().keyboard().type("One");
        desk.press("Enter");
        assertThat(desk.at("where")).hasText("Specification: type to begin a new row");
        desk.page().keyboard().type("Two");
        desk.press("Enter");
        desk.clip("Three\nFour");
        desk.press("Control+v");
        assertThat(desk.rows()).isEqualTo(5);
        assertThat(List.of(
                        desk.cellOf(1, "specification"),
                        desk.cellOf(2, "specification"),
                        desk.cellOf(3, "specification"),
                        desk.cellOf(4, "specification")))
                .containsExactly("One", "Two", "Three", "Four");
        desk.close();
        open(0);
        desk.press("ArrowRight");
        desk.page().keyboard().type("First");
        desk.press("Enter");
        assertThat(desk.cellOf(0, "specification")).isEqualTo("First");
    }

    @Test
    void aFlagIsWhatIsTypedAndABracketComesFromAnyKeyboard() {
        open(3);
        desk.page().keyboard().type("y");
        assertThat(desk.cell(0, "active")).hasText("On");
        desk.page().keyboard().type("n");
        assertThat(desk.cell(0, "active")).hasText("Off");
        desk.press("ArrowRight", "ArrowRight", "ArrowRight", "ArrowRight");
        desk.page().evaluate("""
                () => window.editor.grid.host.dispatchEvent(new KeyboardEvent('keydown',
                  {key: '[', ctrlKey: true, altKey: true, modifierAltGraph: true, bubbles: true, cancelable: true}))""");
        assertThat(desk.page().locator(".cell-input")).isFocused();
        desk.page().keyboard().type("[1..5]");
        desk.press("Enter");
        assertThat(desk.cellOf(0, "quantity")).isEqualTo("[1..5]");
    }

    /** Whoever presses Enter or Delete at once has switched nothing. */
    @Test
    void aRowIsSwitchedOffBySpaceAndByAClickAndNotByGoingOn() {
        open(8);
        desk.page().reload();
        desk.isThere();
        desk.at("grid").focus();
        assertThat(desk.at("where")).hasText("Specification, row 1");
        desk.press("ArrowLeft", "Enter");
        assertThat(desk.at("where")).hasText("Active, row 2");
        desk.press("ArrowUp", "Shift+ArrowDown");
        desk.times(4, "Shift+ArrowDown"); // row 6 is off
        desk.press("Delete");
        assertThat(desk.page().evaluate("() => window.editor.rows.rows.map(row => row.active).join()"))
                .isEqualTo("true,true,true,true,true,false,true,true");
        desk.press("Control+Home", " ");
        assertThat(desk.cell(0, "active")).hasText("Off");
        assertThat(desk.at("undo")).isEnabled();
        desk.cell(0, "active").locator(".flag").click();
        assertThat(desk.cell(0, "active")).hasText("On");
        desk.cell(1, "active").locator(".flag").click();
        desk.isSaved();
        assertThat(table.operations())
                .extracting(JsonObject::toString)
                .containsExactly(
                        "{\"op\":\"set\",\"id\":\"r0\",\"active\":false}",
                        "{\"op\":\"set\",\"id\":\"r0\",\"active\":true}",
                        "{\"op\":\"set\",\"id\":\"r1\",\"active\":false}");
    }

    /** The rows that stand between are drawn with their new numbers, though they are not given anew. */
    @Test
    void aRowIsMovedAndMovedBackAmongManyWithTheirNumbers() {
        open(5000);
        desk.press("Alt+ArrowDown", "Alt+ArrowDown");
        assertThat(desk.ids()).startsWith("r1,r2,r0,r3,");
        assertThat(desk.page().locator(".tabulator-row .c-row").first()).hasText("1");
        assertThat(desk.page().locator(".tabulator-row").first()).hasAttribute("data-id", "r1");
        assertThat(desk.page().locator(".tabulator-row").nth(2)).hasAttribute("data-id", "r0");
        assertThat(desk.page().locator(".tabulator-row .c-row").nth(2)).hasText("3");
        assertThat(desk.at("where")).hasText("Active, row 3");
        desk.press("Alt+PageDown", "Control+z", "Control+z", "Control+z");
        assertThat(desk.ids()).startsWith("r0,r1,r2,r3,");
        assertThat(desk.page().locator(".tabulator-row").first()).hasAttribute("data-id", "r0");
        assertThat(desk.page().locator(".tabulator-row .c-row").nth(1)).hasText("2");
        assertThat(desk.at("where")).hasText("Active, row 1");
    }

    @Test
    void wholeRowsArePastedAsWholeRows() {
        open(5);
        desk.press("ArrowRight", "ArrowRight", "Shift+Space", "Control+c", "ArrowDown", "Control+Enter", "Control+v");
        assertThat(desk.rows()).isEqualTo(6);
        assertThat(desk.cellOf(2, "specification")).isEqualTo("FIBER-ACCESS");
        assertThat(desk.cellOf(2, "template")).isEqualTo("SITE-SURVEY");
        assertThat(desk.cellOf(2, "pointOfNoReturn")).isEqualTo("on work start");
    }

    @Test
    void nobodyPagesOverARowAndFindingLooksThroughAllRows() {
        open(400);
        int seen = desk.page().locator(".tabulator-row").count();
        desk.press("PageDown");
        int page = Integer.parseInt(desk.at("where").textContent().replaceAll("\\D", "")) - 1;
        assertThat(page).isBetween(5, seen);
        assertThat((int) desk.page().evaluate("() => window.editor.grid.holder.clientHeight"))
                .isGreaterThan(page * ROW);
        desk.press("ArrowRight", "ArrowRight", "ArrowRight", "Control+f");
        assertThat(desk.page().getByLabel("Filter Region")).isFocused();
        desk.page().keyboard().type("south");
        assertThat(desk.at("count")).hasText("100 of 400 rows");
    }

    @Test
    void aWordIsComposedInTheCell() {
        open(3);
        CDPSession keyboard = desk.page().context().newCDPSession(desk.page());
        desk.press("End");
        keyboard.send("Input.dispatchKeyEvent", json("type", "rawKeyDown", "key", "Process"));
        keyboard.send("Input.imeSetComposition", json("text", "とうきょう", "selectionStart", 5, "selectionEnd", 5));
        keyboard.send("Input.insertText", json("text", "東京"));
        desk.press("Enter");
        assertThat(desk.page().evaluate("() => window.editor.rows.rows[0].note"))
                .isEqualTo("東京");
    }

    private static JsonObject json(Object... pairs) {
        Map<String, Object> values = new LinkedHashMap<>();
        for (int i = 0; i < pairs.length; i += 2) {
            values.put((String) pairs[i], pairs[i + 1]);
        }
        return new Gson().toJsonTree(values).getAsJsonObject();
    }
}
