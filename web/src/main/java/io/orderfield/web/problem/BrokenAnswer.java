package io.orderfield.web.problem;

import jakarta.servlet.ServletOutputStream;
import jakarta.servlet.WriteListener;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpServletResponseWrapper;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/** The reader of an answer hung up before its end. Not our fault, and nobody is left to be told anything. */
public final class BrokenAnswer extends IOException {
    private static final long serialVersionUID = 1L;

    private BrokenAnswer(IOException cause) {
        super(cause);
    }

    /** An answer whose failures can be told from those of our own files. */
    public static Watched watch(HttpServletResponse response) {
        return new Watched(response);
    }

    /** Remembers whether it could be written: what fails after that fails because of it. */
    public static final class Watched extends HttpServletResponseWrapper {
        private @Nullable ServletOutputStream body;
        private boolean broken;

        private Watched(HttpServletResponse response) {
            super(response);
        }

        /** Whether its reader hung up. */
        public boolean isBroken() {
            return broken;
        }

        @Override
        public ServletOutputStream getOutputStream() throws IOException {
            ServletOutputStream watched = body;
            if (watched == null) {
                watched = new Body(super.getOutputStream());
                body = watched;
            }
            return watched;
        }

        @Override
        public void flushBuffer() throws IOException {
            watching(super::flushBuffer);
        }

        private void watching(Writing writing) throws IOException {
            try {
                writing.run();
            } catch (IOException e) {
                broken = true;
                throw e instanceof BrokenAnswer ? e : new BrokenAnswer(e);
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
            public void write(int octet) throws IOException {
                watching(() -> out.write(octet));
            }

            @Override
            public void write(byte[] octets, int from, int length) throws IOException {
                watching(() -> out.write(octets, from, length));
            }

            @Override
            public void flush() throws IOException {
                watching(out::flush);
            }

            @Override
            public void close() throws IOException {
                watching(out::close);
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
}
