package io.github.radiomics4j.core.io.tiff;

import io.github.radiomics4j.core.InvalidInputException;
import io.github.radiomics4j.core.InvalidInputException.Problem;
import io.github.radiomics4j.core.io.StoredVoxels;
import io.github.radiomics4j.core.io.VoxelType;
import java.nio.ByteOrder;

/**
 * One page of grey values, cut into chunks: strips (as wide as the page) or tiles, row after row. Arrays are not copied.
 *
 * @param width pixels
 * @param height pixels
 * @param type of a pixel
 * @param order of a pixel's bytes
 * @param compression of each chunk
 * @param predictor 1 for none, 2 for differences of pixels, 3 for differences of the bytes of floating point numbers
 * @param chunkWidth pixels
 * @param chunkHeight pixels; the last strip may be lower
 * @param tiled whether chunks at the right and lower border are as large as all others
 * @param offsets first byte of each chunk in the file
 * @param counts bytes of each chunk in the file
 */
record TiffPage(int width, int height, VoxelType type, ByteOrder order, TiffCompression compression, int predictor, int chunkWidth,
        int chunkHeight, boolean tiled, long[] offsets, long[] counts) {
    private static final int WHITE_IS_ZERO = 0;
    private static final int BLACK_IS_ZERO = 1;
    /** Tiles are multiples of this, so that one may reach beyond the page. */
    private static final int TILE_STEP = 16;
    /** A tile wider or higher than the page needs no more. */
    private static final int WIDEST_TILE = 4096;

    static TiffPage of(TiffDirectory tags) {
        long width = tags.required(TiffDirectory.WIDTH);
        long height = tags.required(TiffDirectory.HEIGHT);
        StoredVoxels.sizeOf(tags.file(), width, height, 1);
        requireGrey(tags);
        VoxelType type = type(tags);
        TiffCompression compression = TiffCompression.of(tags);
        int predictor = predictor(tags, type, compression);
        boolean tiled = tags.has(TiffDirectory.TILE_OFFSETS);
        long chunkWidth = tiled ? tags.required(TiffDirectory.TILE_WIDTH) : width;
        long chunkHeight = tiled ? tags.required(TiffDirectory.TILE_HEIGHT)
                : Math.min(height, tags.number(TiffDirectory.ROWS_PER_STRIP, height));
        if (chunkWidth < 1 || chunkHeight < 1) {
            throw tags.invalid("has strips or tiles of " + chunkWidth + " × " + chunkHeight + " pixels");
        }
        if (chunkWidth > Math.max(width + TILE_STEP, WIDEST_TILE) || chunkHeight > Math.max(height + TILE_STEP, WIDEST_TILE)
                || chunkWidth * chunkHeight > Integer.MAX_VALUE / 8) {
            throw new InvalidInputException(Problem.RESOURCE_LIMIT, tags.file() + ": strips or tiles may have 2²⁸ pixels and not reach far "
                    + "beyond the page, the header says " + chunkWidth + " × " + chunkHeight + " for a page of " + width + " × " + height);
        }
        long[] offsets = tags.numbers(tiled ? TiffDirectory.TILE_OFFSETS : TiffDirectory.STRIP_OFFSETS);
        long chunks = ((width + chunkWidth - 1) / chunkWidth) * ((height + chunkHeight - 1) / chunkHeight);
        long[] counts = counts(tags, tiled, compression, offsets, width * height * type.bytes());
        if (offsets.length != chunks || counts.length != chunks) {
            throw tags.invalid("needs " + chunks + " strips or tiles, found " + offsets.length + " offsets and "
                    + counts.length + " sizes");
        }
        return new TiffPage((int) width, (int) height, type, tags.order(), compression, predictor, (int) chunkWidth, (int) chunkHeight,
                tiled, offsets, counts);
    }

    private static long[] counts(TiffDirectory tags, boolean tiled, TiffCompression compression, long[] offsets, long pageBytes) {
        int tag = tiled ? TiffDirectory.TILE_BYTES : TiffDirectory.STRIP_BYTES;
        if (!tags.has(tag) && compression == TiffCompression.NONE && offsets.length == 1 && !tiled) {
            return new long[] {pageBytes};   // old writers leave it out for a single strip
        }
        return tags.numbers(tag);
    }

    private static void requireGrey(TiffDirectory tags) {
        long samples = tags.number(TiffDirectory.SAMPLES, 1);
        long photometric = tags.number(TiffDirectory.PHOTOMETRIC, BLACK_IS_ZERO);
        if (samples != 1) {
            throw new InvalidInputException(Problem.UNSUPPORTED_DIMENSION, tags.file() + ": one value per pixel is read, this TIFF has "
                    + samples + " (colour?); choose one channel first");
        }
        if (photometric != WHITE_IS_ZERO && photometric != BLACK_IS_ZERO) {
            throw new InvalidInputException(Problem.UNSUPPORTED_DATATYPE, tags.file() + ": grey values are read, this TIFF has photometric "
                    + "interpretation " + photometric + (photometric == 3 ? " (a palette)" : "") + "; convert it to grey values first");
        }
        long turned = tags.number(TiffDirectory.ORIENTATION, 1);
        if (turned != 1 && turned != 0) {
            throw new InvalidInputException(Problem.GEOMETRY_INVALID, tags.file() + ": rows are read from top to bottom, each from left to "
                    + "right; orientation " + turned + " turns or mirrors them: write the image upright first");
        }
        if (tags.number(TiffDirectory.FILL_ORDER, 1) != 1) {
            throw new InvalidInputException(Problem.UNSUPPORTED_ENCODING, tags.file()
                    + ": bytes with reversed bits (FillOrder 2) are not read");
        }
    }

    private static VoxelType type(TiffDirectory tags) {
        long bits = tags.number(TiffDirectory.BITS, 1);
        long format = tags.number(TiffDirectory.SAMPLE_FORMAT, 1);
        if (format == 4) {
            format = 1;   // "undefined" has no other reading than none stated
        }
        if (format == 1 && bits == 8) {
            return VoxelType.UINT8;
        } else if (format == 1 && bits == 16) {
            return VoxelType.UINT16;
        } else if (format == 1 && bits == 32) {
            return VoxelType.UINT32;
        } else if (format == 2 && bits == 8) {
            return VoxelType.INT8;
        } else if (format == 2 && bits == 16) {
            return VoxelType.INT16;
        } else if (format == 2 && bits == 32) {
            return VoxelType.INT32;
        } else if (format == 3 && bits == 32) {
            return VoxelType.FLOAT32;
        } else if (format == 3 && bits == 64) {
            return VoxelType.FLOAT64;
        }
        throw new InvalidInputException(Problem.UNSUPPORTED_DATATYPE, tags.file() + ": whole numbers of 8, 16 or 32 bits and floating "
                + "point numbers of 32 or 64 bits are read, this TIFF has " + bits + " bits of sample format " + format);
    }

    private static int predictor(TiffDirectory tags, VoxelType type, TiffCompression compression) {
        long predictor = compression.predicts() ? tags.number(TiffDirectory.PREDICTOR, 1) : 1;
        boolean floating = type == VoxelType.FLOAT32 || type == VoxelType.FLOAT64;
        if (predictor != 1 && predictor != 2 && !(predictor == 3 && floating)) {
            throw new InvalidInputException(Problem.UNSUPPORTED_ENCODING, tags.file() + ": predictors 1, 2 and, for floating point, 3 are "
                    + "read, this TIFF has " + predictor);
        }
        return (int) predictor;
    }

    /** Whether another page may be a slice of the same image. */
    boolean stacksWith(TiffPage other) {
        return width == other.width && height == other.height && type == other.type;
    }

    int chunksAcross() {
        return (width + chunkWidth - 1) / chunkWidth;
    }

    /** Rows of pixels that chunk {@code i} holds. */
    int rowsOf(int i) {
        return tiled ? chunkHeight : Math.min(chunkHeight, height - i * chunkHeight);
    }
}
