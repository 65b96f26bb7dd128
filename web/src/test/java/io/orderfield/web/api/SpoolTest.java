package io.orderfield.web.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Random;
import org.junit.jupiter.api.Test;

class SpoolTest {
    private static final int LIMIT = 200_000;

    @Test
    void handsOutWhatCameInWithItsHash() throws IOException {
        byte[] upload = bytes(LIMIT);

        Spool spool = Spool.of(new ByteArrayInputStream(upload), LIMIT);

        try (InputStream content = spool.content()) {
            assertThat(content.readAllBytes()).isEqualTo(upload);
        }
        assertThat(spool.hash()).isEqualTo(BodyFilter.hash(upload));
    }

    @Test
    void keepsNothingThatIsOverTheLimit() throws IOException {
        assertThat(Spool.of(new ByteArrayInputStream(bytes(LIMIT + 1)), LIMIT)).isNull();
    }

    @Test
    void stopsReadingWhatHasNoEnd() throws IOException {
        InputStream endless = new InputStream() {
            @Override
            public int read() {
                return 'x';
            }
        };

        assertThat(Spool.of(endless, LIMIT)).isNull();
    }

    private static byte[] bytes(int length) {
        byte[] bytes = new byte[length];
        new Random(1).nextBytes(bytes);
        return bytes;
    }
}
