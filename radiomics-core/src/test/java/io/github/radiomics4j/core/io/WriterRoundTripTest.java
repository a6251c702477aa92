package io.github.radiomics4j.core.io;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.radiomics4j.core.image.GridSize;
import io.github.radiomics4j.core.image.ImageGeometry;
import io.github.radiomics4j.core.image.IndexBox;
import io.github.radiomics4j.core.image.Mask;
import io.github.radiomics4j.core.image.ScalarImage;
import io.github.radiomics4j.core.image.VoxelSpacing;
import io.github.radiomics4j.core.io.nifti.NiftiWriter;
import io.github.radiomics4j.core.io.nrrd.NrrdWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;

class WriterRoundTripTest {

    /** Each way to write, the suffix that asks for it, and the largest relative rounding of a number in its header. */
    enum Format {
        NIFTI_1(NiftiWriter.version1(), ".nii", 0x1p-24), NIFTI_1_GZIP(NiftiWriter.version1(), ".nii.gz", 0x1p-24),
        NIFTI_2(NiftiWriter.version2(), ".nii", 0x1p-51), NIFTI_2_GZIP(NiftiWriter.version2(), ".nii.gz", 0x1p-51),
        NRRD_RAW(NrrdWriter.raw(), ".nrrd", 0x1p-51), NRRD_GZIP(NrrdWriter.gzip(), ".nrrd", 0x1p-51);

        private final ImageWriter writer;
        private final String suffix;
        private final double rounding;

        Format(ImageWriter writer, String suffix, double rounding) {
            this.writer = writer;
            this.suffix = suffix;
            this.rounding = rounding;
        }
    }

    @Property(tries = 600)
    void whatIsWrittenIsRead(@ForAll Format format, @ForAll VoxelType type, @ForAll @IntRange(min = 1, max = 30) int nx,
            @ForAll @IntRange(min = 1, max = 30) int ny, @ForAll @IntRange(min = 1, max = 10) int nz, @ForAll long seed)
            throws IOException {
        Random random = new Random(seed);
        GridSize size = new GridSize(nx, ny, nz);
        double[] values = random.doubles(size.voxels()).map(u -> valueOf(type, u, random)).toArray();
        ScalarImage image = ScalarImage.of(values, size, WrittenImages.anywhere(random));
        ScalarImage read = readBack(format, file -> format.writer.write(image, type, file));
        assertEquals(size, read.size());
        assertArrayEquals(values, SharedFiles.values(read));
        requireNear(image, read.geometry(), format.rounding);
    }

    @Property(tries = 100)
    void maskComesBackAsOnesAndZeros(@ForAll Format format, @ForAll @IntRange(min = 1, max = 30) int nx, @ForAll long seed)
            throws IOException {
        Random random = new Random(seed);
        GridSize size = new GridSize(nx, 5, 3);
        byte[] inside = new byte[15 * nx];
        for (int i = 0; i < inside.length; i++) {
            inside[i] = (byte) random.nextInt(2);
        }
        inside[0] = 1;
        Mask mask = Mask.of(inside, size).at(WrittenImages.anywhere(random));
        ScalarImage labels = readBack(format, file -> format.writer.write(mask, file));
        assertArrayEquals(inside, Mask.ofLabel(labels, 1).copy(IndexBox.whole(size)));
        mask.requireOnGridOf(labels);
    }

    @Property(tries = 200)
    void gridsAlongThePatientsAxesSurviveToTheLastBit(@ForAll Format format, @ForAll long seed) throws IOException {
        Random random = new Random(seed);
        boolean single = format.rounding > 1e-10;
        double[] numbers = random.doubles(6, 0.01, 900).map(value -> single ? (float) value : value).toArray();
        double[] origin = {numbers[3], -numbers[4], numbers[5]};
        ImageGeometry geometry = ImageGeometry.of(VoxelSpacing.mm(numbers[0], numbers[1], numbers[2]), origin,
                WrittenImages.alongAxes(random));
        ScalarImage image = ScalarImage.of(new double[24], new GridSize(2, 3, 4), geometry);
        assertEquals(geometry, readBack(format, file -> format.writer.write(image, VoxelType.UINT8, file)).geometry());
    }

    private interface Writing {
        void to(Path file);
    }

    private static ScalarImage readBack(Format format, Writing writing) throws IOException {
        Path folder = Files.createTempDirectory("round-trip");
        Path file = folder.resolve("image" + format.suffix);
        try {
            writing.to(file);
            return ImageFiles.read(file);
        } finally {
            Files.delete(file);
            Files.delete(folder);
        }
    }

    /** Extremes and what lies between. */
    private static double valueOf(VoxelType type, double u, Random random) {
        long exact = 1L << 53;
        return switch (type) {
            case INT8 -> within(u, -128, 127);
            case UINT8 -> within(u, 0, 255);
            case INT16 -> within(u, -32768, 32767);
            case UINT16 -> within(u, 0, 65535);
            case INT32 -> within(u, Integer.MIN_VALUE, Integer.MAX_VALUE);
            case UINT32 -> within(u, 0, 0xFFFFFFFFL);
            case INT64 -> within(u, -exact, exact);
            case UINT64 -> within(u, 0, exact);
            case FLOAT32 -> u < 0.02 ? Float.NaN : u > 0.98 ? Float.NEGATIVE_INFINITY : Float.intBitsToFloat(random.nextInt() & 0x7EFFFFFF);
            case FLOAT64 -> u < 0.02 ? Double.NaN : u > 0.98 ? Double.MIN_VALUE : random.nextGaussian() * 1e200;
        };
    }

    private static double within(double u, long least, long largest) {
        return u < 0.1 ? least : u > 0.9 ? largest : Math.rint(least + u * ((double) largest - least)) + 0.0;
    }

    /** Corner voxels move along each world axis by at most rounding · (|origin| + Σ |step| n). */
    private static void requireNear(ScalarImage image, ImageGeometry read, double rounding) {
        ImageGeometry written = image.geometry();
        GridSize size = image.size();
        for (int corner = 0; corner < 8; corner++) {
            double[] index = {(corner & 1) * (size.x() - 1), (corner >> 1 & 1) * (size.y() - 1), (corner >> 2) * (size.z() - 1)};
            double[] here = written.toWorld(index[0], index[1], index[2]);
            double[] there = read.toWorld(index[0], index[1], index[2]);
            for (int row = 0; row < 3; row++) {
                double sum = Math.abs(written.origin()[row]);
                for (int axis = 0; axis < 3; axis++) {
                    sum += Math.abs(written.direction(row, axis)) * written.spacing().along(axis) * index[axis];
                }
                double bound = rounding * (1 + 1e-6) * sum;
                assertTrue(Math.abs(here[row] - there[row]) <= bound, "corner " + corner + " moved along axis " + row + " by "
                        + Math.abs(here[row] - there[row]) + ", at most " + bound + ": written " + written + ", read " + read);
            }
        }
    }
}
