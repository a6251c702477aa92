package io.github.radiomics4j.core.io;

import io.github.radiomics4j.core.image.Mask;
import io.github.radiomics4j.core.image.ScalarImage;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;

/**
 * Writes one file format. What is written is what is read again: a value that the chosen type does not hold is refused, never
 * rounded or clipped, and the geometry survives as far as the format's numbers do. A file appears whole or not at all, as
 * {@link WholeFile} does it.
 *
 * <p>Implementations are immutable and safe to share between threads. The same image gives the same bytes, whatever the time, the
 * locale and the number of threads; compressed ones may differ between versions of zlib.
 */
public interface ImageWriter {

    /**
     * The format's name, as it stands in messages.
     *
     * @return such as {@code NIfTI}
     */
    String format();

    /**
     * How names of such files end.
     *
     * @return lower case with the leading dot, such as {@code .nii.gz}; at least one
     */
    List<String> suffixes();

    /**
     * Writes an image in array order, with its geometry.
     *
     * @param image the image; not modified
     * @param type how each voxel is stored
     * @param file where to; a file of that name is replaced, its name ends in one of the {@link #suffixes()}
     * @throws IllegalArgumentException where the name ends in another way
     * @throws io.github.radiomics4j.core.InvalidInputException NOT_REPRESENTABLE where type or format cannot hold a value or a size;
     *     MISSING_FILE where the folder is not there
     * @throws java.io.UncheckedIOException where the disk fails
     */
    void write(ScalarImage image, VoxelType type, Path file);

    /**
     * Writes a mask as {@link VoxelType#UINT8}: 1 inside, 0 outside.
     *
     * @param mask a mask that knows where it lies, see {@link Mask#at}; not modified
     * @param file as in {@link #write(ScalarImage, VoxelType, Path)}
     * @throws IllegalArgumentException where the mask does not know its place, or the name ends in another way
     * @throws io.github.radiomics4j.core.InvalidInputException as {@link #write(ScalarImage, VoxelType, Path)}
     * @throws java.io.UncheckedIOException where the disk fails
     */
    default void write(Mask mask, Path file) {
        write(ScalarImage.of(mask.inside(), mask.geometry().orElseThrow(() -> new IllegalArgumentException("the mask that goes to " + file
                + " does not know where it lies: mask.at(image.geometry()) says so"))), VoxelType.UINT8, file);
    }

    /**
     * Whether a file's name is one of this format.
     *
     * @param file any name
     * @return whether it ends in one of the {@link #suffixes()}, in upper or lower case
     */
    default boolean isNamed(Path file) {
        String name = String.valueOf(file.getFileName()).toLowerCase(Locale.ROOT);
        return suffixes().stream().anyMatch(name::endsWith);
    }

    /**
     * Refuses a file's name that is not one of this format.
     *
     * @param file any name
     * @throws IllegalArgumentException where it ends in none of the {@link #suffixes()}
     */
    default void requireNamed(Path file) {
        if (!isNamed(file)) {
            throw new IllegalArgumentException("a file of format " + format() + " is called " + String.join(" or ", suffixes()) + ", not "
                    + file + "; other programs go by the name");
        }
    }
}
