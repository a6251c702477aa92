package io.github.radiomics4j.core.io.dicom.pixels;

import io.github.radiomics4j.core.InvalidInputException.Problem;
import java.awt.image.Raster;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.Iterator;
import javax.imageio.ImageIO;
import javax.imageio.ImageReader;
import javax.imageio.stream.ImageInputStream;
import javax.imageio.stream.MemoryCacheImageInputStream;

/** A frame decoded by a reader of {@code javax.imageio}: one that the JDK has, or one that the application brings. */
final class ImageIoDecoder implements FrameDecoder {
    private final String format;

    ImageIoDecoder(String format) {
        this.format = format;
    }

    static boolean isThere(String format) {
        return ImageIO.getImageReadersByFormatName(format).hasNext();
    }

    @Override
    public int[] decode(byte[] compressed, PixelFormat pixels) throws DamagedFrameException {
        Iterator<ImageReader> readers = ImageIO.getImageReadersByFormatName(format);
        ImageReader reader = readers.next();
        try (ImageInputStream in = new MemoryCacheImageInputStream(new ByteArrayInputStream(compressed))) {
            reader.setInput(in, true, true);
            DamagedFrameException.requireSize(pixels, reader.getWidth(0), reader.getHeight(0));
            Raster raster = reader.canReadRaster() && format.equals("jpeg") ? reader.readRaster(0, null) : reader.read(0).getRaster();
            if (raster.getNumBands() != 1) {
                throw DamagedFrameException.invalid("it has " + raster.getNumBands() + " samples per pixel, the header says 1");
            }
            DamagedFrameException.requireSize(pixels, raster.getWidth(), raster.getHeight());
            return raster.getSamples(raster.getMinX(), raster.getMinY(), raster.getWidth(), raster.getHeight(), 0, (int[]) null);
        } catch (IOException | RuntimeException e) {
            // plug-ins answer damaged data with any exception
            throw new DamagedFrameException(Problem.TRUNCATED, "the reader of javax.imageio says " + e.getClass().getSimpleName() + ": "
                    + e.getMessage(), e);
        } finally {
            reader.dispose();
        }
    }
}
