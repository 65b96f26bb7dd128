package io.orderfield.web.limit;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AddressKeyTest {
    @ParameterizedTest
    @CsvSource({
        "192.0.2.7, 192.0.2.7",
        "2001:db8:1:2:3:4:5:6, 2001:db8:1:2",
        "2001:db8:1:2::9, 2001:db8:1:2",
        "2001:db8::9%eth0, 2001:db8:0:0",
        "::1, 0:0:0:0",
        "0:0:0:0:0:0:0:1, 0:0:0:0",
        "fe80::, fe80:0:0:0",
        "::ffff:192.0.2.7, ::ffff:192.0.2.7"
    })
    void isTheAddressOrItsNetwork(String address, String key) {
        assertThat(AddressKey.of(address)).isEqualTo(key);
    }
}
