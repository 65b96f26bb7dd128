package io.orderfield.it.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;
import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.CDPSession;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Response;
import com.microsoft.playwright.options.LoadState;
import io.orderfield.it.support.Desk;
import io.orderfield.it.support.OneBrowser;
import io.orderfield.it.support.RunningServer;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** What a page may run, by its content security policy, and what a browser has to fetch for it. */
@ExtendWith({RunningServer.class, OneBrowser.class})
class PagePolicyIT {
    /** Well formed, and nobody's. */
    private static final String FORGED =
            Base64.getEncoder().encodeToString("11111111-2222-3333-4444-555555555555".getBytes(StandardCharsets.UTF_8));

    /** Bytes with their headers; most is the library's own script. */
    private static final long LARGEST_FIRST_PAGE = 300_000;

    private static RunningServer running;
    private static Browser browser;
    private static Desk admin;

    @BeforeAll
    static void people(RunningServer given, Browser chromium) {
        running = given;
        browser = chromium;
        admin = new Desk(browser, running.server().address(), "admin");
    }

    @Test
    void everyPageKeepsItsPolicy() {
        for (String path : List.of(
                "/index.xhtml",
                "/account/list.xhtml",
                "/approvals.xhtml",
                "/customer-order/list.xhtml",
                "/customer-order/new.xhtml",
                "/decision-table/list.xhtml",
                "/decision-table/details.xhtml?table=work-order-policy",
                "/dispatch.xhtml",
                "/domain-order/list.xhtml",
                "/fallout/list.xhtml",
                "/import.xhtml",
                "/my-tasks.xhtml",
                "/search.xhtml?q=ORD",
                "/settings.xhtml",
                "/specification/list.xhtml",
                "/sync.xhtml",
                "/technician/list.xhtml",
                "/template/list.xhtml",
                "/user/list.xhtml",
                "/work-order/list.xhtml",
                "/error/404.xhtml")) {
            Response answer = admin.page().navigate(running.server().address() + path);
            String policy = answer.headerValue("content-security-policy");
            assertThat(policy)
                    .as(path)
                    .contains(
                            "default-src 'self'",
                            "object-src 'none'",
                            "base-uri 'none'",
                            "form-action 'self'",
                            "frame-ancestors 'none'",
                            "script-src 'self' 'nonce-")
                    .doesNotContain("unsafe-eval", "script-src 'self' 'unsafe-inline'");
            admin.settle();
        }
    }

    @Test
    void everyPageHasANonceOfItsOwn() {
        String first = nonce(admin.open("/customer-order/list.xhtml").page());
        String second = nonce(admin.open("/customer-order/list.xhtml").page());
        assertThat(second).isNotEqualTo(first);
    }

    @Test
    void aForgedNonceIsNeverAnswered() {
        for (String path : List.of("/customer-order/list.xhtml", "/sync.xhtml")) {
            Page page = admin.open(path).page();
            String nonce = nonce(page);
            assertThat(post(page, "page", nonce, true)).contains("<update id").contains(nonce);
            for (String given : List.of(FORGED, "", "'; script-src *")) {
                for (String view : List.of("page", "stateless", "bm9ib2R5cyBrZXk=")) {
                    assertThat(post(page, view, given, true))
                            .as("%s, ajax, view %s", path, view)
                            .doesNotContain(FORGED, "script-src *", "<update id");
                    assertThat(post(page, view, given, false))
                            .as("%s, form, view %s", path, view)
                            .doesNotContain(FORGED, "script-src *");
                }
            }
        }
    }

    @Test
    void theLoginPageHasItsOwnNonceWhateverTheFormSays() {
        try (BrowserContext stranger = stranger()) {
            Page page = stranger.newPage();
            page.navigate(running.server().address() + "/login.xhtml");
            assertThat(post(page, "stateless", FORGED, false))
                    .contains("script-src 'self' 'nonce-")
                    .doesNotContain(FORGED);
            assertThat(post(page, "stateless", FORGED, true)).doesNotContain(FORGED);
        }
    }

    @Test
    void aFormWithoutItsNonceBringsThePageAnewWithItsParameters() {
        String order = running.api().get("agent", "/customer-orders?size=1").getString("[0].number");
        for (String path : List.of(
                "/customer-order/details.xhtml?number=" + order, "/customer-order/list.xhtml?tab=all&text=Harbor")) {
            Page page = admin.open(path).page();
            for (String given : List.of(FORGED, "")) {
                assertThat(post(page, "page", given, true))
                        .as(path)
                        .contains("<redirect url=\"" + path.replace("&", "&amp;") + "\"");
                assertThat(post(page, "page", given, false)).as(path).contains('\n' + address() + path + '\n');
            }
        }
    }

    private static String address() {
        return running.server().address();
    }

    @Test
    void theFirstPageIsSmallAndWhatItNeedsIsKept() {
        try (BrowserContext newcomer = stranger()) {
            newcomer.addCookies(admin.page().context().cookies());
            Page page = newcomer.newPage();
            AtomicLong bytes = new AtomicLong();
            CDPSession network = newcomer.newCDPSession(page);
            network.send("Network.enable");
            network.on(
                    "Network.loadingFinished",
                    (JsonObject done) ->
                            bytes.addAndGet(done.get("encodedDataLength").getAsLong()));
            page.onResponse(answer -> {
                if (answer.url().contains("/jakarta.faces.resource/")) {
                    assertThat(answer.headerValue("cache-control"))
                            .as(answer.url())
                            .isEqualTo("public, max-age=31536000, immutable");
                }
            });
            page.navigate(running.server().address() + "/index.xhtml");
            page.waitForLoadState(LoadState.LOAD);
            page.evaluate("() => document.fonts.ready");
            long first = bytes.getAndSet(0);
            page.navigate(running.server().address() + "/customer-order/list.xhtml");
            page.waitForLoadState(LoadState.LOAD);
            System.out.printf("First page: %,d bytes with an empty cache, %,d for the next%n", first, bytes.get());
            assertThat(first).isBetween(50_000L, LARGEST_FIRST_PAGE);
            assertThat(bytes.get()).isLessThan(30_000);
        }
    }

    @Test
    void aVersionThatItDoesNotHaveIsNotKept() {
        Map<String, Object> answer = cast(
                admin.page()
                        .evaluate(
                                "async () => { const a = await fetch('/jakarta.faces.resource/workspace.css.xhtml"
                                        + "?ln=workspace&v=another'); return {status: a.status, cache: a.headers.get('cache-control')}; }"));
        assertThat(answer).containsEntry("status", 200).containsEntry("cache", "no-cache");
    }

    private static BrowserContext stranger() {
        return browser.newContext(new Browser.NewContextOptions().setIgnoreHTTPSErrors(true));
    }

    private static String nonce(Page page) {
        return (String) page.evaluate("() => document.querySelector('script[nonce]').nonce");
    }

    /** Posts the page's first form from within it; gives back the policy, where it was led to and the body of the answer. */
    private static String post(Page page, String view, String nonce, boolean ajax) {
        return (String) page.evaluate("""
                async ([view, nonce, ajax]) => {
                  const kept = document.querySelector("input[name='jakarta.faces.ViewState']").value;
                  const form = document.querySelector('form[id]').id;
                  const fields = {[form + '_SUBMIT']: '1', 'jakarta.faces.ViewState': view === 'page' ? kept : view, 'primefaces.nonce': nonce};
                  if (ajax) {
                    Object.assign(fields, {'jakarta.faces.partial.ajax': 'true', 'jakarta.faces.source': form,
                        'jakarta.faces.partial.execute': '@none', 'jakarta.faces.partial.render': '@all'});
                  }
                  const answer = await fetch(location.pathname, {method: 'POST', body: new URLSearchParams(fields),
                      headers: ajax ? {'Faces-Request': 'partial/ajax'} : {}});
                  return answer.headers.get('content-security-policy') + '\\n' + answer.url + '\\n' + await answer.text();
                }
                """, List.of(view, nonce, ajax));
    }

    @SuppressWarnings("unchecked") // what a script gives back
    private static Map<String, Object> cast(Object answer) {
        return (Map<String, Object>) answer;
    }
}
