package io.orderfield.broker;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.apache.activemq.artemis.core.remoting.impl.netty.NettyConnectorFactory;
import org.jspecify.annotations.Nullable;

/** A broker elsewhere, or a primary with its backup, in the words that the resource adapter understands. */
record ExternalBroker(
        List<Address> addresses, boolean tls, @Nullable KeyStoreFile trust) {
    /** Where one broker listens. */
    record Address(String host, int port) {}

    /**
     * @param hosts {@code host:port}, more than one separated by commas
     * @param trust the certificates by which the broker is known with TLS; null for those of the JVM
     * @throws IllegalArgumentException when there is none, or one is not written so
     */
    static ExternalBroker parse(@Nullable String hosts, boolean tls, @Nullable KeyStoreFile trust) {
        if (trust != null && (trust.path() + trust.password()).matches(".*[,;].*")) {
            throw new IllegalArgumentException("artemis.truststore and its password may hold no comma or semicolon");
        }
        if (hosts == null || hosts.isBlank()) {
            throw new IllegalArgumentException("artemis.mode is external, but artemis.hosts names no broker");
        }
        List<Address> addresses = new ArrayList<>();
        for (String address : hosts.split(",")) {
            int colon = address.lastIndexOf(':');
            String host = colon < 1 ? "" : address.substring(0, colon).strip();
            String port = address.substring(colon + 1).strip();
            if (!host.matches("[\\w.:\\[\\]-]+") || !port.matches("\\d{1,5}")) {
                throw new IllegalArgumentException(
                        "artemis.hosts is '" + hosts + "'; it is written as host:port,host:port");
            }
            addresses.add(new Address(host, Integer.parseInt(port)));
        }
        return new ExternalBroker(List.copyOf(addresses), tls, trust);
    }

    boolean isPair() {
        return addresses.size() > 1;
    }

    /** The class of the connector, once for every address. */
    String connectorClassNames() {
        return addresses.stream()
                .map(address -> NettyConnectorFactory.class.getName())
                .collect(Collectors.joining(","));
    }

    String connectionParameters() {
        return addresses.stream()
                .map(address -> "host=" + address.host() + ";port=" + address.port()
                        + (tls ? ";sslEnabled=true" + trusted() : ""))
                .collect(Collectors.joining(","));
    }

    private String trusted() {
        return trust == null
                ? ""
                : ";trustStorePath=" + trust.path() + ";trustStorePassword=" + trust.password() + ";trustStoreType="
                        + trust.type();
    }
}
