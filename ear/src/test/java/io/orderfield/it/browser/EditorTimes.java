package io.orderfield.it.browser;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import io.orderfield.it.support.Chromium;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What a browser takes for a large decision table, until it is painted: from the call of its page to its rows, and from a
 * key to what comes of it. Without our server; a field on a page with nothing else tells what the machine alone takes.
 */
public final class EditorTimes {
    private static final int PAGES = 7;
    private static final int PRESSES = 25;
    private static final String WATCH = """
            () => document.addEventListener('keydown', event => {
              window.painted = null;
              requestAnimationFrame(() => {
                const channel = new MessageChannel();
                channel.port1.onmessage = () => { window.painted = performance.now() - event.timeStamp; };
                channel.port2.postMessage(0);
              });
            }, true)""";

    private final Map<String, List<Double>> millis = new LinkedHashMap<>();

    private EditorTimes() {}

    /** Milliseconds of each round by what was done. */
    public static Map<String, List<Double>> of(int rows) throws IOException {
        EditorTimes times = new EditorTimes();
        try (Playwright playwright = Playwright.create();
                TablePage table = new TablePage()) {
            Browser browser = Chromium.launch(playwright);
            table.has(rows, List.of());
            times.alone(browser);
            for (int page = 0; page < PAGES; page++) {
                try (TableDesk desk = new TableDesk(browser, table)) {
                    times.add("until its rows are painted", desk.page().evaluate("() => window.shown"));
                }
            }
            try (TableDesk desk = new TableDesk(browser, table)) {
                desk.page().evaluate(WATCH);
                times.keys(desk);
            }
        }
        return times.millis;
    }

    private void alone(Browser browser) {
        Page page = browser.newPage();
        page.setContent("<input autofocus>");
        page.evaluate(WATCH);
        press(page, "a key in a field on an empty page", "a");
        page.close();
    }

    private void keys(TableDesk desk) {
        Page page = desk.page();
        press(page, "ArrowDown", "ArrowDown");
        press(page, "Shift+ArrowDown", "Shift+ArrowDown");
        press(page, "PageDown", "PageDown");
        desk.press("Control+Home", "ArrowRight", "F2");
        press(page, "a letter in a cell", "a");
        desk.press("Escape");
        press(page, "Delete", "Delete", "ArrowDown");
        desk.press("Control+Home");
        press(page, "Alt+ArrowDown (moves a row)", "Alt+ArrowDown");
        press(page, "Control+Z", "Control+z");
    }

    /** @param between what is pressed, too, and not counted */
    private void press(Page page, String what, String key, String... between) {
        for (int press = 0; press < PRESSES; press++) {
            page.evaluate("() => { window.painted = null; }");
            page.keyboard().press(key);
            page.waitForFunction("() => window.painted !== null");
            add(what, page.evaluate("() => window.painted"));
            List.of(between).forEach(page.keyboard()::press);
        }
    }

    private void add(String what, Object time) {
        millis.computeIfAbsent(what, key -> new ArrayList<>()).add(((Number) time).doubleValue());
    }
}
