package io.orderfield.web.login;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DestinationTest {
    @Test
    void goesBackToThePageThatWasWanted() {
        assertThat(Destination.of("/domain-order/details.xhtml?number=PO0001001"))
                .isEqualTo("/domain-order/details.xhtml?number=PO0001001");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://evil.example/",
                "//evil.example/",
                "/\\evil.example/",
                "\t//evil.example",
                "/\t/evil.example",
                "javascript:alert(1)",
                "",
                "/login.xhtml?next=/",
                "/api/v1/users"
            })
    void staysAtHomeInsteadOfFollowingAnyOtherAddress(String wanted) {
        assertThat(Destination.of(wanted)).isEqualTo("/index.xhtml");
    }

    @Test
    void goesHomeWithoutAWish() {
        assertThat(Destination.of(null)).isEqualTo("/index.xhtml");
    }
}
