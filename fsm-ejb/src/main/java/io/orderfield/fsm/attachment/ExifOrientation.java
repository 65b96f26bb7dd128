package io.orderfield.fsm.attachment;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/**
 * How a camera was held: the orientation in the Exif data of a JPEG file, 1 (upright) to 8. Nothing else of that data is
 * looked at. What is broken or missing is upright.
 */
final class ExifOrientation {
    static final int UPRIGHT = 1;

    /** So many bytes at the beginning of a file are enough: the Exif segment comes first and has at most 64 KiB. */
    static final int HEAD = 131_072;

    private static final int APP1 = 0xE1;
    private static final int START_OF_SCAN = 0xDA;
    private static final long EXIF = 0x457869660000L;
    private static final int ORIENTATION = 0x0112;
    private static final int ENTRY = 12;

    private ExifOrientation() {}

    /** @param head the first bytes of the file */
    static int of(byte[] head) {
        ByteBuffer file = ByteBuffer.wrap(head);
        int at = 2;
        while (at + 10 <= head.length && unsigned(file, at) >> 8 == 0xFF) {
            int marker = unsigned(file, at) & 0xFF;
            int length = unsigned(file, at + 2);
            if (marker == START_OF_SCAN || length < 2) {
                return UPRIGHT;
            }
            if (marker == APP1 && file.getLong(at + 2) << 16 >>> 16 == EXIF) {
                int from = at + 10;
                int size = Math.min(head.length, at + 2 + length) - from;
                return size < 8 ? UPRIGHT : ofTiff(file.slice(from, size));
            }
            at += 2 + length;
        }
        return UPRIGHT;
    }

    private static int ofTiff(ByteBuffer tiff) {
        tiff.order(tiff.getShort(0) == 0x4949 ? ByteOrder.LITTLE_ENDIAN : ByteOrder.BIG_ENDIAN);
        long directory = tiff.getInt(4) & 0xFFFF_FFFFL;
        if (directory + 2 > tiff.limit()) {
            return UPRIGHT;
        }
        int entries = unsigned(tiff, (int) directory);
        int at = (int) directory + 2;
        for (int i = 0; i < entries && at + ENTRY <= tiff.limit(); i++, at += ENTRY) {
            if (unsigned(tiff, at) == ORIENTATION) {
                int orientation = unsigned(tiff, at + 8);
                return orientation >= 1 && orientation <= 8 ? orientation : UPRIGHT;
            }
        }
        return UPRIGHT;
    }

    private static int unsigned(ByteBuffer buffer, int at) {
        return Short.toUnsignedInt(buffer.getShort(at));
    }
}
