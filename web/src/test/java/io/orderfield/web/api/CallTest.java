package io.orderfield.web.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.orderfield.kernel.Refusal;
import java.util.Locale;
import org.junit.jupiter.api.Test;

class CallTest {
    private static final String PREVIEW = "0a1b2c3d4e5f60718293a4b5c6d7e8f9";

    private final Call call = new Call();

    @Test
    void tellsAPreviewFromAVersion() {
        call.conditions("\"" + PREVIEW + "\"", null);
        assertThat(call.expectedPreview()).isEqualTo(PREVIEW);

        call.conditions("\"17\"", null);
        assertThat(call.expectedPreview()).isNull();
        assertThat(call.expectedVersion()).isEqualTo(17);
    }

    @Test
    void tellsRequestsApartByBodyAndQuery() {
        Call plain = request("", "body");
        assertThat(plain.requestHash())
                .isEqualTo("body")
                .isEqualTo(request("", "body").requestHash());
        assertThat(request("dryRun=true", "body").requestHash())
                .isEqualTo(request("dryRun=true", "body").requestHash())
                .isNotIn(
                        plain.requestHash(),
                        request("dryRun=false", "body").requestHash(),
                        request("dryRun=true", "other").requestHash())
                .hasSize(64);
    }

    @Test
    void tellsWhatIsMadeFromWhatRunsByItself() {
        assertThat(call.status()).isEqualTo(200);
        call.created("/customer-orders/ORD1");
        assertThat(call.status()).isEqualTo(201);
        Call begun = new Call();
        begun.accepted("/decision-tables/policy/drafts/1/replay");
        assertThat(begun.status()).isEqualTo(202);
        assertThat(begun.location()).isEqualTo("/api/v1/decision-tables/policy/drafts/1/replay");
    }

    private static Call request(String query, String bodyHash) {
        Call call = new Call();
        call.begin("POST", "/api/v1/imports/accounts", query, "admin", "", Locale.ENGLISH);
        call.bodyHash(bodyHash);
        return call;
    }

    @Test
    void takesAPreviewOfDigitsAloneForAPreview() {
        String digits = "12345678901234567890123456789012";
        call.conditions("\"" + digits + "\"", null);

        assertThat(call.expectedPreview()).isEqualTo(digits);
    }

    @Test
    void expectsNoPreviewWithoutAHeaderOrWithAnyTag() {
        call.conditions(null, null);
        assertThat(call.expectedPreview()).isNull();

        call.conditions("*", null);
        assertThat(call.expectedPreview()).isNull();
    }

    @Test
    void refusesAWeakTag() {
        call.conditions("W/\"" + PREVIEW + "\"", null);

        assertThatThrownBy(call::expectedPreview)
                .isInstanceOfSatisfying(Refusal.class, r -> assertThat(r.kind()).isEqualTo(Refusal.Kind.STALE));
    }
}
