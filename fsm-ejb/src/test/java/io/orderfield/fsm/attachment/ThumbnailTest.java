package io.orderfield.fsm.attachment;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.zip.CRC32;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ThumbnailTest {
    private static final String SECRET = "52.5200 N 13.4050 E";

    @TempDir
    Path folder;

    @Test
    void makesASmallPictureOfALargeOne() throws IOException {
        BufferedImage small = thumbnail(jpeg(photo(2000, 1000)));

        assertThat(small.getWidth()).isEqualTo(Thumbnail.SIDE);
        assertThat(small.getHeight()).isEqualTo(160);
    }

    @Test
    void leavesASmallPictureAsSmallAsItIs() throws IOException {
        BufferedImage small = thumbnail(jpeg(photo(40, 30)));

        assertThat(small.getWidth()).isEqualTo(40);
        assertThat(small.getHeight()).isEqualTo(30);
    }

    @Test
    void putsATransparentPictureOnWhite() throws IOException {
        ByteArrayOutputStream png = new ByteArrayOutputStream();
        ImageIO.write(new BufferedImage(50, 50, BufferedImage.TYPE_INT_ARGB), "png", png);

        assertThat(new Color(thumbnail(png.toByteArray()).getRGB(25, 25))).isEqualTo(Color.WHITE);
    }

    /** The upper left corner of the scene is red; where the camera stored it depends on how it was held. */
    @ParameterizedTest
    @CsvSource({
        "1, 80, 40, 2, 2", "2, 80, 40, 77, 2", "3, 80, 40, 77, 37", "4, 80, 40, 2, 37",
        "5, 40, 80, 2, 2", "6, 40, 80, 37, 2", "7, 40, 80, 37, 77", "8, 40, 80, 2, 77",
    })
    void turnsAPhotoUpright(int orientation, int width, int height, int redX, int redY) throws IOException {
        BufferedImage stored = new BufferedImage(80, 40, BufferedImage.TYPE_INT_RGB);
        Graphics2D graphics = stored.createGraphics();
        graphics.setColor(Color.BLUE);
        graphics.fillRect(0, 0, 80, 40);
        graphics.setColor(Color.RED);
        graphics.fillRect(0, 0, 16, 16);
        graphics.dispose();

        for (boolean littleEndian : new boolean[] {true, false}) {
            BufferedImage shown = thumbnail(withExif(jpeg(stored), orientation, littleEndian));

            assertThat(shown.getWidth()).isEqualTo(width);
            assertThat(shown.getHeight()).isEqualTo(height);
            Color corner = new Color(shown.getRGB(redX, redY));
            assertThat(corner.getRed()).as("red at the corner").isGreaterThan(180);
            assertThat(corner.getBlue()).as("blue at the corner").isLessThan(80);
        }
    }

    @Test
    void tellsNothingOfWhereThePhotoWasTaken() throws IOException {
        byte[] photo = withExif(jpeg(photo(300, 200)), 6, true);

        assertThat(new String(photo, StandardCharsets.ISO_8859_1)).contains(SECRET);
        assertThat(new String(make(photo), StandardCharsets.ISO_8859_1))
                .doesNotContain(SECRET)
                .doesNotContain("Exif");
    }

    @Test
    void refusesToDecodeASmallFileThatClaimsToBeAHugePicture() throws IOException {
        assertThat(make(pngThatClaims(50_001, 1_000))).isEmpty();
        assertThat(make(pngThatClaims(29_999, 29_999))).isEmpty();
        assertThat(make(pngThatClaims(Integer.MAX_VALUE, Integer.MAX_VALUE))).isEmpty();
    }

    @Test
    void makesNoneOfWhatIsBroken() throws IOException {
        byte[] photo = jpeg(photo(300, 200));
        assertThat(make(new byte[0])).isEmpty();
        assertThat(make("no picture".getBytes(StandardCharsets.UTF_8))).isEmpty();
        assertThat(make(Arrays.copyOf(photo, 20))).isEmpty();
        for (int at = 0; at < 600; at += 7) {
            byte[] broken = photo.clone();
            broken[at] ^= (byte) 0xFF;
            make(broken); // whatever comes of it, no exception does
        }
    }

    @Test
    void readsNothingBeyondBrokenExifData() {
        byte[] exif = {(byte) 0xFF, (byte) 0xD8, (byte) 0xFF, (byte) 0xE1, 0, 20, 'E', 'x', 'i', 'f', 0, 0, 'I', 'I'};
        for (int length = 0; length <= exif.length; length++) {
            assertThat(ExifOrientation.of(Arrays.copyOf(exif, length))).isEqualTo(ExifOrientation.UPRIGHT);
        }
        byte[] far = Arrays.copyOf(exif, 40);
        Arrays.fill(far, 14, 40, (byte) 0xFF);
        assertThat(ExifOrientation.of(far)).isEqualTo(ExifOrientation.UPRIGHT);
    }

    private BufferedImage thumbnail(byte[] file) throws IOException {
        return ImageIO.read(new ByteArrayInputStream(make(file)));
    }

    private byte[] make(byte[] file) throws IOException {
        return Thumbnail.of(Files.write(folder.resolve("photo"), file));
    }

    private static BufferedImage photo(int width, int height) {
        BufferedImage photo = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        for (int x = 0; x < width; x++) {
            for (int y = 0; y < height; y++) {
                photo.setRGB(x, y, (x * 31 + y * 17) & 0xFFFFFF);
            }
        }
        return photo;
    }

    private static byte[] jpeg(BufferedImage picture) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        ImageIO.write(picture, "jpg", bytes);
        return bytes.toByteArray();
    }

    /** The file with an Exif segment right after its beginning: one entry, and words that must not get out. */
    private static byte[] withExif(byte[] jpeg, int orientation, boolean littleEndian) throws IOException {
        ByteArrayOutputStream exif = new ByteArrayOutputStream();
        exif.writeBytes(new byte[] {'E', 'x', 'i', 'f', 0, 0});
        exif.writeBytes(
                littleEndian
                        ? new byte[] {
                            'I', 'I', 42, 0, 8, 0, 0, 0, 1, 0, 0x12, 1, 3, 0, 1, 0, 0, 0, (byte) orientation, 0, 0, 0
                        }
                        : new byte[] {
                            'M', 'M', 0, 42, 0, 0, 0, 8, 0, 1, 1, 0x12, 0, 3, 0, 0, 0, 1, 0, (byte) orientation, 0, 0
                        });
        exif.writeBytes(new byte[4]);
        exif.writeBytes(SECRET.getBytes(StandardCharsets.US_ASCII));
        ByteArrayOutputStream file = new ByteArrayOutputStream();
        DataOutputStream out = new DataOutputStream(file);
        out.write(jpeg, 0, 2);
        out.writeShort(0xFFE1);
        out.writeShort(exif.size() + 2);
        out.write(exif.toByteArray());
        out.write(jpeg, 2, jpeg.length - 2);
        return file.toByteArray();
    }

    private static byte[] pngThatClaims(int width, int height) throws IOException {
        ByteArrayOutputStream header = new ByteArrayOutputStream();
        DataOutputStream chunk = new DataOutputStream(header);
        chunk.writeBytes("IHDR");
        chunk.writeInt(width);
        chunk.writeInt(height);
        chunk.write(new byte[] {8, 2, 0, 0, 0});
        CRC32 check = new CRC32();
        check.update(header.toByteArray());
        ByteArrayOutputStream file = new ByteArrayOutputStream();
        DataOutputStream out = new DataOutputStream(file);
        out.write(new byte[] {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1A, '\n'});
        out.writeInt(13);
        out.write(header.toByteArray());
        out.writeInt((int) check.getValue());
        out.writeInt(0);
        out.writeBytes("IDAT");
        out.writeInt(0x35AF061E);
        return file.toByteArray();
    }
}
