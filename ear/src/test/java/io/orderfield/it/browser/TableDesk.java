package io.orderfield.it.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import com.microsoft.playwright.options.BoundingBox;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/** One person in front of the editor of a decision table, without our server. */
final class TableDesk implements AutoCloseable {
    private static final double PATIENCE_MS = 30_000;

    private final List<String> complaints = new ArrayList<>();
    private final BrowserContext context;
    private final Page page;

    TableDesk(Browser browser, TablePage table) {
        this(browser, table, new Browser.NewContextOptions().setViewportSize(1440, 900));
    }

    TableDesk(Browser browser, TablePage table, Browser.NewContextOptions how) {
        context =
                browser.newContext(how.setLocale("en-US").setPermissions(List.of("clipboard-read", "clipboard-write")));
        context.setDefaultTimeout(PATIENCE_MS);
        PlaywrightAssertions.setDefaultAssertionTimeout(PATIENCE_MS);
        page = context.newPage();
        page.onPageError(complaints::add);
        // the policy is kept when the browser has nothing to say; what tests cut off is no complaint
        page.onConsoleMessage(message -> {
            if (!message.text().contains("net::ERR_")) {
                complaints.add(message.text());
            }
        });
        page.navigate(table.address());
        isThere();
        at("grid").focus();
        press("Control+Home"); // where tests begin
    }

    Page page() {
        return page;
    }

    /** Waits until the table is shown. */
    void isThere() {
        page.waitForFunction("() => window.took");
    }

    Locator at(String mark) {
        return page.locator("[data-test='" + mark + "']");
    }

    void press(String... keys) {
        List.of(keys).forEach(page.keyboard()::press);
    }

    void times(int times, String key) {
        IntStream.range(0, times).forEach(time -> press(key));
    }

    /** A cell as it is drawn: of this line on the screen, from 0. */
    Locator cell(int line, String key) {
        return page.locator(".tabulator-row").nth(line).locator("[data-key='" + key + "']");
    }

    void drag(Locator from, Locator to) {
        BoundingBox begin = from.boundingBox();
        BoundingBox end = to.boundingBox();
        page.mouse().move(begin.x + 9, begin.y + 9);
        page.mouse().down();
        page.mouse().move(end.x + 9, end.y + 9);
        page.mouse().up();
    }

    /** A cell as the page has it: of this row of the table, from 0. */
    String cellOf(int row, String header) {
        return (String) page.evaluate(
                "([row, header]) => window.editor.rows.rows[row].cells[header] || ''", List.of(row, header));
    }

    /** Of all rows in their order. */
    String ids() {
        return (String) page.evaluate("() => window.editor.rows.rows.map(row => row.id).join()");
    }

    int rows() {
        return (int) page.evaluate("() => window.editor.rows.rows.length");
    }

    void clip(String text) {
        page.evaluate("text => navigator.clipboard.writeText(text)", text);
    }

    String clipped() {
        return ((String) page.evaluate("() => navigator.clipboard.readText()")).replace("\r\n", "\n");
    }

    void isSaved() {
        assertThat(at("state")).hasText("Saved");
    }

    void isAccessible() {
        assertThat(new AxeBuilder(page).include(".table-editor").analyze().getViolations())
                .isEmpty();
    }

    void picture(String name) {
        page.screenshot(new Page.ScreenshotOptions()
                .setPath(Path.of(System.getProperty("it.dir"), "screens", "table-" + name + ".png")));
    }

    /** Fails when something ran into the content security policy, or an error was nobody's. */
    @Override
    public void close() {
        context.close();
        assertThat(complaints).isEmpty();
    }
}
