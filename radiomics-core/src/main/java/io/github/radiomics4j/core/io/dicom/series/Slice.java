package io.github.radiomics4j.core.io.dicom.series;

import io.github.radiomics4j.core.InvalidInputException;
import io.github.radiomics4j.core.InvalidInputException.Problem;
import io.github.radiomics4j.core.io.dicom.dataset.DicomDataset;
import io.github.radiomics4j.core.io.dicom.dataset.DicomFile;
import io.github.radiomics4j.core.io.dicom.dataset.DicomTag;
import io.github.radiomics4j.core.io.dicom.pixels.PixelFormat;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * One frame of a file, in its place.
 *
 * @param file holds the frame
 * @param frame counted from 0
 * @param format of the file's pixels
 * @param plane where the frame lies
 * @param rescale what its values mean
 */
record Slice(DicomFile file, int frame, PixelFormat format, SlicePlane plane, Rescale rescale) {

    /** The frames of a file. */
    static List<Slice> of(DicomFile file) {
        DicomDataset dataset = file.dataset();
        if (file.pixels().isEmpty()) {
            throw new InvalidInputException(Problem.NO_PIXEL_DATA, dataset.missing(DicomTag.PIXEL_DATA, Problem.NO_PIXEL_DATA).getMessage()
                    + " (modality " + dataset.text(DicomTag.MODALITY).orElse("not stated") + "): this object is no image");
        }
        PixelFormat format = PixelFormat.of(dataset);
        if (dataset.text(DicomTag.MODALITY).filter(modality -> modality.equals("SEG") || modality.equals("RTDOSE")).isPresent()) {
            throw dataset.invalid(DicomTag.MODALITY, Problem.UNSUPPORTED_DATATYPE, "is " + dataset.requiredText(DicomTag.MODALITY)
                    + ": not read as an image; a segmentation is read as a mask, doses are not read");
        }
        int frames = format.size().z();
        Optional<FunctionalGroups> groups = FunctionalGroups.of(dataset, frames);
        if (groups.isEmpty() && frames > 1) {
            throw new InvalidInputException(Problem.NO_GEOMETRY, file.file() + ": " + frames
                    + " frames without functional groups, so their places are not stated");
        }
        List<Slice> slices = new ArrayList<>();
        for (int frame = 0; frame < frames; frame++) {
            slices.add(groups.isPresent() ? enhanced(file, frame, format, groups.get())
                    : new Slice(file, frame, format, SlicePlane.of(dataset, dataset, dataset), Rescale.of(dataset)));
        }
        return slices;
    }

    private static Slice enhanced(DicomFile file, int frame, PixelFormat format, FunctionalGroups groups) {
        SlicePlane plane = SlicePlane.of(groups.required(DicomTag.PLANE_POSITION_SEQUENCE, frame),
                groups.required(DicomTag.PLANE_ORIENTATION_SEQUENCE, frame), groups.required(DicomTag.PIXEL_MEASURES_SEQUENCE, frame));
        return new Slice(file, frame, format, plane,
                Rescale.of(groups.group(DicomTag.PIXEL_VALUE_TRANSFORMATION_SEQUENCE, frame).orElse(file.dataset())));
    }

    /** The thickness or distance of slices that the header states, for a slice that has no neighbour. */
    Optional<Double> statedThickness() {
        DicomDataset dataset = file.dataset();
        DicomDataset measured = FunctionalGroups.of(dataset, format.size().z())
                .flatMap(groups -> groups.group(DicomTag.PIXEL_MEASURES_SEQUENCE, frame)).orElse(dataset);
        return measured.number(DicomTag.SPACING_BETWEEN_SLICES).filter(length -> length > 0)
                .or(() -> measured.number(DicomTag.SLICE_THICKNESS)).filter(length -> length > 0);
    }

    @Override
    public String toString() {
        return file.file() + (format.size().z() > 1 ? " frame " + (frame + 1) : "");
    }
}
