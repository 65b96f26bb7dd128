package io.orderfield.it.support;

import com.microsoft.playwright.Route;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;

/** Requests of one page from now on: sent by it, but answered only when they are let go. */
public final class Late {
    private static final Predicate<String> PAGE = url -> url.contains(".xhtml");

    private final Desk desk;
    private final List<Route> under = new ArrayList<>();

    /** From now on. */
    public Late(Desk desk) {
        this.desk = desk;
        desk.settle();
        desk.page().route(PAGE, route -> {
            if (route.request().method().equals("POST")) {
                under.add(route);
            } else {
                route.resume();
            }
        });
    }

    /** Waits until a request is under way. */
    public void awaitOne() {
        desk.page().waitForCondition(() -> !under.isEmpty());
    }

    /** Lets all go, and holds no more. */
    public void arrives() {
        desk.page().unroute(PAGE);
        under.forEach(Route::resume);
    }
}
