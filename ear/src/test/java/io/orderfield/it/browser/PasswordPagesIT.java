package io.orderfield.it.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.Cookie;
import io.orderfield.it.support.Api;
import io.orderfield.it.support.Desk;
import io.orderfield.it.support.OneBrowser;
import io.orderfield.it.support.RunningServer;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Passwords and secrets as people meet them in the workspace. */
@ExtendWith({RunningServer.class, OneBrowser.class})
class PasswordPagesIT {
    private static final String CHOSEN = "marble lamp crow";

    private static RunningServer running;
    private static Browser browser;

    @BeforeAll
    static void server(RunningServer given, Browser chromium) {
        running = given;
        browser = chromium;
    }

    @Test
    void leadsToTheChangeOfAPasswordThatSomebodyElseSetAndNowhereElse() {
        String user = created("viewer", Api.OTHER_PASSWORD);
        try (Desk desk = new Desk(browser, running.server().address(), user, Api.OTHER_PASSWORD)) {
            assertThat(desk.page().url()).contains("/password.xhtml");
            desk.open("/customer-order/list.xhtml?tab=all");
            assertThat(desk.page().url()).contains("/password.xhtml");
            assertThat(desk.at("back")).hasCount(0);
            pictures(desk, "password-required");

            change(desk, "wrong one", CHOSEN, CHOSEN);
            assertThat(desk.at("password-error")).containsText("Old password is not right");
            change(desk, Api.OTHER_PASSWORD, "Password1234!", "Password1234!");
            assertThat(desk.at("password-error")).containsText("top-10 common password");
            change(desk, Api.OTHER_PASSWORD, CHOSEN, "marble lamp cow");
            assertThat(desk.at("password-error")).containsText("not the same");
            desk.picture("password-error");

            change(desk, Api.OTHER_PASSWORD, CHOSEN, CHOSEN);
            desk.page().waitForURL(url -> url.contains("/customer-order/list.xhtml?tab=all"));
            assertThat(desk.at("user-name").first()).isVisible();
        }
        new Desk(browser, running.server().address(), user, CHOSEN).close();
    }

    @Test
    void changesTheOwnPasswordFromTheMenuAndLetsOneOutOfThePage() {
        String user = created("viewer", Api.OTHER_PASSWORD);
        try (Desk desk = new Desk(browser, running.server().address(), user, Api.OTHER_PASSWORD)) {
            desk.click("sign-out");
            assertThat(desk.page().url()).contains("/login.xhtml");
        }
        try (Desk desk = new Desk(browser, running.server().address(), user, Api.OTHER_PASSWORD)) {
            change(desk, Api.OTHER_PASSWORD, CHOSEN, CHOSEN);
            desk.page().waitForURL(url -> url.contains("/index.xhtml"));

            desk.click("user-menu");
            desk.at("own-password").click();
            assertThat(desk.at("back")).isVisible();
            pictures(desk, "password-own");
            change(desk, CHOSEN, "velvet stairs 71 oak", "velvet stairs 71 oak");
            desk.page().waitForURL(url -> url.contains("/index.xhtml"));
            Cookie known = desk.page().context().cookies().stream()
                    .filter(cookie -> cookie.name.startsWith("__Host-known-"))
                    .findFirst()
                    .orElseThrow();
            assertThat(known.httpOnly).isTrue();
            assertThat(known.secure).isTrue();
        }
    }

    @Test
    void administratorGivesAMachineASecretThatIsShownOnce() {
        String machine = created("field-system", null);
        try (Desk admin = new Desk(browser, running.server().address(), "admin")) {
            admin.open("/user/list.xhtml?tab=all&text=" + machine);
            admin.click("secrets-" + machine);
            assertThat(admin.at("no-secrets")).isVisible();
            admin.click("create-secret");
            String secret = admin.at("new-secret").inputValue();
            assertThat(secret).startsWith("ofs_");
            assertThat(admin.at("secret")).hasCount(1);
            pictures(admin, "user-secrets");
            assertThat(token(machine, secret)).isEqualTo(200);

            admin.open("/user/list.xhtml?tab=all&text=" + machine);
            admin.click("secrets-" + machine);
            assertThat(admin.at("secret")).hasCount(1);
            assertThat(admin.at("new-secret")).hasCount(0);
            admin.click("end-secret");
            assertThat(admin.at("no-secrets")).isVisible();
            assertThat(token(machine, secret)).isEqualTo(401);
        }
    }

    @Test
    void administratorUnlocksAUser() {
        String user = created("viewer", Api.OTHER_PASSWORD);
        for (int i = 0; i < 11; i++) {
            token(user, "guess-" + i);
        }
        assertThat(token(user, Api.OTHER_PASSWORD)).isEqualTo(429);
        try (Desk admin = new Desk(browser, running.server().address(), "admin")) {
            admin.open("/user/list.xhtml?tab=all&text=" + user);
            admin.picture("user-locked");
            admin.click("unlock-" + user);
            assertThat(admin.at("unlock-" + user)).hasCount(0);
        }
        assertThat(token(user, Api.OTHER_PASSWORD))
                .as("the password is right, and to be changed")
                .isEqualTo(403);
    }

    private static void change(Desk desk, String old, String password, String repeated) {
        desk.at("old-password").fill(old);
        desk.at("new-password").fill(password);
        desk.at("repeated-password").fill(repeated);
        desk.click("change-password");
    }

    /** As it looks light, dark and on a phone; nothing bars those who can't see or don't use a mouse. */
    private static void pictures(Desk desk, String name) {
        for (ColorScheme scheme : List.of(ColorScheme.DARK, ColorScheme.LIGHT)) {
            desk.page().emulateMedia(new Page.EmulateMediaOptions().setColorScheme(scheme));
            desk.picture(name + '-' + scheme.name().toLowerCase(java.util.Locale.ROOT));
        }
        assertThat(new AxeBuilder(desk.page()).analyze().getViolations())
                .as(name)
                .isEmpty();
        desk.page().setViewportSize(390, 844);
        desk.picture(name + "-phone");
        assertThat(desk.overflow()).as("%s is wider than a phone", name).isZero();
        desk.page().setViewportSize(1440, 900);
    }

    private static int token(String user, String password) {
        return running.api()
                .anonymous()
                .auth()
                .preemptive()
                .basic(user, password)
                .post("/token")
                .statusCode();
    }

    private static String created(String role, String password) {
        String name = "it-" + UUID.randomUUID();
        Map<String, Object> user = new HashMap<>(Map.of("username", name, "displayName", "It", "roles", List.of(role)));
        if (password != null) {
            user.put("password", password);
        }
        running.api().post("admin", "/users", user);
        return name;
    }
}
