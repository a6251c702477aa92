package io.github.radiomics4j.core.io.dicom.rtstruct;

import io.github.radiomics4j.core.io.ReadLimits;
import io.github.radiomics4j.core.io.dicom.DicomBytes;
import io.github.radiomics4j.core.io.dicom.dataset.DicomFile;
import io.github.radiomics4j.core.io.dicom.dataset.DicomTag;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;

/** Writes structure sets for tests. */
public final class StructureSetBytes {
    private final String frameOfReference;
    private final List<DicomBytes> declared = new ArrayList<>();
    private final List<DicomBytes> drawn = new ArrayList<>();
    private final List<DicomBytes> contours = new ArrayList<>();
    private DicomBytes series = bytes();

    public StructureSetBytes(String frameOfReference) {
        this.frameOfReference = frameOfReference;
    }

    static DicomBytes bytes() {
        return new DicomBytes(DicomBytes.EXPLICIT);
    }

    /** A region with the contours added since the last one. */
    public StructureSetBytes region(int number, String name) {
        declared.add(bytes().text(DicomTag.ROI_NUMBER, "IS", "" + number)
                .text(DicomTag.REFERENCED_FRAME_OF_REFERENCE_UID, "UI", frameOfReference).text(DicomTag.ROI_NAME, "LO", name));
        drawn.add(bytes().sequence(DicomTag.CONTOUR_SEQUENCE, contours.toArray(new DicomBytes[0]))
                .text(DicomTag.REFERENCED_ROI_NUMBER, "IS", "" + number));
        contours.clear();
        return this;
    }

    /** A closed contour. */
    public StructureSetBytes contour(double... points) {
        return contour("CLOSED_PLANAR", points.length / 3, points);
    }

    StructureSetBytes contour(String type, int stated, double... points) {
        String numbers = Arrays.stream(points).mapToObj(Double::toString).collect(Collectors.joining("\\"));
        contours.add(bytes().text(DicomTag.CONTOUR_GEOMETRIC_TYPE, "CS", type).text(DicomTag.NUMBER_OF_CONTOUR_POINTS, "IS", "" + stated)
                .text(DicomTag.CONTOUR_DATA, "DS", numbers));
        return this;
    }

    /** Adds the retired offset to the last contour. */
    StructureSetBytes moved(String offset) {
        contours.get(contours.size() - 1).text(DicomTag.CONTOUR_OFFSET_VECTOR, "DS", offset);
        return this;
    }

    StructureSetBytes onSeries(String uid, String file) {
        series = bytes().text(DicomTag.SERIES_INSTANCE_UID, "UI", uid).sequence(DicomTag.CONTOUR_IMAGE_SEQUENCE,
                bytes().text(DicomTag.REFERENCED_SOP_INSTANCE_UID, "UI", file));
        return this;
    }

    StructureSet written(Path folder) throws IOException {
        Path file = Files.write(folder.resolve("RS.dcm"), file());
        return StructureSet.of(DicomFile.read(file, ReadLimits.STANDARD), ReadLimits.STANDARD);
    }

    public byte[] file() {
        return bytes().text(DicomTag.MODALITY, "CS", "RTSTRUCT")
                .sequence(DicomTag.REFERENCED_FRAME_OF_REFERENCE_SEQUENCE, bytes()
                        .text(DicomTag.FRAME_OF_REFERENCE_UID, "UI", frameOfReference)
                        .sequence(DicomTag.RT_REFERENCED_STUDY_SEQUENCE, bytes()
                                .sequence(DicomTag.RT_REFERENCED_SERIES_SEQUENCE, series)))
                .sequence(DicomTag.STRUCTURE_SET_ROI_SEQUENCE, declared.toArray(new DicomBytes[0]))
                .sequence(DicomTag.ROI_CONTOUR_SEQUENCE, drawn.toArray(new DicomBytes[0])).file();
    }
}
