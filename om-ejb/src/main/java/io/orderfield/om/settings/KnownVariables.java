package io.orderfield.om.settings;

import java.util.Collection;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;

/**
 * The variables that Orderfield reads, and which others were probably meant to be one of them: a slip of the pen away from a
 * name, or beginning with the first two words of one ({@code RATE_LIMIT_USERS}).
 */
public final class KnownVariables {
    /** Those of docs/settings.md. */
    public static final Set<String> NAMES = Set.of("""
        ADMIN_PASSWORD ARTEMIS_HOST ARTEMIS_HOSTS ARTEMIS_KEYSTORE ARTEMIS_KEYSTORE_PASSWORD ARTEMIS_MODE
        ARTEMIS_PASSWORD ARTEMIS_PORT ARTEMIS_REPLY_EXPIRY_HOURS ARTEMIS_TLS ARTEMIS_TRUSTSTORE
        ARTEMIS_TRUSTSTORE_PASSWORD ARTEMIS_USER ARTEMIS_USERS ARTEMIS_USER_CONNECTIONS ARTEMIS_USER_QUEUES
        ARTEMIS_WRONG_PASSWORDS ARTEMIS_WRONG_PASSWORDS_MINUTES ATTACHMENT_FOLDER ATTACHMENT_MAX_BYTES
        ATTACHMENT_STORE BROKER_XML DATA_DIR DB_PASSWORD DB_POOL DB_URL DB_USER DEMO_ENABLED DEMO_PASSWORD
        EVENTS_EXPIRY_HOURS EVENTS_LIMIT_MB FOLLOW_UP_APPROVAL FOLLOW_UP_APPROVAL_FIXED HTTPS_PORT HTTP_HOST
        HTTP_PORT INFLIGHT_APPROVAL INFLIGHT_APPROVAL_FIXED LOG_FORMAT MDB_SESSIONS METRICS_AUTHENTICATION
        METRICS_TOKEN NODE_NAME OUTSIDE_QUEUE_WARNING_SECONDS PUBLIC_HOST PUBLISH_NEEDS_SECOND_PERSON
        RATE_LIMIT_ADDRESS
        RATE_LIMIT_ADDRESS_BURST RATE_LIMIT_AT_WORK RATE_LIMIT_USER RATE_LIMIT_USER_BURST
        RECONCILIATION_GRACE_SECONDS RECONCILIATION_TIME SESSIONS_MAX SESSION_IDLE SESSION_LIMIT
        SIGN_IN_ADDRESS_LIMIT SIGN_IN_USER_LIMIT SIGN_IN_WINDOW_SECONDS SUBSCRIPTION_WARNING_MESSAGES
        SUBSCRIPTION_WARNING_MINUTES TLS_FAILURES_HIDDEN TLS_KEYSTORE TLS_KEYSTORE_PASSWORD TOKEN_KEYS
        TOKEN_KEYS_FILE TRUSTED_PROXIES
        """.strip().split("\\s+"));

    /** So short a name may be another one's by chance: one slip is allowed to it, two to a longer one. */
    private static final int SHORT = 12;

    /** What Kubernetes tells of a service, which may well be called {@code http-port}. */
    private static final Pattern OF_KUBERNETES =
            Pattern.compile(".*_(SERVICE_(HOST|PORT)(_.*)?|PORT(_[0-9]+_(TCP|UDP)(_.*)?)?)");

    private KnownVariables() {}

    /** The variables that were probably misspelled, each with the name that was probably meant. */
    static Map<String, String> misspelled(Collection<String> variables) {
        Map<String, String> found = new TreeMap<>();
        for (String variable : variables) {
            if (!NAMES.contains(variable)) {
                meant(variable.toUpperCase(Locale.ROOT)).ifPresent(name -> found.put(variable, name));
            }
        }
        return found;
    }

    private static Optional<String> meant(String variable) {
        Set<String> candidates = new TreeSet<>(NAMES);
        Optional<String> slip = candidates.stream()
                .filter(name -> slips(variable, name) <= (Math.min(variable.length(), name.length()) < SHORT ? 1 : 2))
                .findFirst();
        return slip.or(() -> OF_KUBERNETES.matcher(variable).matches()
                ? Optional.empty()
                : candidates.stream()
                        .filter(name -> variable.startsWith(firstTwoWords(name) + "_"))
                        .findFirst());
    }

    private static String firstTwoWords(String name) {
        int second = name.indexOf('_', name.indexOf('_') + 1);
        return second < 0 ? name : name.substring(0, second);
    }

    /** Letters that are wrong, missing or too many, and neighbors that changed places. */
    private static int slips(String one, String other) {
        int[][] slips = new int[one.length() + 1][other.length() + 1];
        for (int i = 0; i <= one.length(); i++) {
            for (int j = 0; j <= other.length(); j++) {
                if (i == 0 || j == 0) {
                    slips[i][j] = i + j;
                    continue;
                }
                int wrong = one.charAt(i - 1) == other.charAt(j - 1) ? 0 : 1;
                slips[i][j] = Math.min(Math.min(slips[i - 1][j], slips[i][j - 1]) + 1, slips[i - 1][j - 1] + wrong);
                if (i > 1
                        && j > 1
                        && one.charAt(i - 1) == other.charAt(j - 2)
                        && one.charAt(i - 2) == other.charAt(j - 1)) {
                    slips[i][j] = Math.min(slips[i][j], slips[i - 2][j - 2] + 1);
                }
            }
        }
        return slips[one.length()][other.length()];
    }
}
