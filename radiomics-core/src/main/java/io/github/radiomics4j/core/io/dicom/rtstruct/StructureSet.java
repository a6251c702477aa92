package io.github.radiomics4j.core.io.dicom.rtstruct;

import io.github.radiomics4j.core.InvalidInputException;
import io.github.radiomics4j.core.InvalidInputException.Problem;
import io.github.radiomics4j.core.image.Mask;
import io.github.radiomics4j.core.io.ReadLimits;
import io.github.radiomics4j.core.io.dicom.dataset.DicomDataset;
import io.github.radiomics4j.core.io.dicom.dataset.DicomFile;
import io.github.radiomics4j.core.io.dicom.dataset.DicomTag;
import io.github.radiomics4j.core.io.region.ReferencedGrid;
import io.github.radiomics4j.core.io.region.RegionChoice;
import io.github.radiomics4j.core.io.region.RegionLabel;
import io.github.radiomics4j.core.io.region.RegionRules;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * A DICOM RT structure set (RTSTRUCT): regions as closed contours in patient coordinates. Immutable.
 *
 * <p>{@link #mask} takes each contour to the slice that it lies on and fills all contours of a slice together by the even-odd rule at
 * voxel centres: a contour within another is a hole, separate ones are islands, a keyhole needs no special care, direction of travel
 * does not matter. A centre on an edge, or within 1/65536 voxel of it, belongs to the region where the region lies towards smaller
 * indices. Slices without a contour stay empty.
 *
 * <p>Contours may lie across any index axis of the image, which may be oblique to the patient.
 */
public final class StructureSet {
    private final DicomDataset dataset;
    private final Map<RegionLabel, DicomDataset> declared;
    private final Map<Integer, List<DicomDataset>> contours;
    private final ReadLimits limits;

    private StructureSet(DicomDataset dataset, Map<RegionLabel, DicomDataset> declared, Map<Integer, List<DicomDataset>> contours,
            ReadLimits limits) {
        this.dataset = dataset;
        this.declared = declared;
        this.contours = contours;
        this.limits = limits;
    }

    /**
     * Whether a file is a structure set.
     *
     * @param file any DICOM file
     * @return by its modality
     */
    public static boolean isStructureSet(DicomFile file) {
        return file.dataset().text(DicomTag.MODALITY).filter("RTSTRUCT"::equals).isPresent();
    }

    /**
     * The structure set of a file. Coordinates are read by {@link #mask}.
     *
     * @param file of modality RTSTRUCT
     * @param limits what a mask may take in memory
     * @return its regions
     * @throws InvalidInputException NOT_THIS_FORMAT for another modality, HEADER_INVALID where a region has no number, two have the
     *     same, or contours refer to one that is not declared
     */
    public static StructureSet of(DicomFile file, ReadLimits limits) {
        DicomDataset dataset = file.dataset();
        if (!isStructureSet(file)) {
            throw dataset.invalid(DicomTag.MODALITY, Problem.NOT_THIS_FORMAT, "must be RTSTRUCT, found "
                    + dataset.text(DicomTag.MODALITY).orElse("none"));
        }
        Map<RegionLabel, DicomDataset> declared = new LinkedHashMap<>();
        Map<Integer, List<DicomDataset>> contours = new LinkedHashMap<>();
        for (DicomDataset region : dataset.items(DicomTag.STRUCTURE_SET_ROI_SEQUENCE)) {
            int number = region.requiredInteger(DicomTag.ROI_NUMBER);
            if (contours.put(number, List.of()) != null) {
                throw region.invalid(DicomTag.ROI_NUMBER, Problem.HEADER_INVALID, "must be unique, found " + number + " again");
            }
            declared.put(new RegionLabel(number, region.text(DicomTag.ROI_NAME).orElse("")), region);
        }
        for (DicomDataset drawn : dataset.items(DicomTag.ROI_CONTOUR_SEQUENCE)) {
            int number = drawn.requiredInteger(DicomTag.REFERENCED_ROI_NUMBER);
            List<DicomDataset> before = contours.get(number);
            if (before == null) {
                throw drawn.invalid(DicomTag.REFERENCED_ROI_NUMBER, Problem.HEADER_INVALID, "must be the number of a declared region, "
                        + "found " + number + ", declared are " + declared.keySet());
            }
            contours.put(number, Stream.concat(before.stream(), drawn.items(DicomTag.CONTOUR_SEQUENCE).stream()).toList());
        }
        return new StructureSet(dataset, declared, contours, limits);
    }

    /**
     * The regions, drawn or not.
     *
     * @return in the order of the file
     */
    public List<RegionLabel> regions() {
        return List.copyOf(declared.keySet());
    }

    /**
     * The frame of reference that a region was drawn in.
     *
     * @param region one of {@link #regions}
     * @return its UID; empty where the file does not state it
     */
    public Optional<String> frameOfReferenceUid(RegionLabel region) {
        return declared(region).text(DicomTag.REFERENCED_FRAME_OF_REFERENCE_UID);
    }

    /**
     * The series that a region was drawn on.
     *
     * @param region one of {@link #regions}
     * @return UIDs of the series that the file names for the region's frame of reference, maybe none
     */
    public Set<String> seriesUids(RegionLabel region) {
        Set<String> uids = new LinkedHashSet<>();
        series(region).forEach(one -> one.text(DicomTag.SERIES_INSTANCE_UID).ifPresent(uids::add));
        return uids;
    }

    private DicomDataset declared(RegionLabel region) {
        return Optional.ofNullable(declared.get(region)).orElseThrow(() -> new IllegalArgumentException(region
                + " is not among the regions of the structure set: " + regions()));
    }

    private List<DicomDataset> series(RegionLabel region) {
        Optional<String> frame = frameOfReferenceUid(region);
        return dataset.items(DicomTag.REFERENCED_FRAME_OF_REFERENCE_SEQUENCE).stream()
                .filter(one -> frame.isEmpty() || one.text(DicomTag.FRAME_OF_REFERENCE_UID).equals(frame))
                .flatMap(one -> one.items(DicomTag.RT_REFERENCED_STUDY_SEQUENCE).stream())
                .flatMap(study -> study.items(DicomTag.RT_REFERENCED_SERIES_SEQUENCE).stream()).toList();
    }

    private Set<String> files(RegionLabel region) {
        Set<String> uids = new LinkedHashSet<>();
        Stream.concat(series(region).stream(), contours.get(region.number()).stream())
                .flatMap(one -> one.items(DicomTag.CONTOUR_IMAGE_SEQUENCE).stream())
                .forEach(image -> image.text(DicomTag.REFERENCED_SOP_INSTANCE_UID).ifPresent(uids::add));
        return uids;
    }

    /**
     * Fills the contours of a region.
     *
     * @param choice which region
     * @param grid of the image that will be measured
     * @param rules whether other series and regions beyond the border are accepted
     * @return the mask, on that grid
     * @throws InvalidInputException LABEL_ABSENT (the message lists the regions); REFERENCE_MISMATCH where the region was drawn in
     *     another frame of reference or on another series; CONTOUR_INVALID where a contour is not closed and planar, has fewer than 3
     *     points, leaves its plane, or lies more than {@link ReferencedGrid#TOLERANCE} of the slice distance from a slice;
     *     HEADER_INVALID where coordinates are no triples of numbers; GEOMETRY_MISMATCH where a contour reaches a voxel or slice
     *     beyond the image; EMPTY_MASK where the region has no contour or holds no voxel centre; RESOURCE_LIMIT
     */
    public Mask mask(RegionChoice choice, ReferencedGrid grid, RegionRules rules) {
        RegionLabel region = choice.from(regions(), dataset);
        String where = dataset + ": region " + region;
        grid.requireFrameOfReference(frameOfReferenceUid(region), where);
        if (!rules.anySeries()) {
            grid.requireSeries(seriesUids(region), files(region), where);
        }
        List<Contour> drawn = new ArrayList<>();
        for (DicomDataset contour : contours.get(region.number())) {
            drawn.add(Contour.of(contour, grid));
        }
        if (drawn.isEmpty()) {
            throw new InvalidInputException(Problem.EMPTY_MASK, where + " has no contours");
        }
        return ContourFilling.of(drawn, grid, grid.emptyMask(limits, where), rules, where);
    }

    @Override
    public String toString() {
        return dataset + ": structure set with regions " + regions();
    }
}
