package io.github.radiomics4j.core.io.dicom.series;

import io.github.radiomics4j.core.InvalidInputException;
import io.github.radiomics4j.core.InvalidInputException.Problem;
import io.github.radiomics4j.core.image.GridSize;
import io.github.radiomics4j.core.image.ImageGeometry;
import io.github.radiomics4j.core.image.ScalarImage;
import io.github.radiomics4j.core.image.VoxelArray;
import io.github.radiomics4j.core.io.ReadLimits;
import io.github.radiomics4j.core.io.dicom.dataset.DicomFile;
import io.github.radiomics4j.core.io.dicom.pixels.DicomPixels;
import io.github.radiomics4j.core.io.dicom.pixels.FrameSink;
import io.github.radiomics4j.core.io.dicom.pixels.PixelFormat;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** The voxels of a series while they are read, in the smallest of three types that holds every value exactly. */
final class VolumeVoxels {
    private final GridSize size;
    private final List<Rescale> rescales;
    /** {@code short[]}, {@code int[]} or {@code double[]}. */
    private final Object values;

    private VolumeVoxels(GridSize size, List<Rescale> rescales, Object values) {
        this.size = size;
        this.rescales = rescales;
        this.values = values;
    }

    static VolumeVoxels of(Path source, GridSize size, List<PixelFormat> formats, List<Rescale> rescales, ReadLimits limits) {
        double smallest = 0;
        double largest = 0;
        boolean whole = true;
        for (int z = 0; z < rescales.size(); z++) {
            Rescale rescale = rescales.get(z);
            PixelFormat format = formats.get(z);
            double low = format.signed() ? -Math.scalb(1.0, format.bitsStored() - 1) : 0;
            double high = Math.scalb(1.0, format.bitsStored() - (format.signed() ? 1 : 0)) - 1;
            double first = rescale.slope() * low + rescale.intercept();
            double last = rescale.slope() * high + rescale.intercept();
            smallest = Math.min(smallest, Math.min(first, last));
            largest = Math.max(largest, Math.max(first, last));
            whole &= rescale.slope() == Math.rint(rescale.slope()) && rescale.intercept() == Math.rint(rescale.intercept());
        }
        boolean asShort = whole && smallest >= Short.MIN_VALUE && largest <= Short.MAX_VALUE;
        boolean asInt = whole && smallest >= Integer.MIN_VALUE && largest <= Integer.MAX_VALUE;
        long memory = size.voxels() * (asShort ? Short.BYTES : asInt ? Integer.BYTES : Double.BYTES);
        if (memory > limits.bytes()) {
            throw new InvalidInputException(Problem.RESOURCE_LIMIT, source + ": " + size + " voxels need " + memory
                    + " bytes of memory, the limit is " + limits.bytes() + "; crop the image or raise the limit (ReadLimits)");
        }
        int count = Math.toIntExact(size.voxels());
        try {
            return new VolumeVoxels(size, rescales, asShort ? new short[count] : asInt ? new int[count] : new double[count]);
        } catch (OutOfMemoryError e) {
            throw new InvalidInputException(Problem.RESOURCE_LIMIT, source + ": " + size
                    + " voxels need more memory than this Java process has left; crop the image or raise -Xmx", e);
        }
    }

    /** Reads the frames of a file into their slices. */
    void readFile(DicomFile file, Map<Integer, Integer> sliceOfFrame, ReadLimits limits) {
        DicomPixels pixels = DicomPixels.of(file, limits);
        pixels.read(new Frames(pixels.format(), sliceOfFrame));
    }

    /** Rescales the frames of one file and puts them into their slices. */
    private final class Frames implements FrameSink {
        private final int framePixels;
        private final long mask;
        private final Map<Integer, Integer> sliceOfFrame;

        private Frames(PixelFormat format, Map<Integer, Integer> sliceOfFrame) {
            this.framePixels = format.framePixels();
            this.mask = format.bitsStored() == 32 && !format.signed() ? 0xFFFFFFFFL : -1L;
            this.sliceOfFrame = sliceOfFrame;
        }

        @Override
        public void pixels(int frame, int first, int[] stored, int count) {
            int slice = sliceOfFrame.get(frame);
            Rescale rescale = rescales.get(slice);
            int offset = slice * framePixels + first;
            if (values instanceof short[] shorts) {
                put(stored, count, shorts, offset, (int) rescale.slope(), (int) rescale.intercept());
            } else if (values instanceof int[] ints) {
                put(stored, count, ints, offset, (int) rescale.slope(), (int) rescale.intercept());
            } else {
                put(stored, count, mask, (double[]) values, offset, rescale.slope(), rescale.intercept());
            }
        }

        @Override
        public void pixels(int frame, int first, short[] stored, int count) {
            int slice = sliceOfFrame.get(frame);
            Rescale rescale = rescales.get(slice);
            if (values instanceof short[] shorts) {
                put(stored, count, shorts, slice * framePixels + first, (int) rescale.slope(), (int) rescale.intercept());
            } else {
                FrameSink.super.pixels(frame, first, stored, count);
            }
        }
    }

    /** Rescaled where they stand and copied then: both run several at a time, from one array to another they would not. */
    private static void put(short[] stored, int count, short[] target, int offset, int slope, int intercept) {
        for (int i = 0; i < count; i++) {
            stored[i] = (short) (slope * stored[i] + intercept);
        }
        System.arraycopy(stored, 0, target, offset, count);
    }

    private static void put(int[] stored, int count, short[] target, int offset, int slope, int intercept) {
        for (int i = 0; i < count; i++) {
            target[offset + i] = (short) (slope * stored[i] + intercept);
        }
    }

    private static void put(int[] stored, int count, int[] target, int offset, int slope, int intercept) {
        for (int i = 0; i < count; i++) {
            target[offset + i] = slope * stored[i] + intercept;
        }
    }

    private static void put(int[] stored, int count, long mask, double[] target, int offset, double slope, double intercept) {
        for (int i = 0; i < count; i++) {
            target[offset + i] = slope * (stored[i] & mask) + intercept;
        }
    }

    ScalarImage image(ImageGeometry geometry) {
        if (values instanceof short[] shorts) {
            return ScalarImage.of(VoxelArray.signed(shorts, size), geometry);
        } else if (values instanceof int[] ints) {
            return ScalarImage.of(VoxelArray.signed(ints, size), geometry);
        }
        return ScalarImage.of((double[]) values, size, geometry);
    }
}
