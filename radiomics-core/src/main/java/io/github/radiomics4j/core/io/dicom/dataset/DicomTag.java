package io.github.radiomics4j.core.io.dicom.dataset;

import java.util.HexFormat;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The data elements that are read, with DICOM's keywords. All others, names of patients among them, are passed over and never
 * kept.
 */
public enum DicomTag {
    /** TransferSyntaxUID. */
    TRANSFER_SYNTAX_UID(0x00020010, ValueRepresentation.UI, "TransferSyntaxUID"),
    /** SpecificCharacterSet. */
    SPECIFIC_CHARACTER_SET(0x00080005, ValueRepresentation.CS, "SpecificCharacterSet"),
    /** SOPInstanceUID. */
    SOP_INSTANCE_UID(0x00080018, ValueRepresentation.UI, "SOPInstanceUID"),
    /** SeriesDate. */
    SERIES_DATE(0x00080021, ValueRepresentation.DA, "SeriesDate"),
    /** AcquisitionDate. */
    ACQUISITION_DATE(0x00080022, ValueRepresentation.DA, "AcquisitionDate"),
    /** SeriesTime. */
    SERIES_TIME(0x00080031, ValueRepresentation.TM, "SeriesTime"),
    /** AcquisitionTime. */
    ACQUISITION_TIME(0x00080032, ValueRepresentation.TM, "AcquisitionTime"),
    /** Modality. */
    MODALITY(0x00080060, ValueRepresentation.CS, "Modality"),
    /** SeriesDescription. */
    SERIES_DESCRIPTION(0x0008103E, ValueRepresentation.LO, "SeriesDescription"),
    /** ReferencedSeriesSequence. */
    REFERENCED_SERIES_SEQUENCE(0x00081115, ValueRepresentation.SQ, "ReferencedSeriesSequence"),
    /** ReferencedInstanceSequence. */
    REFERENCED_INSTANCE_SEQUENCE(0x0008114A, ValueRepresentation.SQ, "ReferencedInstanceSequence"),
    /** ReferencedSOPInstanceUID. */
    REFERENCED_SOP_INSTANCE_UID(0x00081155, ValueRepresentation.UI, "ReferencedSOPInstanceUID"),
    /** PatientWeight. */
    PATIENT_WEIGHT(0x00101030, ValueRepresentation.DS, "PatientWeight"),
    /** SliceThickness. */
    SLICE_THICKNESS(0x00180050, ValueRepresentation.DS, "SliceThickness"),
    /** SpacingBetweenSlices. */
    SPACING_BETWEEN_SLICES(0x00180088, ValueRepresentation.DS, "SpacingBetweenSlices"),
    /** RadiopharmaceuticalStartTime. */
    RADIOPHARMACEUTICAL_START_TIME(0x00181072, ValueRepresentation.TM, "RadiopharmaceuticalStartTime"),
    /** RadionuclideTotalDose. */
    RADIONUCLIDE_TOTAL_DOSE(0x00181074, ValueRepresentation.DS, "RadionuclideTotalDose"),
    /** RadionuclideHalfLife. */
    RADIONUCLIDE_HALF_LIFE(0x00181075, ValueRepresentation.DS, "RadionuclideHalfLife"),
    /** RadiopharmaceuticalStartDateTime. */
    RADIOPHARMACEUTICAL_START_DATE_TIME(0x00181078, ValueRepresentation.DT, "RadiopharmaceuticalStartDateTime"),
    /** SeriesInstanceUID. */
    SERIES_INSTANCE_UID(0x0020000E, ValueRepresentation.UI, "SeriesInstanceUID"),
    /** ImagePositionPatient. */
    IMAGE_POSITION_PATIENT(0x00200032, ValueRepresentation.DS, "ImagePositionPatient"),
    /** ImageOrientationPatient. */
    IMAGE_ORIENTATION_PATIENT(0x00200037, ValueRepresentation.DS, "ImageOrientationPatient"),
    /** FrameOfReferenceUID. */
    FRAME_OF_REFERENCE_UID(0x00200052, ValueRepresentation.UI, "FrameOfReferenceUID"),
    /** PlanePositionSequence. */
    PLANE_POSITION_SEQUENCE(0x00209113, ValueRepresentation.SQ, "PlanePositionSequence"),
    /** PlaneOrientationSequence. */
    PLANE_ORIENTATION_SEQUENCE(0x00209116, ValueRepresentation.SQ, "PlaneOrientationSequence"),
    /** SamplesPerPixel. */
    SAMPLES_PER_PIXEL(0x00280002, ValueRepresentation.US, "SamplesPerPixel"),
    /** PhotometricInterpretation. */
    PHOTOMETRIC_INTERPRETATION(0x00280004, ValueRepresentation.CS, "PhotometricInterpretation"),
    /** NumberOfFrames. */
    NUMBER_OF_FRAMES(0x00280008, ValueRepresentation.IS, "NumberOfFrames"),
    /** Rows. */
    ROWS(0x00280010, ValueRepresentation.US, "Rows"),
    /** Columns. */
    COLUMNS(0x00280011, ValueRepresentation.US, "Columns"),
    /** PixelSpacing. */
    PIXEL_SPACING(0x00280030, ValueRepresentation.DS, "PixelSpacing"),
    /** CorrectedImage. */
    CORRECTED_IMAGE(0x00280051, ValueRepresentation.CS, "CorrectedImage"),
    /** BitsAllocated. */
    BITS_ALLOCATED(0x00280100, ValueRepresentation.US, "BitsAllocated"),
    /** BitsStored. */
    BITS_STORED(0x00280101, ValueRepresentation.US, "BitsStored"),
    /** HighBit. */
    HIGH_BIT(0x00280102, ValueRepresentation.US, "HighBit"),
    /** PixelRepresentation. */
    PIXEL_REPRESENTATION(0x00280103, ValueRepresentation.US, "PixelRepresentation"),
    /** RescaleIntercept. */
    RESCALE_INTERCEPT(0x00281052, ValueRepresentation.DS, "RescaleIntercept"),
    /** RescaleSlope. */
    RESCALE_SLOPE(0x00281053, ValueRepresentation.DS, "RescaleSlope"),
    /** ModalityLUTSequence. */
    MODALITY_LUT_SEQUENCE(0x00283000, ValueRepresentation.SQ, "ModalityLUTSequence"),
    /** PixelMeasuresSequence. */
    PIXEL_MEASURES_SEQUENCE(0x00289110, ValueRepresentation.SQ, "PixelMeasuresSequence"),
    /** PixelValueTransformationSequence. */
    PIXEL_VALUE_TRANSFORMATION_SEQUENCE(0x00289145, ValueRepresentation.SQ, "PixelValueTransformationSequence"),
    /** RadiopharmaceuticalInformationSequence. */
    RADIOPHARMACEUTICAL_INFORMATION_SEQUENCE(0x00540016, ValueRepresentation.SQ, "RadiopharmaceuticalInformationSequence"),
    /** Units. */
    UNITS(0x00541001, ValueRepresentation.CS, "Units"),
    /** SUVType. */
    SUV_TYPE(0x00541006, ValueRepresentation.CS, "SUVType"),
    /** DecayCorrection. */
    DECAY_CORRECTION(0x00541102, ValueRepresentation.CS, "DecayCorrection"),
    /** SegmentationType. */
    SEGMENTATION_TYPE(0x00620001, ValueRepresentation.CS, "SegmentationType"),
    /** SegmentSequence. */
    SEGMENT_SEQUENCE(0x00620002, ValueRepresentation.SQ, "SegmentSequence"),
    /** SegmentNumber. */
    SEGMENT_NUMBER(0x00620004, ValueRepresentation.US, "SegmentNumber"),
    /** SegmentLabel. */
    SEGMENT_LABEL(0x00620005, ValueRepresentation.LO, "SegmentLabel"),
    /** SegmentIdentificationSequence. */
    SEGMENT_IDENTIFICATION_SEQUENCE(0x0062000A, ValueRepresentation.SQ, "SegmentIdentificationSequence"),
    /** ReferencedSegmentNumber. */
    REFERENCED_SEGMENT_NUMBER(0x0062000B, ValueRepresentation.US, "ReferencedSegmentNumber"),
    /** MaximumFractionalValue. */
    MAXIMUM_FRACTIONAL_VALUE(0x0062000E, ValueRepresentation.US, "MaximumFractionalValue"),
    /** ReferencedFrameOfReferenceSequence. */
    REFERENCED_FRAME_OF_REFERENCE_SEQUENCE(0x30060010, ValueRepresentation.SQ, "ReferencedFrameOfReferenceSequence"),
    /** RTReferencedStudySequence. */
    RT_REFERENCED_STUDY_SEQUENCE(0x30060012, ValueRepresentation.SQ, "RTReferencedStudySequence"),
    /** RTReferencedSeriesSequence. */
    RT_REFERENCED_SERIES_SEQUENCE(0x30060014, ValueRepresentation.SQ, "RTReferencedSeriesSequence"),
    /** ContourImageSequence. */
    CONTOUR_IMAGE_SEQUENCE(0x30060016, ValueRepresentation.SQ, "ContourImageSequence"),
    /** StructureSetROISequence. */
    STRUCTURE_SET_ROI_SEQUENCE(0x30060020, ValueRepresentation.SQ, "StructureSetROISequence"),
    /** ROINumber. */
    ROI_NUMBER(0x30060022, ValueRepresentation.IS, "ROINumber"),
    /** ReferencedFrameOfReferenceUID. */
    REFERENCED_FRAME_OF_REFERENCE_UID(0x30060024, ValueRepresentation.UI, "ReferencedFrameOfReferenceUID"),
    /** ROIName. */
    ROI_NAME(0x30060026, ValueRepresentation.LO, "ROIName"),
    /** ROIContourSequence. */
    ROI_CONTOUR_SEQUENCE(0x30060039, ValueRepresentation.SQ, "ROIContourSequence"),
    /** ContourSequence. */
    CONTOUR_SEQUENCE(0x30060040, ValueRepresentation.SQ, "ContourSequence"),
    /** ContourGeometricType. */
    CONTOUR_GEOMETRIC_TYPE(0x30060042, ValueRepresentation.CS, "ContourGeometricType"),
    /** ContourOffsetVector. */
    CONTOUR_OFFSET_VECTOR(0x30060045, ValueRepresentation.DS, "ContourOffsetVector"),
    /** NumberOfContourPoints. */
    NUMBER_OF_CONTOUR_POINTS(0x30060046, ValueRepresentation.IS, "NumberOfContourPoints"),
    /** ContourData. */
    CONTOUR_DATA(0x30060050, ValueRepresentation.DS, "ContourData"),
    /** ReferencedROINumber. */
    REFERENCED_ROI_NUMBER(0x30060084, ValueRepresentation.IS, "ReferencedROINumber"),
    /** SharedFunctionalGroupsSequence. */
    SHARED_FUNCTIONAL_GROUPS_SEQUENCE(0x52009229, ValueRepresentation.SQ, "SharedFunctionalGroupsSequence"),
    /** PerFrameFunctionalGroupsSequence. */
    PER_FRAME_FUNCTIONAL_GROUPS_SEQUENCE(0x52009230, ValueRepresentation.SQ, "PerFrameFunctionalGroupsSequence"),
    /** FloatPixelData. */
    FLOAT_PIXEL_DATA(0x7FE00008, ValueRepresentation.OF, "FloatPixelData"),
    /** DoubleFloatPixelData. */
    DOUBLE_FLOAT_PIXEL_DATA(0x7FE00009, ValueRepresentation.OD, "DoubleFloatPixelData"),
    /** PixelData. */
    PIXEL_DATA(0x7FE00010, ValueRepresentation.OW, "PixelData");

    private static final Map<Integer, DicomTag> BY_NUMBER = Stream.of(values())
            .collect(Collectors.toUnmodifiableMap(tag -> tag.number, Function.identity()));

    private final int number;
    private final ValueRepresentation representation;
    private final String keyword;

    DicomTag(int number, ValueRepresentation representation, String keyword) {
        this.number = number;
        this.representation = representation;
        this.keyword = keyword;
    }

    /** The one with this number, group in the upper half, where it is one that is read. */
    static Optional<DicomTag> of(int number) {
        return Optional.ofNullable(BY_NUMBER.get(number));
    }

    /** The number in the way DICOM writes it, such as {@code (0028,0010)}. */
    static String written(int number) {
        HexFormat hex = HexFormat.of().withUpperCase();
        return "(" + hex.toHexDigits((short) (number >>> 16)) + "," + hex.toHexDigits((short) number) + ")";
    }

    /** How the value is written where the file does not say so itself. */
    ValueRepresentation representation() {
        return representation;
    }

    /**
     * Group and element.
     *
     * @return the group in the upper 16 bits, the element in the lower ones
     */
    public int number() {
        return number;
    }

    /**
     * DICOM's name of the element, without spaces.
     *
     * @return such as {@code PixelSpacing}
     */
    public String keyword() {
        return keyword;
    }

    /**
     * Number and keyword, as messages show them.
     *
     * @return such as {@code (0028,0030) PixelSpacing}
     */
    @Override
    public String toString() {
        return written(number) + " " + keyword;
    }
}
