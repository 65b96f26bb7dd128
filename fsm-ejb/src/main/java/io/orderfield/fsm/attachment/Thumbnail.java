package io.orderfield.fsm.attachment;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.geom.AffineTransform;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Iterator;
import java.util.concurrent.locks.ReentrantLock;
import javax.imageio.ImageIO;
import javax.imageio.ImageReadParam;
import javax.imageio.ImageReader;
import javax.imageio.stream.ImageInputStream;

/**
 * A small JPEG picture of a photo, upright, with nothing of the photo's metadata: where it was taken and with what stays in
 * the original.
 *
 * <p>A file of a few kilobytes may claim to be a picture of any size. Its size is read before anything is decoded and
 * refused above a limit; it is decoded in steps, so that memory holds a small picture at any time; one file at a time.
 */
final class Thumbnail {
    /** Longest side, in pixels. */
    static final int SIDE = 320;

    /** More than the cameras of phones make. */
    static final long MOST_PIXELS = 50_000_000;

    private static final int LONGEST_SIDE = 30_000;
    private static final byte[] NONE = {};
    private static final ReentrantLock ONE_AT_A_TIME = new ReentrantLock();

    private Thumbnail() {}

    /** Returns the picture; empty when the file is none that can be decoded, or too large. */
    static byte[] of(Path file) throws IOException {
        ONE_AT_A_TIME.lock();
        try (ImageInputStream input = ImageIO.createImageInputStream(file.toFile())) {
            Iterator<ImageReader> readers = ImageIO.getImageReaders(input);
            if (!readers.hasNext()) {
                return NONE;
            }
            ImageReader reader = readers.next();
            try {
                reader.setInput(input, true, true);
                return isSmallEnough(reader) ? jpeg(read(reader), orientation(file)) : NONE;
            } finally {
                reader.dispose();
            }
        } catch (IOException | RuntimeException broken) {
            // the decoders throw whatever they stumble over: a broken file has no picture
            return NONE;
        } finally {
            ONE_AT_A_TIME.unlock();
        }
    }

    private static boolean isSmallEnough(ImageReader reader) throws IOException {
        long width = reader.getWidth(0);
        long height = reader.getHeight(0);
        return width <= LONGEST_SIDE && height <= LONGEST_SIDE && width * height <= MOST_PIXELS;
    }

    /** Of large pictures only some of the lines and columns: twice as many as are needed. */
    private static BufferedImage read(ImageReader reader) throws IOException {
        int step = Math.max(1, Math.max(reader.getWidth(0), reader.getHeight(0)) / (2 * SIDE));
        ImageReadParam few = reader.getDefaultReadParam();
        few.setSourceSubsampling(step, step, 0, 0);
        return reader.read(0, few);
    }

    private static int orientation(Path file) throws IOException {
        try (InputStream content = Files.newInputStream(file)) {
            return ExifOrientation.of(content.readNBytes(ExifOrientation.HEAD));
        }
    }

    private static byte[] jpeg(BufferedImage picture, int orientation) throws IOException {
        double scale = Math.min(1.0, (double) SIDE / Math.max(picture.getWidth(), picture.getHeight()));
        int width = Math.max(1, (int) Math.round(picture.getWidth() * scale));
        int height = Math.max(1, (int) Math.round(picture.getHeight() * scale));
        boolean lying = orientation > 4;
        BufferedImage small =
                new BufferedImage(lying ? height : width, lying ? width : height, BufferedImage.TYPE_INT_RGB);
        Graphics2D graphics = small.createGraphics();
        try {
            graphics.setColor(Color.WHITE); // what a picture leaves transparent
            graphics.fillRect(0, 0, small.getWidth(), small.getHeight());
            graphics.setRenderingHint(RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BILINEAR);
            AffineTransform upright = upright(orientation, width, height);
            upright.scale((double) width / picture.getWidth(), (double) height / picture.getHeight());
            graphics.drawImage(picture, upright, null);
        } finally {
            graphics.dispose();
        }
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        if (!ImageIO.write(small, "jpg", bytes)) {
            throw new IOException("this Java platform can't write JPEG");
        }
        return bytes.toByteArray();
    }

    /** What turns a picture of this size, taken like that, upright. */
    private static AffineTransform upright(int orientation, int w, int h) {
        return switch (orientation) {
            case 2 -> new AffineTransform(-1, 0, 0, 1, w, 0);
            case 3 -> new AffineTransform(-1, 0, 0, -1, w, h);
            case 4 -> new AffineTransform(1, 0, 0, -1, 0, h);
            case 5 -> new AffineTransform(0, 1, 1, 0, 0, 0);
            case 6 -> new AffineTransform(0, 1, -1, 0, h, 0);
            case 7 -> new AffineTransform(0, -1, -1, 0, h, w);
            case 8 -> new AffineTransform(0, -1, 1, 0, 0, w);
            default -> new AffineTransform();
        };
    }
}
