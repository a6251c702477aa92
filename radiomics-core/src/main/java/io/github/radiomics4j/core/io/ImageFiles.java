package io.github.radiomics4j.core.io;

import io.github.radiomics4j.core.InvalidInputException;
import io.github.radiomics4j.core.InvalidInputException.Problem;
import io.github.radiomics4j.core.image.Mask;
import io.github.radiomics4j.core.image.ScalarImage;
import io.github.radiomics4j.core.io.dicom.series.DicomReader;
import io.github.radiomics4j.core.io.metaimage.MetaImageReader;
import io.github.radiomics4j.core.io.nifti.NiftiReader;
import io.github.radiomics4j.core.io.nifti.NiftiWriter;
import io.github.radiomics4j.core.io.nrrd.NrrdReader;
import io.github.radiomics4j.core.io.nrrd.NrrdWriter;
import io.github.radiomics4j.core.io.tiff.TiffReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The front door for image files. The reader is chosen by content; where no reader recognises the content, by name, so that a
 * broken file gets the message of the format that its name promises. A writer is chosen by name.
 *
 * <p>Standard readers: {@link NiftiReader} (NIfTI-1 and NIfTI-2), {@link NrrdReader}, {@link MetaImageReader},
 * {@link DicomReader} (files and folders) and {@link TiffReader} (which often has to be told the voxel size). Other formats are added
 * explicitly:
 * <pre>{@code
 * ImageReader files = ImageFiles.with(List.of(new MyFormat()));
 * ScalarImage image = files.read(path);
 * }</pre>
 */
public final class ImageFiles {
    /** How many of the first bytes of a file readers are shown. */
    public static final int FIRST_BYTES = 4096;

    private ImageFiles() {
    }

    /**
     * The standard readers, with {@link ReadLimits#STANDARD}.
     *
     * @return in the order in which they are asked
     */
    public static List<ImageReader> readers() {
        return readers(ReadLimits.STANDARD);
    }

    /**
     * The standard readers with another memory limit.
     *
     * @param limits what the voxels of one file may take
     * @return in the order in which they are asked
     */
    public static List<ImageReader> readers(ReadLimits limits) {
        // DICOM before TIFF: a DICOM file may begin like a TIFF, whose pages then lie in its preamble
        return List.of(new NiftiReader(limits), new NrrdReader(limits), new MetaImageReader(limits), new DicomReader(limits),
                new TiffReader(limits));
    }

    /**
     * Reads an image with the standard readers.
     *
     * @param file the file, or the folder of a DICOM series
     * @return the image, in array order, with its geometry
     * @throws InvalidInputException NOT_THIS_FORMAT for an unknown format (the message lists the known ones), MISSING_FILE, or
     *     what the reader finds wrong
     * @throws java.io.UncheckedIOException where the disk fails
     */
    public static ScalarImage read(Path file) {
        return of(readers()).read(file);
    }

    /**
     * Reads a region of a label map with the standard readers.
     *
     * @param file the label map; its values must be whole numbers
     * @param label the value that the region's voxels hold
     * @return the mask, on the grid of the label map
     * @throws InvalidInputException as {@link #read}, and as {@link Mask#ofLabel(ScalarImage, int)} with the file's name
     * @throws java.io.UncheckedIOException where the disk fails
     */
    public static Mask readMask(Path file, int label) {
        ScalarImage labels = read(file);
        try {
            return Mask.ofLabel(labels, label);
        } catch (InvalidInputException e) {
            throw new InvalidInputException(e.problem(), file + ": " + e.getMessage(), e);
        }
    }

    /**
     * The standard writers: NIfTI-1 and gzip NRRD.
     *
     * @return in the order in which names are tried
     */
    public static List<ImageWriter> writers() {
        return List.of(NiftiWriter.version1(), NrrdWriter.gzip());
    }

    /**
     * Writes an image in the format that the file's name asks for: {@code .nii} or {@code .nii.gz} (NIfTI-1), {@code .nrrd} (gzip).
     *
     * @param image the image; not modified
     * @param type how each voxel is stored
     * @param file where to; a file of that name is replaced once the new one is whole
     * @throws IllegalArgumentException where the name ends in another way
     * @throws InvalidInputException NOT_REPRESENTABLE where type or format cannot hold a value, a size or a place; MISSING_FILE where
     *     the folder is not there
     * @throws java.io.UncheckedIOException where the disk fails
     */
    public static void write(ScalarImage image, VoxelType type, Path file) {
        writerFor(file).write(image, type, file);
    }

    /**
     * Writes a mask as unsigned bytes, 1 inside and 0 outside, in the format that the file's name asks for.
     *
     * @param mask a mask that knows where it lies, see {@link Mask#at}; not modified
     * @param file as in {@link #write(ScalarImage, VoxelType, Path)}
     * @throws IllegalArgumentException where the mask does not know its place, or the name ends in another way
     * @throws InvalidInputException as {@link #write(ScalarImage, VoxelType, Path)}
     * @throws java.io.UncheckedIOException where the disk fails
     */
    public static void write(Mask mask, Path file) {
        writerFor(file).write(mask, file);
    }

    private static ImageWriter writerFor(Path file) {
        return writers().stream().filter(writer -> writer.isNamed(file)).findFirst().orElseThrow(() -> new IllegalArgumentException(
                "the name of an image file says its format, " + file + " does not; known are " + writers().stream()
                        .flatMap(writer -> writer.suffixes().stream()).collect(Collectors.joining(", "))));
    }

    /**
     * Further readers before the standard ones.
     *
     * @param others asked first, in this order
     * @return a reader that chooses among all
     */
    public static ImageReader with(List<ImageReader> others) {
        return of(Stream.concat(others.stream(), readers().stream()).toList());
    }

    /**
     * Exactly these readers, as one.
     *
     * @param readers asked in this order, at least one
     * @return a reader that chooses by content, then by name
     */
    public static ImageReader of(List<ImageReader> readers) {
        if (readers.isEmpty()) {
            throw new IllegalArgumentException("at least one reader is needed");
        }
        return new Choice(List.copyOf(readers));
    }

    /** Several readers behind one door. */
    private record Choice(List<ImageReader> readers) implements ImageReader {

        @Override
        public String format() {
            return readers.stream().map(ImageReader::format).collect(Collectors.joining(", "));
        }

        @Override
        public List<String> suffixes() {
            return readers.stream().flatMap(reader -> reader.suffixes().stream()).distinct().toList();
        }

        @Override
        public boolean canRead(Path file, byte[] firstBytes) {
            return readers.stream().anyMatch(reader -> reader.canRead(file, firstBytes));
        }

        @Override
        public ScalarImage read(Path file) {
            byte[] firstBytes = firstBytes(file);
            for (ImageReader reader : readers) {
                if (reader.canRead(file, firstBytes.clone())) {
                    return reader.read(file);
                }
            }
            String name = String.valueOf(file.getFileName()).toLowerCase(Locale.ROOT);
            for (ImageReader reader : readers) {
                if (reader.suffixes().stream().anyMatch(name::endsWith)) {
                    return reader.read(file);
                }
            }
            String known = readers.stream().map(reader -> reader.format() + " (" + String.join(", ", reader.suffixes()) + ")")
                    .collect(Collectors.joining(", "));
            throw new InvalidInputException(Problem.NOT_THIS_FORMAT, file + ": neither content nor name belongs to a known format. Known: "
                    + known);
        }

        private static byte[] firstBytes(Path file) {
            if (Files.isDirectory(file)) {
                return new byte[0];
            }
            try (FileBytes bytes = FileBytes.open(file)) {
                return bytes.readUpTo(FIRST_BYTES);
            }
        }
    }
}
