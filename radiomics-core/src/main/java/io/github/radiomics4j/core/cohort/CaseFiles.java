package io.github.radiomics4j.core.cohort;

import io.github.radiomics4j.core.InvalidInputException;
import io.github.radiomics4j.core.InvalidInputException.Problem;
import io.github.radiomics4j.core.image.Mask;
import io.github.radiomics4j.core.image.MaskTransfer;
import io.github.radiomics4j.core.image.ScalarImage;
import io.github.radiomics4j.core.io.ImageFiles;
import io.github.radiomics4j.core.io.ImageReader;
import io.github.radiomics4j.core.io.ReadLimits;
import io.github.radiomics4j.core.io.dicom.dataset.DicomFile;
import io.github.radiomics4j.core.io.dicom.series.DicomReader;
import io.github.radiomics4j.core.io.dicom.series.DicomSeries;
import io.github.radiomics4j.core.io.region.ReferencedGrid;
import io.github.radiomics4j.core.io.region.RegionReader;
import io.github.radiomics4j.core.io.region.Regions;
import io.github.radiomics4j.core.io.tiff.TiffReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;

/**
 * The files of one case, opened as its structures need them. Holds one image and one mask at a time, the last that were asked for, since
 * structures of a case mostly share them. For one thread.
 */
final class CaseFiles {
    private final CaseReading reading;
    private final ImageReader files;
    private Optional<OpenImage> image = Optional.empty();
    private Optional<OpenRegions> regions = Optional.empty();

    CaseFiles(CaseReading reading) {
        this.reading = reading;
        this.files = reading.tiffSpacing().map(spacing -> ImageFiles.with(List.of(new TiffReader().withSpacing(spacing))))
                .orElseGet(() -> ImageFiles.of(ImageFiles.readers()));
    }

    private record OpenImage(Path path, ScalarImage voxels, ReferencedGrid grid) {
    }

    private record OpenRegions(Path path, Regions all) {
    }

    /** Reads a structure for whatever use; image and mask lie on one grid. */
    <T> T read(StructureInput input, BiFunction<ScalarImage, Mask, T> use) {
        OpenImage open = image(input.image());
        Mask mask = regions(input.mask()).mask(input.region(), open.grid());
        return use.apply(open.voxels(), reading.resampleMask() ? MaskTransfer.resampleMaskToImage(mask, open.voxels()) : mask);
    }

    private OpenImage image(Path path) {
        if (image.isEmpty() || !image.get().path().equals(path)) {
            image = Optional.empty(); // let go before the next is read
            image = Optional.of(read(path));
        }
        return image.get();
    }

    private OpenImage read(Path path) {
        if (Files.isDirectory(path) || Files.isRegularFile(path) && DicomFile.isDicom(path)) {
            DicomReader reader = reading.suv() ? new DicomReader().suvBodyWeight() : new DicomReader();
            DicomSeries series = reader.series(path);
            return new OpenImage(path, series.image(ReadLimits.STANDARD), ReferencedGrid.of(series));
        }
        if (reading.suv()) {
            throw new InvalidInputException(Problem.NOT_THIS_FORMAT, path + ": uptake values are computed from DICOM, and this is none");
        }
        ScalarImage voxels = files.read(path);
        return new OpenImage(path, voxels, ReferencedGrid.of(voxels));
    }

    private Regions regions(Path path) {
        if (regions.isEmpty() || !regions.get().path().equals(path)) {
            regions = Optional.empty();
            regions = Optional.of(new OpenRegions(path,
                    new RegionReader(ReadLimits.STANDARD, reading.rules()).withLabelMapsBy(files).open(path)));
        }
        return regions.get().all();
    }
}
