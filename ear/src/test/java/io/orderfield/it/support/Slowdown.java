package io.orderfield.it.support;

import com.google.gson.JsonObject;
import com.microsoft.playwright.Browser;
import com.microsoft.playwright.CDPSession;
import com.microsoft.playwright.Page;
import java.util.Map;
import java.util.WeakHashMap;

/**
 * Takes processor time away from a page while it is in use, as many times as {@code -Dit.browser.slowdown} says. Not from
 * the other pages of its browser: a page that is slowed down keeps a processor busy even when there is nothing to do, so
 * that a few of them would leave the server nothing.
 */
final class Slowdown {
    private static final int TIMES = Integer.getInteger("it.browser.slowdown", 1);
    private static final Map<Browser, Slowdown> IN_USE = new WeakHashMap<>();

    private final Page page;
    private CDPSession processor;

    Slowdown(Page page) {
        this.page = page;
    }

    static boolean isWanted() {
        return TIMES > 1;
    }

    /** From now on this is the page in use. */
    void begin() {
        Slowdown before = isWanted() ? IN_USE.put(page.context().browser(), this) : this;
        if (before != this) {
            if (before != null) {
                before.share(1);
            }
            share(TIMES);
        }
    }

    /** The page is closed now. */
    void end() {
        IN_USE.remove(page.context().browser(), this);
    }

    private void share(int times) {
        if (processor == null) {
            processor = page.context().newCDPSession(page);
        }
        JsonObject how = new JsonObject();
        how.addProperty("rate", times);
        processor.send("Emulation.setCPUThrottlingRate", how);
    }
}
