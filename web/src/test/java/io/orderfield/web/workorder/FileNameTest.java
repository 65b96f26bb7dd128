package io.orderfield.web.workorder;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class FileNameTest {
    @Test
    void showsPicturesAndSavesTheRest() {
        assertThat(FileName.disposition(true, "socket.jpg"))
                .isEqualTo("inline; filename=\"socket.jpg\"; filename*=UTF-8''socket.jpg");
        assertThat(FileName.disposition(false, "plan.pdf")).startsWith("attachment; filename=\"plan.pdf\"");
    }

    @Test
    void noNameGetsOutOfTheHeader() {
        assertThat(FileName.disposition(false, "a\"; x=\"b\r\nSet-Cookie: c=d.pdf"))
                .doesNotContain("\r", "\n", "Set-Cookie:")
                .startsWith("attachment; filename=\"a__ x__b__Set-Cookie_ c_d.pdf\"; ");
    }

    @Test
    void keepsTheLettersOfEveryLanguage() {
        assertThat(FileName.disposition(true, "Z\u00e4hler 1.png"))
                .isEqualTo("inline; filename=\"Z_hler 1.png\"; filename*=UTF-8''Z%C3%A4hler%201.png");
    }
}
