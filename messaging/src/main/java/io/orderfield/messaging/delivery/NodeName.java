package io.orderfield.messaging.delivery;

import java.net.InetAddress;
import java.net.UnknownHostException;
import org.jspecify.annotations.Nullable;

/** What a node calls itself. */
public final class NodeName {
    private static final int LONGEST = 200;

    private NodeName() {}

    /** @param given by a setting; where it is missing, the name is that of the host with the port */
    public static String of(@Nullable String given, int port) {
        String name = given == null || given.isBlank() ? host() + ":" + port : given.strip();
        return name.substring(0, Math.min(LONGEST, name.length()));
    }

    private static String host() {
        try {
            return InetAddress.getLocalHost().getHostName();
        } catch (UnknownHostException e) {
            return "localhost"; // a host that does not know its own name
        }
    }
}
