package io.orderfield.fsm.attachment;

import io.orderfield.kernel.Refusal;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/** What may be attached: known by its first bytes, and named accordingly. The type that a sender claims says nothing. */
enum AttachmentType {
    JPEG("image/jpeg", List.of("jpg", "jpeg"), b -> at(b, 0, 0xFF, 0xD8, 0xFF)),
    PNG("image/png", List.of("png"), b -> at(b, 0, 0x89, 'P', 'N', 'G', '\r', '\n', 0x1A, '\n')),
    WEBP("image/webp", List.of("webp"), b -> at(b, 0, 'R', 'I', 'F', 'F') && at(b, 8, 'W', 'E', 'B', 'P')),
    HEIC(
            "image/heic",
            List.of("heic", "heif"),
            b -> at(b, 4, 'f', 't', 'y', 'p') && Brands.PHOTOS.contains(text(b, 8, 4))),
    PDF("application/pdf", List.of("pdf"), b -> at(b, 0, '%', 'P', 'D', 'F', '-'));

    /** How many bytes at the beginning are enough to know it. */
    static final int HEAD = 12;

    /** The brands of HEIF files that hold still pictures. */
    private static final class Brands {
        private static final Set<String> PHOTOS = Set.of("heic", "heix", "heim", "heis", "mif1");
    }

    private final String mediaType;
    private final List<String> endings;
    private final Predicate<byte[]> begins;

    AttachmentType(String mediaType, List<String> endings, Predicate<byte[]> begins) {
        this.mediaType = mediaType;
        this.endings = endings;
        this.begins = begins;
    }

    String mediaType() {
        return mediaType;
    }

    /**
     * The type of a file.
     *
     * @param name file name with its ending
     * @param head the first {@link #HEAD} bytes, or all where there are fewer
     * @throws Refusal {@code unsupported-attachment} when the content is of no known type or the name is of another one
     */
    static AttachmentType of(String name, byte[] head) {
        String ending = name.substring(name.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT);
        return Arrays.stream(values())
                .filter(t -> t.begins.test(head) && t.endings.contains(ending))
                .findFirst()
                .orElseThrow(() -> Refusal.of(Refusal.Kind.UNSUPPORTED_TYPE, "unsupported-attachment")
                        .with("known", known()));
    }

    private static String known() {
        return Arrays.stream(values()).flatMap(t -> t.endings.stream()).collect(Collectors.joining(", "));
    }

    private static boolean at(byte[] bytes, int offset, int... expected) {
        if (bytes.length < offset + expected.length) {
            return false;
        }
        for (int i = 0; i < expected.length; i++) {
            if ((bytes[offset + i] & 0xFF) != expected[i]) {
                return false;
            }
        }
        return true;
    }

    private static String text(byte[] bytes, int offset, int length) {
        return bytes.length < offset + length ? "" : new String(bytes, offset, length, StandardCharsets.US_ASCII);
    }
}
