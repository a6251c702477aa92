package io.github.radiomics4j.core.io;

import io.github.radiomics4j.core.image.ScalarImage;
import java.nio.file.Path;
import java.util.List;

/**
 * Reads one file format. Implement this to add a format and hand it to {@link ImageFiles#with}; nothing is discovered
 * automatically, since a jar on the class path must not change which numbers come out.
 *
 * <p>Implementations are immutable and safe to share between threads.
 */
public interface ImageReader {

    /**
     * The format's name, as it stands in messages.
     *
     * @return such as {@code NIfTI}
     */
    String format();

    /**
     * How names of such files end, for files whose content no reader recognises.
     *
     * @return lower case with the leading dot, such as {@code .nii.gz}; may be empty
     */
    List<String> suffixes();

    /**
     * Whether the content is of this format. Decides by content, not by name: names are tried afterwards, by
     * {@link #suffixes()}.
     *
     * @param file the file or folder, for formats that need more than the first bytes
     * @param firstBytes the first bytes of the file, up to {@link ImageFiles#FIRST_BYTES}; empty for a folder; not modified
     * @return true where {@link #read} should be tried; it may still find that the file is broken
     */
    boolean canRead(Path file, byte[] firstBytes);

    /**
     * Reads the image with its geometry, in array order.
     *
     * @param file the file
     * @return the image; values as the format defines them, rescaled where the header says so
     * @throws io.github.radiomics4j.core.InvalidInputException where the file is missing, broken, of another format, or too large
     * @throws java.io.UncheckedIOException where the disk fails
     */
    ScalarImage read(Path file);
}
