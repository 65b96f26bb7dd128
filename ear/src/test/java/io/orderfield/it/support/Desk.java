package io.orderfield.it.support;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** One person in front of a browser of their own, signed in to the workspace. */
public final class Desk implements AutoCloseable {
    /** Twice as long for pages that get only a part of the processor. */
    private static final double PATIENCE_MS = Slowdown.isWanted() ? 60_000 : 30_000;

    private final BrowserContext context;
    private final Page page;
    private final Slowdown slowdown;
    private final String address;
    private final List<String> violations = new ArrayList<>();

    /** Signs in; fails when the workspace doesn't let this user in. */
    public Desk(Browser browser, String address, String user) {
        this(browser, address, user, Api.PASSWORD);
    }

    /** Signs in with a password of the user's own. */
    public Desk(Browser browser, String address, String user, String password) {
        this.address = address;
        context = browser.newContext(new Browser.NewContextOptions()
                .setIgnoreHTTPSErrors(true)
                .setViewportSize(1440, 900)
                .setLocale("en-US"));
        context.setDefaultTimeout(PATIENCE_MS);
        com.microsoft.playwright.assertions.PlaywrightAssertions.setDefaultAssertionTimeout(PATIENCE_MS);
        // the content security policy is right when nothing of ours runs into it
        context.onConsoleMessage(message -> {
            if (message.text().contains("Content Security Policy")) {
                violations.add(message.text());
            }
        });
        page = context.newPage();
        slowdown = new Slowdown(page);
        page().navigate(address + "/login.xhtml");
        signIn(user, password);
    }

    /** Signs in on the login page, which is open. */
    public void signIn(String user) {
        signIn(user, Api.PASSWORD);
    }

    private void signIn(String user, String password) {
        page.fill("[id='login:username']", user);
        page.fill("[id='login:password']", password);
        click("sign-in");
        page.waitForURL(url -> !url.contains("login.xhtml"));
    }

    /** The page, which is in use now. */
    public Page page() {
        slowdown.begin();
        return page;
    }

    /** Opens a page by its path, such as {@code /my-tasks.xhtml}. */
    public Desk open(String path) {
        page().navigate(address + path);
        keepsThePolicy();
        return this;
    }

    /** The visible elements with this test mark. */
    public Locator at(String mark) {
        return page().locator("[data-test='" + mark + "']:visible");
    }

    /** Clicks the first visible element with this mark and waits until the page's request is answered. */
    public void click(String mark) {
        at(mark).first().click();
        settle();
    }

    /** Waits until no request of the page is under way. */
    public void settle() {
        page().waitForFunction("() => !window.PrimeFaces || PrimeFaces.ajax.Queue.isEmpty()");
        keepsThePolicy();
    }

    private void keepsThePolicy() {
        org.assertj.core.api.Assertions.assertThat(violations)
                .as("violations of the content security policy at %s", page.url())
                .isEmpty();
    }

    /** The page is told that something happened, as by a push. */
    public void hears() {
        page.evaluate("() => window.Orderfield.changed()");
    }

    /** From now on the page is told so every 50 ms. */
    public void rain() {
        page.evaluate("() => { window.drops = 0;"
                + " window.setInterval(() => { window.drops++; window.Orderfield.changed(); }, 50); }");
    }

    /** It rains for a second, and in this time the page may ask for what is new. */
    public void rainOn() {
        page.evaluate("() => { window.drops = 0; }");
        page.waitForFunction("() => window.drops > 20");
    }

    /** The record's state as the page shows it becomes this. */
    public void seesState(String text) {
        assertThat(at("state").first()).containsText(text);
    }

    /** Width of what can't be seen without scrolling sideways, in pixels; 0 is good. */
    public int overflow() {
        return (int) page.evaluate("() => document.documentElement.scrollWidth - document.documentElement.clientWidth");
    }

    /** Keeps a picture of the page under {@code target/it/screens}. */
    public void picture(String name) {
        page.screenshot(new Page.ScreenshotOptions().setPath(screen(name)).setFullPage(true));
    }

    /** Keeps a picture of the top of the page, as it is seen before anybody scrolls. */
    public void firstSight(String name) {
        page.evaluate("() => window.scrollTo(0, 0)");
        page.screenshot(new Page.ScreenshotOptions().setPath(screen(name)));
    }

    /** Keeps a picture of one part of the page there, without what stays in sight when one scrolls. */
    public void picture(String name, Locator part) {
        page.evaluate("() => document.querySelectorAll('header.top').forEach(bar => bar.style.position = 'static')");
        part.screenshot(new Locator.ScreenshotOptions().setPath(screen(name)));
    }

    private static Path screen(String name) {
        return Path.of(System.getProperty("it.dir"), "screens", name + ".png");
    }

    @Override
    public void close() {
        slowdown.end();
        context.close();
    }
}
