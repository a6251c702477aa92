package io.github.radiomics4j.core.io.dicom.seg;

import io.github.radiomics4j.core.InvalidInputException;
import io.github.radiomics4j.core.InvalidInputException.Problem;
import io.github.radiomics4j.core.image.Mask;
import io.github.radiomics4j.core.io.ReadLimits;
import io.github.radiomics4j.core.io.dicom.dataset.DicomDataset;
import io.github.radiomics4j.core.io.dicom.dataset.DicomFile;
import io.github.radiomics4j.core.io.dicom.dataset.DicomTag;
import io.github.radiomics4j.core.io.dicom.pixels.DicomPixels;
import io.github.radiomics4j.core.io.region.ReferencedGrid;
import io.github.radiomics4j.core.io.region.RegionChoice;
import io.github.radiomics4j.core.io.region.RegionLabel;
import io.github.radiomics4j.core.io.region.RegionRules;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * A DICOM segmentation (SEG): segments as frames of bits, fractions or labels. Immutable; frames are decoded by {@link #mask}.
 *
 * <p>A frame is put where its plane position, orientation and pixel spacing say, never by its number. It may cover a part of the image,
 * and be turned or flipped against it by right angles; voxels that no frame covers are outside. Segments may overlap.
 */
public final class Segmentation {
    private final DicomFile file;
    private final SegmentationType type;
    private final List<RegionLabel> segments;
    private final SegmentFrames frames;
    private final ReadLimits limits;

    private Segmentation(DicomFile file, SegmentationType type, List<RegionLabel> segments, SegmentFrames frames, ReadLimits limits) {
        this.file = file;
        this.type = type;
        this.segments = segments;
        this.frames = frames;
        this.limits = limits;
    }

    /**
     * Whether a file is a segmentation.
     *
     * @param file any DICOM file
     * @return by its modality
     */
    public static boolean isSegmentation(DicomFile file) {
        return file.dataset().text(DicomTag.MODALITY).filter("SEG"::equals).isPresent();
    }

    /**
     * The segmentation of a file.
     *
     * @param file of modality SEG
     * @param limits what a mask, a frame, and compressed pixels may take in memory
     * @return its segments
     * @throws InvalidInputException NOT_THIS_FORMAT for another modality, UNSUPPORTED_DATATYPE for another type than
     *     {@link SegmentationType}, HEADER_INVALID where segments or frames contradict each other, NO_PIXEL_DATA, or as
     *     {@link DicomPixels#of}
     */
    public static Segmentation of(DicomFile file, ReadLimits limits) {
        DicomDataset dataset = file.dataset();
        if (!isSegmentation(file)) {
            throw dataset.invalid(DicomTag.MODALITY, Problem.NOT_THIS_FORMAT, "must be SEG, found "
                    + dataset.text(DicomTag.MODALITY).orElse("none"));
        }
        SegmentationType type = SegmentationType.of(dataset);
        List<RegionLabel> segments = new ArrayList<>();
        for (DicomDataset segment : dataset.items(DicomTag.SEGMENT_SEQUENCE)) {
            int number = segment.requiredInteger(DicomTag.SEGMENT_NUMBER);
            if (segments.stream().anyMatch(other -> other.number() == number)) {
                throw segment.invalid(DicomTag.SEGMENT_NUMBER, Problem.HEADER_INVALID, "must be unique, found " + number + " again");
            }
            segments.add(new RegionLabel(number, segment.text(DicomTag.SEGMENT_LABEL).orElse("")));
        }
        SegmentFrames frames = SegmentFrames.of(DicomPixels.of(file, limits).format().size(), dataset, type, segments);
        return new Segmentation(file, type, List.copyOf(segments), frames, limits);
    }

    /**
     * The segments.
     *
     * @return in the order of the file
     */
    public List<RegionLabel> segments() {
        return segments;
    }

    /**
     * What its pixels mean.
     *
     * @return the type
     */
    public SegmentationType type() {
        return type;
    }

    /**
     * Reads a segment.
     *
     * @param choice which one
     * @param grid of the image that will be measured
     * @param rules the threshold of fractions, and whether other series and segments beyond the border are accepted
     * @return the mask, on that grid
     * @throws InvalidInputException LABEL_ABSENT (the message lists the segments); REFERENCE_MISMATCH where the segmentation was made in
     *     another frame of reference or from another series; NO_GEOMETRY where a frame of the segment does not state its plane;
     *     GEOMETRY_MISMATCH where one does not lie on the voxels of the grid, or the segment reaches beyond it; HEADER_INVALID where two
     *     lie at one place; EMPTY_MASK; RESOURCE_LIMIT; or as {@link DicomPixels#read}
     * @throws java.io.UncheckedIOException where the disk fails
     */
    public Mask mask(RegionChoice choice, ReferencedGrid grid, RegionRules rules) {
        DicomDataset dataset = file.dataset();
        RegionLabel segment = choice.from(segments, dataset);
        String where = dataset + ": segment " + segment;
        grid.requireFrameOfReference(dataset.text(DicomTag.FRAME_OF_REFERENCE_UID), where);
        if (!rules.anySeries()) {
            requireSeries(grid, where);
        }
        List<Optional<FramePlacement>> placements = frames.placements(segment.number(), grid);
        int least = least(segment, rules);
        int most = type == SegmentationType.LABELMAP ? segment.number() : Integer.MAX_VALUE;
        SegmentVoxels voxels = new SegmentVoxels(grid, grid.emptyMask(limits, where));
        DicomPixels pixels = DicomPixels.of(file, limits);
        int columns = pixels.format().size().x();
        pixels.read((frame, first, stored, count) -> placements.get(frame).ifPresent(placement -> {
            for (int i = 0; i < count; i++) {
                if (stored[i] >= least && stored[i] <= most) {
                    voxels.add((first + i) % columns, (first + i) / columns, placement);
                }
            }
        }));
        if (voxels.outside() > 0 && !rules.cut()) {
            throw new InvalidInputException(Problem.GEOMETRY_MISMATCH, where + ": " + voxels.outside()
                    + " of its pixels lie beyond the image (" + grid + "); use the image that it was made for, or take the part within "
                    + "(RegionRules.cutAtBorder)");
        }
        if (voxels.inside() == 0) {
            throw new InvalidInputException(Problem.EMPTY_MASK, where + ": no voxel belongs to the segment"
                    + (type == SegmentationType.FRACTIONAL ? " from a fraction of " + rules.fraction() + " on" : ""));
        }
        return voxels.mask();
    }

    private void requireSeries(ReferencedGrid grid, String where) {
        Set<String> series = new LinkedHashSet<>();
        Set<String> files = new LinkedHashSet<>();
        for (DicomDataset one : file.dataset().items(DicomTag.REFERENCED_SERIES_SEQUENCE)) {
            one.text(DicomTag.SERIES_INSTANCE_UID).ifPresent(series::add);
            for (DicomDataset instance : one.items(DicomTag.REFERENCED_INSTANCE_SEQUENCE)) {
                instance.text(DicomTag.REFERENCED_SOP_INSTANCE_UID).ifPresent(files::add);
            }
        }
        grid.requireSeries(series, files, where);
    }

    /** The smallest stored value that belongs to a segment. */
    private int least(RegionLabel segment, RegionRules rules) {
        return switch (type) {
            case BINARY -> 1;
            case LABELMAP -> segment.number();
            case FRACTIONAL -> leastFraction(rules.fraction());
        };
    }

    /** The product may round up beyond a fraction that is met exactly, so the quotient decides. */
    private int leastFraction(double fraction) {
        int maximum = file.dataset().requiredInteger(DicomTag.MAXIMUM_FRACTIONAL_VALUE);
        if (maximum < 1) {
            throw file.dataset().invalid(DicomTag.MAXIMUM_FRACTIONAL_VALUE, Problem.HEADER_INVALID, "must be positive, found " + maximum);
        }
        int least = (int) Math.ceil(fraction * maximum);
        return least > 1 && (double) (least - 1) / maximum >= fraction ? least - 1 : least;
    }

    @Override
    public String toString() {
        return file.file() + ": " + type + " segmentation with segments " + segments;
    }
}
