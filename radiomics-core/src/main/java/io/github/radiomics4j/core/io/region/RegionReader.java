package io.github.radiomics4j.core.io.region;

import io.github.radiomics4j.core.InvalidInputException;
import io.github.radiomics4j.core.InvalidInputException.Problem;
import io.github.radiomics4j.core.image.Mask;
import io.github.radiomics4j.core.image.ScalarImage;
import io.github.radiomics4j.core.io.ImageFiles;
import io.github.radiomics4j.core.io.ImageReader;
import io.github.radiomics4j.core.io.ReadLimits;
import io.github.radiomics4j.core.io.dicom.dataset.DicomFile;
import io.github.radiomics4j.core.io.dicom.dataset.DicomTag;
import io.github.radiomics4j.core.io.dicom.rtstruct.StructureSet;
import io.github.radiomics4j.core.io.dicom.seg.Segmentation;
import io.github.radiomics4j.core.io.dicom.series.DicomSeries;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.function.BiFunction;

/**
 * The front door for regions: a DICOM structure set, a DICOM segmentation, or a label map of any format of {@link ImageFiles}, told
 * apart by content.
 * <pre>{@code
 * DicomSeries series = new DicomReader().series(folder);
 * Mask mask = new RegionReader().readMask(structureSet, series, RegionChoice.named("GTV-1"));
 * }</pre>
 * Immutable and safe to share between threads.
 */
public final class RegionReader {
    private final ReadLimits limits;
    private final RegionRules rules;
    private final ImageReader labelMaps;

    /** A reader with the standard limits and rules. */
    public RegionReader() {
        this(ReadLimits.STANDARD, RegionRules.STANDARD);
    }

    /**
     * A reader with other limits or rules.
     *
     * @param limits what a file may take in memory
     * @param rules what is done where a file leaves it open
     */
    public RegionReader(ReadLimits limits, RegionRules rules) {
        this(limits, rules, ImageFiles.of(ImageFiles.readers(limits)));
    }

    private RegionReader(ReadLimits limits, RegionRules rules, ImageReader labelMaps) {
        this.limits = Objects.requireNonNull(limits);
        this.rules = Objects.requireNonNull(rules);
        this.labelMaps = Objects.requireNonNull(labelMaps);
    }

    /**
     * The same, but label maps are read in another way, for instance with a voxel size that the files do not state.
     *
     * @param reader of label maps
     * @return the reader
     */
    public RegionReader withLabelMapsBy(ImageReader reader) {
        return new RegionReader(limits, rules, reader);
    }

    /**
     * Reads a region for a DICOM series, and checks that it was made for that series.
     *
     * @param file a structure set, segmentation or label map
     * @param series what will be measured; its pixels need not be read
     * @param choice which region
     * @return the mask, as {@link #readMask(Path, ReferencedGrid, RegionChoice)}
     * @throws InvalidInputException as that method
     * @throws java.io.UncheckedIOException where the disk fails
     */
    public Mask readMask(Path file, DicomSeries series, RegionChoice choice) {
        return readMask(file, ReferencedGrid.of(series), choice);
    }

    /**
     * Reads a region for an image whose DICOM identity is not known: that both share a coordinate system is the caller's word.
     *
     * @param file a structure set, segmentation or label map
     * @param image what will be measured
     * @param choice which region
     * @return the mask, as {@link #readMask(Path, ReferencedGrid, RegionChoice)}
     * @throws InvalidInputException as that method
     * @throws java.io.UncheckedIOException where the disk fails
     */
    public Mask readMask(Path file, ScalarImage image, RegionChoice choice) {
        return readMask(file, ReferencedGrid.of(image), choice);
    }

    /**
     * Reads a region.
     *
     * @param file a structure set, segmentation or label map
     * @param grid of the image that will be measured
     * @param choice which region
     * @return the mask: on that grid for structure sets and segmentations, on its own for label maps
     * @throws InvalidInputException LABEL_ABSENT where the region is not there, EMPTY_MASK, UNSUPPORTED_DATATYPE for DICOM files that are
     *     neither structure set nor segmentation, or as {@link StructureSet#mask}, {@link Segmentation#mask} and
     *     {@link Mask#ofLabel(ScalarImage, int)}
     * @throws java.io.UncheckedIOException where the disk fails
     */
    public Mask readMask(Path file, ReferencedGrid grid, RegionChoice choice) {
        return open(file).mask(choice, grid);
    }

    /**
     * The regions of a file.
     *
     * @param file a structure set, segmentation or label map
     * @return numbers and names; of a label map the labels that occur, without names
     * @throws InvalidInputException as {@link #readMask(Path, ReferencedGrid, RegionChoice)}
     * @throws java.io.UncheckedIOException where the disk fails
     */
    public List<RegionLabel> regions(Path file) {
        return open(file).labels();
    }

    /**
     * Reads a file once, for those who want several of its regions.
     *
     * @param file a structure set, segmentation or label map
     * @return its regions
     * @throws InvalidInputException as {@link #readMask(Path, ReferencedGrid, RegionChoice)}, but for the choice
     * @throws java.io.UncheckedIOException where the disk fails
     */
    public Regions open(Path file) {
        if (!DicomFile.isDicom(file)) {
            return LabelMap.of(labelMaps.read(file), file);
        }
        DicomFile dicom = DicomFile.read(file, limits);
        if (StructureSet.isStructureSet(dicom)) {
            StructureSet set = StructureSet.of(dicom, limits);
            return regions(set.regions(), (choice, grid) -> set.mask(choice, grid, rules));
        } else if (Segmentation.isSegmentation(dicom)) {
            Segmentation segmentation = Segmentation.of(dicom, limits);
            return regions(segmentation.segments(), (choice, grid) -> segmentation.mask(choice, grid, rules));
        }
        throw dicom.dataset().invalid(DicomTag.MODALITY, Problem.UNSUPPORTED_DATATYPE, "must be RTSTRUCT or SEG for a region, found "
                + dicom.dataset().text(DicomTag.MODALITY).orElse("none"));
    }

    private static Regions regions(List<RegionLabel> labels, BiFunction<RegionChoice, ReferencedGrid, Mask> mask) {
        return new Regions() {
            @Override
            public List<RegionLabel> labels() {
                return labels;
            }

            @Override
            public Mask mask(RegionChoice choice, ReferencedGrid grid) {
                return mask.apply(choice, grid);
            }
        };
    }
}
