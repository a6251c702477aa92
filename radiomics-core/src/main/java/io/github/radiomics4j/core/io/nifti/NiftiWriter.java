package io.github.radiomics4j.core.io.nifti;

import io.github.radiomics4j.core.image.ScalarImage;
import io.github.radiomics4j.core.io.ImageWriter;
import io.github.radiomics4j.core.io.VoxelOutput;
import io.github.radiomics4j.core.io.VoxelType;
import io.github.radiomics4j.core.io.WholeFile;
import java.io.OutputStream;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.zip.GZIPOutputStream;

/**
 * NIfTI single files, {@code .nii} or compressed {@code .nii.gz}, little endian.
 *
 * <p><b>Geometry.</b> LPS is turned to RAS; sform and qform (codes 1, scanner) and {@code pixdim} say the same, in mm. The sform is
 * the exact one. NIfTI-1 keeps each number in single precision: with {@code e = 2⁻²⁴} the position of voxel (i, j, k) moves along
 * each axis of the patient by at most {@code e (|origin| + |step₁| i + |step₂| j + |step₃| k)}, a tenth of a micrometre for usual images;
 * where a corner voxel would move by more than 1 % of a voxel edge, the image is refused. NIfTI-2 keeps double precision. The
 * qform, which programs read that prefer it, states axes by three numbers of a quaternion; in NIfTI-1 it agrees to 10⁻³ in each
 * component of an axis, and much better for axes along the patient's.
 *
 * <p><b>Values</b> as they are, {@code scl_slope} 1 and {@code scl_inter} 0.
 */
public final class NiftiWriter implements ImageWriter {
    private final boolean version2;

    private NiftiWriter(boolean version2) {
        this.version2 = version2;
    }

    /**
     * NIfTI-1, which every program reads.
     *
     * @return the writer; it refuses axes of more than 32767 voxels, and grids that single precision would move
     */
    public static NiftiWriter version1() {
        return new NiftiWriter(false);
    }

    /**
     * NIfTI-2: double precision and axes of any length. Programs built on ITK, 3D Slicer and ITK-SNAP among them, do not open it as
     * of ITK 5.4; NRRD is as exact and they do.
     *
     * @return the writer
     */
    public static NiftiWriter version2() {
        return new NiftiWriter(true);
    }

    @Override
    public String format() {
        return version2 ? "NIfTI-2" : "NIfTI-1";
    }

    @Override
    public List<String> suffixes() {
        return List.of(".nii", ".nii.gz");
    }

    @Override
    public void write(ScalarImage image, VoxelType type, Path file) {
        requireNamed(file);
        byte[] header = HeaderBytes.of(image, type, version2, file);
        boolean compressed = file.getFileName().toString().toLowerCase(Locale.ROOT).endsWith(".gz");
        WholeFile.write(file, out -> {
            try (OutputStream content = compressed ? new GZIPOutputStream(out) : out) {
                content.write(header);
                VoxelOutput.write(image, type, content);
            }
        });
    }
}
