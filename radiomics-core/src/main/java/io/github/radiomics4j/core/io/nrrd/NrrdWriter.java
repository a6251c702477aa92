package io.github.radiomics4j.core.io.nrrd;

import io.github.radiomics4j.core.image.GridSize;
import io.github.radiomics4j.core.image.ImageGeometry;
import io.github.radiomics4j.core.image.ScalarImage;
import io.github.radiomics4j.core.io.ImageWriter;
import io.github.radiomics4j.core.io.VoxelOutput;
import io.github.radiomics4j.core.io.VoxelType;
import io.github.radiomics4j.core.io.WholeFile;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.zip.GZIPOutputStream;

/**
 * NRRD with the data behind the header, version 4, little endian, raw or gzip.
 *
 * <p><b>Geometry.</b> Space left-posterior-superior in mm, space directions and space origin as the shortest decimals that give the
 * same double again: the origin survives to the last bit, spacing and axes, which share one vector, to a few units in the last place.
 */
public final class NrrdWriter implements ImageWriter {
    private final boolean compressed;

    private NrrdWriter(boolean compressed) {
        this.compressed = compressed;
    }

    /**
     * Compressed voxels.
     *
     * @return the writer
     */
    public static NrrdWriter gzip() {
        return new NrrdWriter(true);
    }

    /**
     * Voxels as they are.
     *
     * @return the writer
     */
    public static NrrdWriter raw() {
        return new NrrdWriter(false);
    }

    @Override
    public String format() {
        return "NRRD";
    }

    @Override
    public List<String> suffixes() {
        return List.of(".nrrd");
    }

    @Override
    public void write(ScalarImage image, VoxelType type, Path file) {
        requireNamed(file);
        byte[] header = header(image, type).getBytes(StandardCharsets.US_ASCII);
        WholeFile.write(file, out -> {
            out.write(header);
            try (OutputStream voxels = compressed ? new GZIPOutputStream(out) : out) {
                VoxelOutput.write(image, type, voxels);
            }
        });
    }

    private String header(ScalarImage image, VoxelType type) {
        GridSize size = image.size();
        ImageGeometry geometry = image.geometry();
        return "NRRD0004\n"
                + "type: " + name(type) + "\n"
                + "dimension: 3\n"
                + "space: left-posterior-superior\n"
                + "sizes: " + size.x() + " " + size.y() + " " + size.z() + "\n"
                + "space directions: " + step(geometry, 0) + " " + step(geometry, 1) + " " + step(geometry, 2) + "\n"
                + "kinds: domain domain domain\n"
                + (type.bytes() > 1 ? "endian: little\n" : "")
                + "encoding: " + (compressed ? "gzip" : "raw") + "\n"
                + "space origin: " + vector(geometry.origin()) + "\n"
                + "space units: \"mm\" \"mm\" \"mm\"\n"
                + "\n";
    }

    private static String step(ImageGeometry geometry, int axis) {
        double[] step = new double[3];
        for (int row = 0; row < 3; row++) {
            step[row] = geometry.direction(row, axis) * geometry.spacing().along(axis);
        }
        return vector(step);
    }

    private static String vector(double[] v) {
        return "(" + (v[0] + 0.0) + "," + (v[1] + 0.0) + "," + (v[2] + 0.0) + ")";
    }

    private static String name(VoxelType type) {
        return switch (type) {
            case INT8 -> "int8";
            case UINT8 -> "uint8";
            case INT16 -> "int16";
            case UINT16 -> "uint16";
            case INT32 -> "int32";
            case UINT32 -> "uint32";
            case INT64 -> "int64";
            case UINT64 -> "uint64";
            case FLOAT32 -> "float";
            case FLOAT64 -> "double";
        };
    }
}
