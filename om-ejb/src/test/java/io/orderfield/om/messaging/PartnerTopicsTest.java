package io.orderfield.om.messaging;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class PartnerTopicsTest {
    @Test
    void everyPartnerOfAnAccountMayReadItsTopicByARoleOfItsOwn() {
        assertThat(PartnerTopics.wanted(Map.of("acme", "ACCT1", "acme-erp", "ACCT1", "zeta", "ACCT2")))
                .containsOnly(
                        Map.entry("ACCT1", Set.of("reply.acme", "reply.acme-erp")),
                        Map.entry("ACCT2", Set.of("reply.zeta")));
    }

    @Test
    void noNameMakesALongerListOfRolesOrAnotherAddress() {
        assertThat(PartnerTopics.wanted(
                        Map.of("acme,integrator", "ACCT1", "pia.costa@example.com", "ACCT1", "zeta", "ACCT2.#")))
                .isEmpty();
    }
}
