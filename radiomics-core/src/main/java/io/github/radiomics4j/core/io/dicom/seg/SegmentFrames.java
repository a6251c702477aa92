package io.github.radiomics4j.core.io.dicom.seg;

import io.github.radiomics4j.core.InvalidInputException;
import io.github.radiomics4j.core.InvalidInputException.Problem;
import io.github.radiomics4j.core.image.GridSize;
import io.github.radiomics4j.core.io.dicom.dataset.DicomDataset;
import io.github.radiomics4j.core.io.dicom.dataset.DicomTag;
import io.github.radiomics4j.core.io.dicom.series.FunctionalGroups;
import io.github.radiomics4j.core.io.dicom.series.SlicePlane;
import io.github.radiomics4j.core.io.region.ReferencedGrid;
import io.github.radiomics4j.core.io.region.RegionLabel;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;

/** Which segment each frame belongs to, and where it lies. */
final class SegmentFrames {
    private final GridSize size;
    private final DicomDataset dataset;
    private final FunctionalGroups groups;
    /** One for each frame; empty where a frame holds all segments. */
    private final List<OptionalInt> segments;

    private SegmentFrames(GridSize size, DicomDataset dataset, FunctionalGroups groups, List<OptionalInt> segments) {
        this.size = size;
        this.dataset = dataset;
        this.groups = groups;
        this.segments = segments;
    }

    /** Reads the frames' segments; their planes are read when they are placed. */
    static SegmentFrames of(GridSize size, DicomDataset dataset, SegmentationType type, List<RegionLabel> described) {
        FunctionalGroups groups = FunctionalGroups.of(dataset, size.z())
                .orElseThrow(() -> dataset.missing(DicomTag.PER_FRAME_FUNCTIONAL_GROUPS_SEQUENCE, Problem.NO_GEOMETRY));
        Set<Integer> numbers = new HashSet<>();
        described.forEach(segment -> numbers.add(segment.number()));
        List<OptionalInt> segments = new ArrayList<>();
        for (int frame = 0; frame < size.z(); frame++) {
            if (type == SegmentationType.LABELMAP) {
                segments.add(OptionalInt.empty());
                continue;
            }
            DicomDataset identified = groups.group(DicomTag.SEGMENT_IDENTIFICATION_SEQUENCE, frame)
                    .orElseThrow(() -> dataset.missing(DicomTag.SEGMENT_IDENTIFICATION_SEQUENCE, Problem.HEADER_INVALID));
            int number = identified.requiredInteger(DicomTag.REFERENCED_SEGMENT_NUMBER);
            if (!numbers.contains(number)) {
                throw identified.invalid(DicomTag.REFERENCED_SEGMENT_NUMBER, Problem.HEADER_INVALID,
                        "must be the number of a described segment, found " + number + ", described are " + described);
            }
            segments.add(OptionalInt.of(number));
        }
        return new SegmentFrames(size, dataset, groups, segments);
    }

    /** Where each frame of a segment lies; empty for frames of others. */
    List<Optional<FramePlacement>> placements(int segment, ReferencedGrid grid) {
        List<Optional<FramePlacement>> placements = new ArrayList<>();
        Set<List<Integer>> places = new HashSet<>();
        for (int frame = 0; frame < segments.size(); frame++) {
            if (segments.get(frame).orElse(segment) != segment) {
                placements.add(Optional.empty());
                continue;
            }
            String name = dataset + ": frame " + (frame + 1);
            SlicePlane plane = SlicePlane.of(groups.required(DicomTag.PLANE_POSITION_SEQUENCE, frame),
                    groups.required(DicomTag.PLANE_ORIENTATION_SEQUENCE, frame), groups.required(DicomTag.PIXEL_MEASURES_SEQUENCE, frame));
            FramePlacement placement = FramePlacement.of(plane, size, grid, name);
            if (!places.add(placement.place())) {
                throw new InvalidInputException(Problem.HEADER_INVALID, name + " of segment " + segment
                        + " lies where another frame of it does: several times or copies are no one region");
            }
            placements.add(Optional.of(placement));
        }
        return placements;
    }
}
