package io.orderfield.web.workorder;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;

/** File names in the header that tells a browser what to do with a file. */
final class FileName {
    private FileName() {}

    /**
     * The value of {@code Content-Disposition}: pictures are shown, anything else is saved. The name stands in it twice, once
     * plain for old clients and once in full (RFC 6266), so that no name can end the header or add to it.
     */
    static String disposition(boolean shown, String name) {
        String plain = name.replaceAll("[^A-Za-z0-9._ -]", "_");
        String full = URLEncoder.encode(name, StandardCharsets.UTF_8)
                .replace("+", "%20")
                .replace("*", "%2A");
        return (shown ? "inline" : "attachment") + "; filename=\"" + plain + "\"; filename*=UTF-8''" + full;
    }
}
