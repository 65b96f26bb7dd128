package io.orderfield.web.edge;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletOutputStream;
import jakarta.servlet.WriteListener;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.lang.reflect.Proxy;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** An answer whose reader hung up goes nowhere; what fails by itself fails. */
class EdgeFilterTest {
    private static final Map<String, Object> REQUEST = Map.of(
            "getMethod", "GET",
            "getRequestURI", "/openapi",
            "getServletPath", "/openapi",
            "getProtocol", "HTTP/1.1");

    @Test
    void whoHangsUpIsNoFault() {
        assertThatCode(() ->
                        filter((request, response) -> response.getOutputStream().write(new byte[9])))
                .doesNotThrowAnyException();
        assertThatCode(() ->
                        filter((request, response) -> response.getOutputStream().flush()))
                .doesNotThrowAnyException();
        assertThatCode(() -> filter((request, response) -> response.flushBuffer()))
                .doesNotThrowAnyException();
    }

    @Test
    void everythingElseIsOne() {
        assertThatThrownBy(() -> filter((request, response) -> {
                    throw new FileNotFoundException("a file of ours");
                }))
                .isInstanceOf(FileNotFoundException.class);
        assertThatThrownBy(() -> filter((request, response) -> {
                    throw new IllegalStateException("a fault of ours");
                }))
                .isInstanceOf(IllegalStateException.class);
    }

    private static void filter(FilterChain chain) throws ServletException, IOException {
        new EdgeFilter().doFilter(request(), hungUp(), chain);
    }

    private static HttpServletRequest request() {
        return (HttpServletRequest) Proxy.newProxyInstance(
                EdgeFilterTest.class.getClassLoader(),
                new Class<?>[] {HttpServletRequest.class},
                (proxy, method, arguments) -> switch (method.getName()) {
                    case "getHeader" -> "Host".equals(arguments[0]) ? "localhost" : null;
                    case "getHeaders" ->
                        Collections.enumeration("Host".equals(arguments[0]) ? List.of("localhost") : List.of());
                    default -> REQUEST.get(method.getName());
                });
    }

    private static HttpServletResponse hungUp() {
        return (HttpServletResponse) Proxy.newProxyInstance(
                EdgeFilterTest.class.getClassLoader(),
                new Class<?>[] {HttpServletResponse.class},
                (proxy, method, arguments) -> switch (method.getName()) {
                    case "getOutputStream" -> new Torn();
                    case "flushBuffer" -> throw new IOException("Connection reset by peer");
                    default -> null;
                });
    }

    private static final class Torn extends ServletOutputStream {
        @Override
        public void write(int octet) throws IOException {
            throw new IOException("Connection reset by peer");
        }

        @Override
        public void flush() throws IOException {
            throw new IOException("Connection reset by peer");
        }

        @Override
        public boolean isReady() {
            return true;
        }

        @Override
        public void setWriteListener(WriteListener listener) {
            throw new UnsupportedOperationException("nothing here is asynchronous");
        }
    }
}
