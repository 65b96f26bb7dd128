package io.orderfield.web.edge;

import jakarta.servlet.ServletOutputStream;
import jakarta.servlet.WriteListener;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpServletResponseWrapper;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/**
 * An answer whose reader may hang up: what can't be written goes nowhere, and whoever writes goes on to its end. The
 * container would log the failure of a servlet as a fault, before any filter sees it, and write its error page on what is
 * broken. What else fails still fails.
 */
final class EarlessAnswer extends HttpServletResponseWrapper {
    private @Nullable Body body;
    private boolean broken;

    EarlessAnswer(HttpServletResponse response) {
        super(response);
    }

    @Override
    public ServletOutputStream getOutputStream() throws IOException {
        ServletOutputStream out = super.getOutputStream(); // another one after a reset, perhaps
        Body given = body;
        if (given == null || given.out != out) {
            given = new Body(out);
            body = given;
        }
        return given;
    }

    @Override
    public void flushBuffer() {
        unlessBroken(super::flushBuffer);
    }

    private void unlessBroken(Writing writing) {
        if (!broken) {
            try {
                writing.run();
            } catch (IOException e) {
                broken = true;
            }
        }
    }

    private interface Writing {
        void run() throws IOException;
    }

    private final class Body extends ServletOutputStream {
        private final ServletOutputStream out;

        Body(ServletOutputStream out) {
            this.out = out;
        }

        @Override
        public void write(int octet) {
            unlessBroken(() -> out.write(octet));
        }

        @Override
        public void write(byte[] octets, int from, int length) {
            unlessBroken(() -> out.write(octets, from, length));
        }

        @Override
        public void flush() {
            unlessBroken(out::flush);
        }

        @Override
        public void close() {
            unlessBroken(out::close);
        }

        @Override
        public boolean isReady() {
            return out.isReady();
        }

        @Override
        public void setWriteListener(WriteListener listener) {
            out.setWriteListener(listener);
        }
    }
}
