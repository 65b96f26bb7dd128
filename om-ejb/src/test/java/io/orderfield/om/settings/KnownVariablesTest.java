package io.orderfield.om.settings;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class KnownVariablesTest {
    @ParameterizedTest
    @CsvSource({
        "INFLIGHT_APROVAL, INFLIGHT_APPROVAL",
        "INFLIGTH_APPROVALS, INFLIGHT_APPROVAL",
        "inflight_approval, INFLIGHT_APPROVAL",
        "DB_PASSWROD, DB_PASSWORD",
        "DB_USR, DB_USER",
        "FOLLOWUP_APPROVAL, FOLLOW_UP_APPROVAL",
        "FOLLOW_UP_APPROVAL_FIXD, FOLLOW_UP_APPROVAL_FIXED",
        "ARTEMIS_MODES, ARTEMIS_MODE",
        "ADMIN_PASSWORD_FILE, ADMIN_PASSWORD",
        "DB_PASSWORD_FILE, DB_PASSWORD",
        "RATE_LIMIT_PARTNER, RATE_LIMIT_ADDRESS",
        "INFLIGHT_APPROVAL_LOCKED, INFLIGHT_APPROVAL",
    })
    void saysWhatWasProbablyMeant(String variable, String meant) {
        assertThat(KnownVariables.misspelled(List.of(variable)))
                .containsOnlyKeys(variable)
                .containsValue(meant);
    }

    @Test
    void leavesAloneWhatIsKnown() {
        assertThat(KnownVariables.misspelled(KnownVariables.NAMES)).isEmpty();
        assertThat(Arrays.stream(Setting.values()).map(Setting::fixedName)).isSubsetOf(KnownVariables.NAMES);
    }

    @Test
    void leavesAloneWhatOthersNeed() {
        assertThat(KnownVariables.misspelled(Set.of(
                        "PATH",
                        "HOME",
                        "HOSTNAME",
                        "LANG",
                        "USER",
                        "SHELL",
                        "TERM",
                        "PWD",
                        "LOGNAME",
                        "TZ",
                        "_",
                        "JAVA_HOME",
                        "JVM_ARGS",
                        "WLP_USER_DIR",
                        "WLP_OUTPUT_DIR",
                        "LOG_DIR",
                        "LOG_FILE",
                        "LOG_LEVEL",
                        "keystore_password",
                        "HTTP_PROXY",
                        "HTTPS_PROXY",
                        "NO_PROXY",
                        "http_proxy",
                        "NODE_ENV",
                        "DB_PORT",
                        "DB_HOST",
                        "DB_NAME",
                        "SESSION_ID",
                        "SESSION_MANAGER",
                        "XDG_SESSION_ID",
                        "MAVEN_OPTS",
                        "KUBERNETES_SERVICE_HOST",
                        "ARTEMIS_SERVICE_HOST",
                        "HTTP_PORT_80_TCP_ADDR",
                        "ARTEMIS_PORT_61616_TCP",
                        "ARTEMIS_PORT_61616_TCP_PORT")))
                .isEmpty();
    }
}
