package io.github.radiomics4j.core.io.dicom.pixels;

import io.github.radiomics4j.core.InvalidInputException;
import io.github.radiomics4j.core.InvalidInputException.Problem;
import io.github.radiomics4j.core.image.GridSize;
import io.github.radiomics4j.core.io.StoredVoxels;
import io.github.radiomics4j.core.io.dicom.dataset.DicomDataset;
import io.github.radiomics4j.core.io.dicom.dataset.DicomTag;

/**
 * What one pixel is: a grey value of so many bits somewhere in a cell of so many bits. Bits of the cell outside those are
 * noise (older files keep overlays there) and do not count; the sign is the highest stored bit.
 *
 * @param size columns, rows and frames
 * @param bitsAllocated of a cell: 1, 8, 16 or 32
 * @param bitsStored 1 to bitsAllocated
 * @param highBit the highest stored bit within the cell, counted from 0
 * @param signed whether stored values are two's complement
 */
public record PixelFormat(GridSize size, int bitsAllocated, int bitsStored, int highBit, boolean signed) {

    /**
     * Reads the format from a file's dataset. {@code MONOCHROME1} differs from {@code MONOCHROME2} only in how it is displayed:
     * values are the stored ones in both. The palette of a segmentation's label map is about display as well.
     *
     * @param dataset of an image
     * @return the format
     * @throws InvalidInputException HEADER_INVALID where an element is missing or contradicts another, UNSUPPORTED_DATATYPE
     *     for colour and palette images, RESOURCE_LIMIT for more than 2³¹ − 1 pixels
     */
    public static PixelFormat of(DicomDataset dataset) {
        int samples = dataset.integer(DicomTag.SAMPLES_PER_PIXEL).orElse(1);
        String photometric = dataset.requiredText(DicomTag.PHOTOMETRIC_INTERPRETATION);
        boolean labels = photometric.equals("PALETTE COLOR")
                && dataset.text(DicomTag.SEGMENTATION_TYPE).filter("LABELMAP"::equals).isPresent();
        if (samples != 1 || !photometric.equals("MONOCHROME1") && !photometric.equals("MONOCHROME2") && !labels) {
            throw dataset.invalid(DicomTag.PHOTOMETRIC_INTERPRETATION, Problem.UNSUPPORTED_DATATYPE,
                    "must be MONOCHROME2 or MONOCHROME1 with one sample per pixel, found " + photometric + " with " + samples
                            + ": colours and palette indices are no intensities");
        }
        GridSize size = StoredVoxels.sizeOf(dataset.file(), dataset.requiredInteger(DicomTag.COLUMNS),
                dataset.requiredInteger(DicomTag.ROWS), dataset.integer(DicomTag.NUMBER_OF_FRAMES).orElse(1));
        int allocated = dataset.requiredInteger(DicomTag.BITS_ALLOCATED);
        int stored = dataset.integer(DicomTag.BITS_STORED).orElse(allocated);
        int high = dataset.integer(DicomTag.HIGH_BIT).orElse(stored - 1);
        int representation = dataset.requiredInteger(DicomTag.PIXEL_REPRESENTATION);
        if (allocated != 1 && allocated != 8 && allocated != 16 && allocated != 32) {
            throw dataset.invalid(DicomTag.BITS_ALLOCATED, Problem.UNSUPPORTED_DATATYPE, "must be 1, 8, 16 or 32, found " + allocated);
        }
        if (stored < 1 || stored > allocated) {
            throw dataset.invalid(DicomTag.BITS_STORED, Problem.HEADER_INVALID, "must be 1 to BitsAllocated (" + allocated + "), found "
                    + stored);
        }
        if (high < stored - 1 || high >= allocated) {
            throw dataset.invalid(DicomTag.HIGH_BIT, Problem.HEADER_INVALID, "must be " + (stored - 1) + " (BitsStored − 1) to "
                    + (allocated - 1) + ", found " + high);
        }
        if (representation != 0 && representation != 1) {
            throw dataset.invalid(DicomTag.PIXEL_REPRESENTATION, Problem.HEADER_INVALID, "must be 0 or 1, found " + representation);
        }
        return new PixelFormat(size, allocated, stored, high, representation == 1);
    }

    /**
     * Pixels of one frame.
     *
     * @return columns · rows
     */
    public int framePixels() {
        return size.x() * size.y();
    }

    /**
     * What all frames take uncompressed; frames of single bits follow each other without padding.
     *
     * @return bytes
     */
    long bytes() {
        return (size.voxels() * bitsAllocated + 7) / 8;
    }

    /** Whether stored values are cells of 16 bits that {@code short} holds. */
    boolean isShort() {
        return bitsAllocated == 16 && (signed || bitsStored < 16);
    }

    /** Turns the first cells into stored values, in place. */
    void interpret(int[] cells, int count) {
        int up = 31 - highBit;
        int down = 32 - bitsStored;
        if (signed) {
            for (int i = 0; i < count; i++) {
                cells[i] = cells[i] << up >> down;
            }
        } else {
            for (int i = 0; i < count; i++) {
                cells[i] = cells[i] << up >>> down;
            }
        }
    }

    /** The same for cells of 16 bits where {@link #isShort()}. */
    void interpret(short[] cells, int count) {
        int up = 15 - highBit;
        int down = 16 - bitsStored;
        if (signed && down > 0) {
            for (int i = 0; i < count; i++) {
                cells[i] = (short) ((short) (cells[i] << up) >> down);
            }
        } else if (!signed) {
            int shift = highBit + 1 - bitsStored;
            int mask = (1 << bitsStored) - 1;
            for (int i = 0; i < count; i++) {
                cells[i] = (short) (cells[i] >> shift & mask);
            }
        }
    }
}
