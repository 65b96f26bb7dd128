package io.orderfield.rules.files;

import io.orderfield.kernel.Sentence;
import io.orderfield.rules.InvalidDecisionTableException;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.zip.CRC32;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.commons.compress.archivers.zip.ZipFile;
import org.apache.commons.compress.utils.SeekableInMemoryByteChannel;

/**
 * The parts of a zip that together weigh no more than is allowed, whatever its directory says of them. It is packed anew
 * before a library reads it: what that sees is what was weighed.
 */
final class WeighedZip {
    static final int MOST_PARTS = 200;

    private final Map<String, byte[]> parts = new LinkedHashMap<>();

    private WeighedZip() {}

    /**
     * Unpacks a zip; no more than is allowed is ever in memory.
     *
     * @param most bytes of all parts together
     * @throws IOException when it is no zip
     */
    static WeighedZip unpack(byte[] zip, int most) throws IOException {
        if (parts(zip) > MOST_PARTS) {
            throw InvalidDecisionTableException.of(
                    Sentence.of("file.tooManyParts").with("most", MOST_PARTS));
        }
        WeighedZip weighed = new WeighedZip();
        int left = most;
        try (ZipFile in = ZipFile.builder()
                .setSeekableByteChannel(new SeekableInMemoryByteChannel(zip))
                .get()) {
            for (ZipArchiveEntry entry : Collections.list(in.getEntries())) {
                try (InputStream content = in.getInputStream(entry)) {
                    byte[] part = content.readNBytes(left + 1);
                    left -= part.length;
                    if (left < 0) {
                        throw InvalidDecisionTableException.of(
                                Sentence.of("file.tooMuchInside").with("most", most));
                    }
                    weighed.parts.put(entry.getName(), part);
                }
            }
        } catch (InvalidDecisionTableException e) {
            throw e;
        } catch (RuntimeException e) {
            throw new IOException(e); // whatever the directory makes its reader stumble over
        }
        return weighed;
    }

    /** How many entries the directory has: its reader makes an object of each. */
    private static int parts(byte[] zip) {
        int parts = 0;
        for (int i = 0; i + 3 < zip.length; i++) {
            if (zip[i] == 'P' && zip[i + 1] == 'K' && zip[i + 2] == 1 && zip[i + 3] == 2) {
                parts++;
            }
        }
        return parts;
    }

    Map<String, byte[]> parts() {
        return parts;
    }

    byte[] pack() throws IOException {
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        try (ZipOutputStream out = new ZipOutputStream(packed)) {
            for (Map.Entry<String, byte[]> part : parts.entrySet()) {
                CRC32 sum = new CRC32();
                sum.update(part.getValue());
                ZipEntry entry = new ZipEntry(part.getKey());
                entry.setMethod(ZipEntry.STORED);
                entry.setSize(part.getValue().length);
                entry.setCrc(sum.getValue());
                out.putNextEntry(entry);
                out.write(part.getValue());
                out.closeEntry();
            }
        }
        return packed.toByteArray();
    }
}
