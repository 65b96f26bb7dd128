package io.orderfield.om.user;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class OriginTest {
    @ParameterizedTest
    @CsvSource({
        "192.0.2.7, 192.0.2.7",
        "2001:db8:1:2:3:4:5:6, 2001:db8:1:2::",
        "2001:db8:1:2:ffff:4:5:6, 2001:db8:1:2::",
        "0:0:0:0:0:0:0:1, 0:0:0:0::",
        "2001:db8:1:2::1, 2001:db8:1:2::",
        "2001:db8::7, 2001:db8:0:0::",
        "::1, 0:0:0:0::",
        "::ffff:192.0.2.7, 192.0.2.7"
    })
    void isTheNetworkOfAnAddress(String address, String network) {
        assertThat(Origin.of(address).address()).isEqualTo(network);
    }
}
