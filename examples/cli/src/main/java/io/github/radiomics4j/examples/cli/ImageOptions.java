package io.github.radiomics4j.examples.cli;

import io.github.radiomics4j.core.InvalidInputException.Problem;
import io.github.radiomics4j.core.image.ScalarImage;
import io.github.radiomics4j.core.image.VoxelSpacing;
import io.github.radiomics4j.core.io.ImageFiles;
import io.github.radiomics4j.core.io.ImageReader;
import io.github.radiomics4j.core.io.ReadLimits;
import io.github.radiomics4j.core.io.dicom.dataset.DicomFile;
import io.github.radiomics4j.core.io.dicom.series.DicomReader;
import io.github.radiomics4j.core.io.dicom.series.DicomSeries;
import io.github.radiomics4j.core.io.region.ReferencedGrid;
import io.github.radiomics4j.core.io.tiff.TiffReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import picocli.CommandLine.Option;

/** The options that say what is measured, and how its file is read. */
final class ImageOptions {
    @Option(names = "--image", required = true, paramLabel = "PATH", description = "The image: a file, or the folder of a DICOM series.")
    private Path image;

    @Option(names = "--series", paramLabel = "UID", description = "The DICOM series to take where a folder holds several.")
    private Optional<String> series = Optional.empty();

    @Option(names = "--suv", description = "PET as standardised uptake values by body weight (g/ml); DICOM only.")
    private boolean suv;

    @Option(names = "--spacing", paramLabel = "MM", split = ",",
            description = "Voxel size x,y,z of TIFF files, image and mask, which often do not state it.")
    private List<Double> spacing = List.of();

    /**
     * What was read.
     *
     * @param image the voxels
     * @param grid where they lie, with the identity of a DICOM series where there is one
     */
    record Measured(ScalarImage image, ReferencedGrid grid) {
    }

    Path path() {
        return image;
    }

    /**
     * Reads the image.
     *
     * @return voxels and grid
     * @throws UsageException where an option does not go with the file
     */
    Measured read() {
        if (isDicom()) {
            DicomReader reader = series.map(new DicomReader()::series).orElseGet(DicomReader::new);
            DicomSeries found = (suv ? reader.suvBodyWeight() : reader).series(image);
            return new Measured(found.image(ReadLimits.STANDARD), ReferencedGrid.of(found));
        }
        if (suv || series.isPresent()) {
            throw new UsageException((suv ? "--suv" : "--series") + " is for DICOM, and " + image + " is none");
        }
        boolean isTiff = image.toString().toLowerCase(Locale.ROOT).matches(".*\\.tiff?");
        ScalarImage read = RegionOptions.hinted(isTiff && spacing.isEmpty(), Problem.GEOMETRY_INVALID, "--spacing X,Y,Z",
                () -> files().read(image));
        return new Measured(read, ReferencedGrid.of(read));
    }

    /**
     * The readers of files, told the voxel size where it was given.
     *
     * @return for image and mask
     * @throws UsageException where the voxel size is no three positive numbers
     */
    ImageReader files() {
        if (spacing.isEmpty()) {
            return ImageFiles.of(ImageFiles.readers());
        }
        if (spacing.size() != 3 || !spacing.stream().allMatch(mm -> mm > 0 && Double.isFinite(mm))) {
            throw new UsageException("--spacing takes three positive numbers in mm, such as 0.5,0.5,2; was " + spacing);
        }
        return ImageFiles.with(List.of(new TiffReader().withSpacing(VoxelSpacing.mm(spacing.get(0), spacing.get(1), spacing.get(2)))));
    }

    /** A file that is not there is none: its reader says what is wrong. */
    private boolean isDicom() {
        return Files.isDirectory(image) || Files.isRegularFile(image) && DicomFile.isDicom(image);
    }
}
