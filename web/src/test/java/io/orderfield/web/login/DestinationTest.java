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
                "/api/v1/users",
                "/work-order/attachment?number=1",
                "/jakarta.faces.push/work",
                "/jakarta.faces.resource/mark.svg.xhtml",
                "/error/500.xhtml",
                "/index.xhtml\r\nSet-Cookie: a=b",
                "/index.xhtml\u0000",
                "/\u2028/evil.example/a.xhtml",
                "///evil.example/a.xhtml",
                "/\u00a0/evil.example/a.xhtml",
                " /index.xhtml",
                "index.xhtml",
                "@evil.example/a.xhtml",
                "https:/index.xhtml",
                "data:text/html,a.xhtml"
            })
    void staysAtHomeInsteadOfFollowingAnyOtherAddress(String wanted) {
        assertThat(Destination.of(wanted)).isEqualTo("/index.xhtml");
    }

    @Test
    void staysAtHomeInsteadOfFollowingAnAddressWithoutEnd() {
        assertThat(Destination.of("/index.xhtml?a=" + "b".repeat(2_000))).isEqualTo("/index.xhtml");
    }

    @Test
    void goesHomeWithoutAWish() {
        assertThat(Destination.of(null)).isEqualTo("/index.xhtml");
    }
}
