package io.orderfield.it.support;

import java.io.IOException;
import java.net.InetAddress;
import java.net.SocketException;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.security.cert.X509Certificate;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLException;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.TrustManager;
import javax.net.ssl.X509TrustManager;

/**
 * What came of a handshake with a server of the tests, whoever it says it is.
 *
 * @param suite the suite that both agreed on
 * @param certificate the server's own
 */
public record Handshake(String suite, X509Certificate certificate) {
    private static final int PATIENCE_MILLIS = 10_000;

    /**
     * Offers this protocol, with these suites alone where some are given.
     *
     * @return null when the server refuses
     */
    public static Handshake with(int port, String protocol, String... suites) throws IOException {
        try (SSLSocket socket =
                (SSLSocket) context().getSocketFactory().createSocket(InetAddress.getLoopbackAddress(), port)) {
            socket.setSoTimeout(PATIENCE_MILLIS);
            socket.setEnabledProtocols(new String[] {protocol});
            if (suites.length > 0) {
                socket.setEnabledCipherSuites(suites);
            }
            socket.startHandshake();
            return new Handshake(socket.getSession().getCipherSuite(), (X509Certificate)
                    socket.getSession().getPeerCertificates()[0]);
        } catch (SSLException | SocketException refused) {
            return null;
        }
    }

    /** A connection by TLS, before its handshake. */
    public static SSLSocket connect(int port) throws IOException {
        SSLSocket socket =
                (SSLSocket) context().getSocketFactory().createSocket(InetAddress.getLoopbackAddress(), port);
        socket.setSoTimeout(PATIENCE_MILLIS);
        return socket;
    }

    private static SSLContext context() {
        try {
            SSLContext context = SSLContext.getInstance("TLS");
            context.init(null, new TrustManager[] {new Anybody()}, new SecureRandom());
            return context;
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private static final class Anybody implements X509TrustManager {
        @Override
        public void checkClientTrusted(X509Certificate[] chain, String type) {
            // nobody is a client of this
        }

        @Override
        public void checkServerTrusted(X509Certificate[] chain, String type) {
            // any will do
        }

        @Override
        public X509Certificate[] getAcceptedIssuers() {
            return new X509Certificate[0];
        }
    }
}
