package io.orderfield.it.support;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.cert.X509Certificate;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.TrustManager;
import javax.net.ssl.X509TrustManager;

/** Sends bytes as they are, over TLS: what no client library would send. */
public final class RawHttps {
    private static final int PATIENCE_MS = 20_000;
    private static final Pattern LENGTH = Pattern.compile("\r\nContent-Length: (\\d+)\r\n.*?\r\n\r\n", Pattern.DOTALL);

    private final String host;
    private final int port;
    private final SSLContext tls;

    /** @param address such as {@code https://localhost:9443} */
    public RawHttps(String address) {
        URI uri = URI.create(address);
        host = uri.getHost();
        port = uri.getPort();
        tls = trustingAnybody();
    }

    /** An answer; an interim one (100) is left out. */
    public record Answer(int status, List<String> headers, String body) {
        /** The values of this header, in their order. */
        public List<String> all(String name) {
            String start = name.toLowerCase(Locale.ROOT) + ":";
            return headers.stream()
                    .filter(line -> line.toLowerCase(Locale.ROOT).startsWith(start))
                    .map(line -> line.substring(start.length()).strip())
                    .toList();
        }

        /** The value of this header, or an empty text. */
        public String header(String name) {
            return String.join(", ", all(name));
        }
    }

    /** Sends this and reads until the server has nothing more to say; the request should ask for an end ({@code Connection: close}). */
    public Answer send(String request) {
        try (SSLSocket socket = (SSLSocket) tls.getSocketFactory().createSocket(host, port)) {
            socket.setSoTimeout(PATIENCE_MS);
            socket.getOutputStream().write(request.getBytes(StandardCharsets.ISO_8859_1));
            socket.getOutputStream().flush();
            return parsed(read(socket.getInputStream()));
        } catch (IOException e) {
            throw new UncheckedIOException(request.lines().findFirst().orElse(""), e);
        }
    }

    /** Sends this, reads the first bytes of the answer and is gone, without a word and without taking the rest. */
    public void hangUp(String request, int bytes) {
        try (Socket line = new Socket()) {
            line.setReceiveBufferSize(4_096); // or the whole answer would lie in it
            line.setSoTimeout(PATIENCE_MS);
            line.connect(new InetSocketAddress(host, port), PATIENCE_MS);
            SSLSocket socket = (SSLSocket) tls.getSocketFactory().createSocket(line, host, port, false);
            socket.getOutputStream().write(request.getBytes(StandardCharsets.ISO_8859_1));
            socket.getOutputStream().flush();
            socket.getInputStream().readNBytes(bytes);
            line.setSoLinger(true, 0); // a reset, no farewell
        } catch (IOException e) {
            throw new UncheckedIOException(request.lines().findFirst().orElse(""), e);
        }
    }

    private static String read(InputStream in) throws IOException {
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        byte[] piece = new byte[8_192];
        for (int n = in.read(piece); n >= 0; n = in.read(piece)) {
            all.write(piece, 0, n);
            String text = all.toString(StandardCharsets.ISO_8859_1);
            if (isWhole(text)) {
                return text;
            }
        }
        return all.toString(StandardCharsets.ISO_8859_1);
    }

    /** A server that waits for the rest of a body that never comes does not end the connection after its answer. */
    private static boolean isWhole(String text) {
        Matcher length = LENGTH.matcher(text);
        return length.find() && text.length() - length.end() >= Integer.parseInt(length.group(1));
    }

    private static Answer parsed(String text) {
        int end = text.indexOf("\r\n\r\n");
        if (end < 0) {
            throw new AssertionError("No answer: " + text);
        }
        List<String> head = text.substring(0, end).lines().toList();
        int status = Integer.parseInt(head.get(0).split(" ")[1]);
        String rest = text.substring(end + 4);
        return status == 100 ? parsed(rest) : new Answer(status, head.subList(1, head.size()), rest);
    }

    private static SSLContext trustingAnybody() {
        TrustManager anybody = new X509TrustManager() {
            @Override
            public void checkClientTrusted(X509Certificate[] chain, String type) {}

            @Override
            public void checkServerTrusted(X509Certificate[] chain, String type) {}

            @Override
            public X509Certificate[] getAcceptedIssuers() {
                return new X509Certificate[0];
            }
        };
        try {
            SSLContext tls = SSLContext.getInstance("TLS");
            tls.init(null, new TrustManager[] {anybody}, null);
            return tls;
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }
}
