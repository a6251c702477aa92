package io.github.radiomics4j.core.fuzz;

import io.github.radiomics4j.core.io.dicom.DicomBytes;
import io.github.radiomics4j.core.io.dicom.dataset.DicomTag;
import io.github.radiomics4j.core.io.dicom.rtstruct.StructureSetBytes;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Map;

/** The seeds that are DICOM: images, and regions of {@link ReaderFuzzer#GRID} with the voxels {@link #REGION}. */
final class DicomSeeds {
    /** Pixels of the first slice. */
    static final byte[] REGION = {1, 1, 0, 1, 1, 0};
    private static final String AXIAL = "1\\0\\0\\0\\1\\0";

    private DicomSeeds() {
    }

    /** Folder and name of each seed, and its content. */
    static Map<String, byte[]> all(byte[] voxels) {
        Map<String, byte[]> seeds = new LinkedHashMap<>();
        seeds.put("dicom/explicit.dcm", pixels(slice(DicomBytes.EXPLICIT, 3, 2), voxels).file());
        seeds.put("dicom/implicit.dcm", pixels(slice(DicomBytes.IMPLICIT, 3, 2), voxels).file());
        seeds.put("dicom/deflated.dcm", pixels(slice(DicomBytes.DEFLATED, 3, 2), voxels).file());
        seeds.put("dicom/frames.dcm", pixels(framesOf(6), voxels).file());
        byte[] rle = new byte[64 + 8];
        rle[0] = 1;
        rle[4] = 64;
        rle[64] = 5;
        System.arraycopy(voxels, 0, rle, 65, 6);
        seeds.put("dicom/rle.dcm", slice(DicomBytes.EXPLICIT, 3, 2).fragments(rle).file("1.2.840.10008.1.2.5"));
        // codes 0, 10 and 110 for differences of 1, 2 and 7 bits, by predictor 1
        String lossless = "ffd8" + "ffc40016" + "00" + "01010100000000000000000000000000" + "010207"
                + "ffc3000b" + "0800020003" + "01" + "011100" + "ffda0008" + "01" + "0100" + "010000" + "c016d7" + "ffd9" + "00";
        seeds.put("dicom/jpeg-lossless.dcm", slice(DicomBytes.EXPLICIT, 3, 2).fragments(HexFormat.of().parseHex(lossless))
                .file("1.2.840.10008.1.2.4.70"));
        seeds.put("dicom/jpeg-ls.dcm", slice(DicomBytes.EXPLICIT, 4, 4).fragments(HexFormat.of().parseHex(DicomBytes.JPEG_LS_EXAMPLE))
                .file("1.2.840.10008.1.2.4.80"));
        seeds.put("rtstruct/square.dcm", new StructureSetBytes("1.2").contour(-0.4, -0.4, 0, 1.4, -0.4, 0, 1.4, 1.4, 0, -0.4, 1.4, 0)
                .region(1, "square").file());
        seeds.put("rtstruct/keyhole.dcm", new StructureSetBytes("1.2").contour(-0.4, -0.4, 0, 2.4, -0.4, 0, 2.4, 1.4, 0, -0.4, 1.4, 0)
                .contour(1.6, -0.4, 0, 2.4, -0.4, 0, 2.4, 1.4, 0, 1.6, 1.4, 0).region(1, "hole").file());
        seeds.put("seg/binary.dcm", segmentation("BINARY", 1, new byte[] {0b011011, 0}));
        seeds.put("seg/fractional.dcm", segmentation("FRACTIONAL", 8, new byte[] {50, 80, 49, 100, 90, 0}));
        return seeds;
    }

    private static DicomBytes format(DicomBytes bytes, int columns, int rows, int frames, int bits) {
        return bytes.shorts(DicomTag.SAMPLES_PER_PIXEL, "US", 1).text(DicomTag.PHOTOMETRIC_INTERPRETATION, "CS", "MONOCHROME2")
                .text(DicomTag.NUMBER_OF_FRAMES, "IS", "" + frames).shorts(DicomTag.ROWS, "US", rows)
                .shorts(DicomTag.COLUMNS, "US", columns).shorts(DicomTag.BITS_ALLOCATED, "US", bits)
                .shorts(DicomTag.BITS_STORED, "US", bits).shorts(DicomTag.HIGH_BIT, "US", bits - 1)
                .shorts(DicomTag.PIXEL_REPRESENTATION, "US", 0);
    }

    private static DicomBytes pixels(DicomBytes bytes, byte[] stored) {
        return bytes.bytes(DicomTag.PIXEL_DATA.number(), "OB", stored);
    }

    private static DicomBytes slice(String syntax, int columns, int rows) {
        DicomBytes bytes = new DicomBytes(syntax).text(DicomTag.MODALITY, "CS", "CT").text(DicomTag.SLICE_THICKNESS, "DS", "3")
                .text(DicomTag.SERIES_INSTANCE_UID, "UI", "1.2.3").text(DicomTag.IMAGE_POSITION_PATIENT, "DS", "10\\20\\-5.5")
                .text(DicomTag.IMAGE_ORIENTATION_PATIENT, "DS", AXIAL).text(DicomTag.PIXEL_SPACING, "DS", "2\\1")
                .text(DicomTag.RESCALE_INTERCEPT, "DS", "0").text(DicomTag.RESCALE_SLOPE, "DS", "1");
        return format(bytes, columns, rows, 1, 8);
    }

    /** An enhanced object of frames of one pixel, 2 mm apart. */
    private static DicomBytes framesOf(int count) {
        DicomBytes bytes = new DicomBytes(DicomBytes.EXPLICIT).text(DicomTag.SERIES_INSTANCE_UID, "UI", "1.2.3");
        DicomBytes[] frames = new DicomBytes[count];
        for (int i = 0; i < count; i++) {
            frames[i] = position(bytes, 2 * i);
        }
        return groups(format(bytes, 1, 1, count, 8), frames);
    }

    private static DicomBytes position(DicomBytes bytes, int z) {
        return bytes.inner().sequence(DicomTag.PLANE_POSITION_SEQUENCE,
                bytes.inner().text(DicomTag.IMAGE_POSITION_PATIENT, "DS", "0\\0\\" + z));
    }

    private static DicomBytes groups(DicomBytes bytes, DicomBytes... frames) {
        DicomBytes shared = bytes.inner()
                .sequence(DicomTag.PLANE_ORIENTATION_SEQUENCE, bytes.inner().text(DicomTag.IMAGE_ORIENTATION_PATIENT, "DS", AXIAL))
                .sequence(DicomTag.PIXEL_MEASURES_SEQUENCE, bytes.inner().text(DicomTag.PIXEL_SPACING, "DS", "1\\1"));
        return bytes.sequence(DicomTag.SHARED_FUNCTIONAL_GROUPS_SEQUENCE, shared)
                .sequence(DicomTag.PER_FRAME_FUNCTIONAL_GROUPS_SEQUENCE, frames);
    }

    private static byte[] segmentation(String type, int bits, byte[] stored) {
        DicomBytes bytes = new DicomBytes(DicomBytes.EXPLICIT).text(DicomTag.MODALITY, "CS", "SEG")
                .text(DicomTag.SEGMENTATION_TYPE, "CS", type).shorts(DicomTag.MAXIMUM_FRACTIONAL_VALUE, "US", 100);
        bytes.sequence(DicomTag.SEGMENT_SEQUENCE,
                bytes.inner().shorts(DicomTag.SEGMENT_NUMBER, "US", 1).text(DicomTag.SEGMENT_LABEL, "LO", "liver"));
        DicomBytes frame = position(bytes, 0).sequence(DicomTag.SEGMENT_IDENTIFICATION_SEQUENCE,
                bytes.inner().shorts(DicomTag.REFERENCED_SEGMENT_NUMBER, "US", 1));
        return pixels(groups(format(bytes, 3, 2, 1, bits), frame), stored).file();
    }
}
