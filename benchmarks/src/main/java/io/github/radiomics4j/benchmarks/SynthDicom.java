package io.github.radiomics4j.benchmarks;

import io.github.radiomics4j.core.io.dicom.dataset.DicomTag;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/**
 * {@link SynthVolume} as a DICOM series, Explicit VR Little Endian, deflated or not, one slice a file: as few elements as a reader needs.
 */
final class SynthDicom {
    private static final String EXPLICIT = "1.2.840.10008.1.2.1";
    private static final String DEFLATED = EXPLICIT + ".99";
    /** Where the dataset begins if it is deflated: behind preamble, four letters and the transfer syntax. */
    static final int DATASET = 128 + 4 + 8 + DEFLATED.length();

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();

    private SynthDicom() {
    }

    /** The files, in the order of their slices. */
    static List<Path> write(short[] voxels, Path folder, boolean deflated) throws IOException {
        List<Path> files = new ArrayList<>();
        for (int z = 0; z < SynthVolume.NZ; z++) {
            files.add(Files.write(folder.resolve(String.format(Locale.ROOT, "%03d.dcm", z)), slice(voxels, z, deflated)));
        }
        return files;
    }

    private static byte[] slice(short[] voxels, int z, boolean deflated) throws IOException {
        int pixels = SynthVolume.NX * SynthVolume.NY;
        SynthDicom file = new SynthDicom();
        file.out.writeBytes(new byte[128]);
        file.out.writeBytes("DICM".getBytes(StandardCharsets.US_ASCII));
        file.text(DicomTag.TRANSFER_SYNTAX_UID, deflated ? DEFLATED : EXPLICIT);
        byte[] dataset = dataset(SynthDeflated.bytes(voxels, z * pixels, pixels), z);
        file.out.writeBytes(deflated ? SynthDeflated.deflated(dataset, true) : dataset);
        return file.out.toByteArray();
    }

    private static byte[] dataset(byte[] pixels, int z) {
        return new SynthDicom().text(DicomTag.SOP_INSTANCE_UID, "2.25.2." + (z + 1))
                .text(DicomTag.MODALITY, "CT").text(DicomTag.SERIES_INSTANCE_UID, "2.25.1")
                .text(DicomTag.IMAGE_POSITION_PATIENT, "0\\0\\" + z).text(DicomTag.IMAGE_ORIENTATION_PATIENT, "1\\0\\0\\0\\1\\0")
                .number(DicomTag.SAMPLES_PER_PIXEL, 1).text(DicomTag.PHOTOMETRIC_INTERPRETATION, "MONOCHROME2")
                .number(DicomTag.ROWS, SynthVolume.NY).number(DicomTag.COLUMNS, SynthVolume.NX).text(DicomTag.PIXEL_SPACING, "1\\1")
                .number(DicomTag.BITS_ALLOCATED, 16).number(DicomTag.BITS_STORED, 16).number(DicomTag.HIGH_BIT, 15)
                .number(DicomTag.PIXEL_REPRESENTATION, 1).text(DicomTag.RESCALE_INTERCEPT, "0").text(DicomTag.RESCALE_SLOPE, "1")
                .element(DicomTag.PIXEL_DATA, "OW", pixels).out.toByteArray();
    }

    private SynthDicom text(DicomTag tag, String value) {
        String vr = switch (tag) {
            case TRANSFER_SYNTAX_UID, SOP_INSTANCE_UID, SERIES_INSTANCE_UID -> "UI";
            case MODALITY, PHOTOMETRIC_INTERPRETATION -> "CS";
            default -> "DS";
        };
        byte[] even = Arrays.copyOf(value.getBytes(StandardCharsets.US_ASCII), value.length() + value.length() % 2);
        if (value.length() < even.length && !vr.equals("UI")) {
            even[value.length()] = ' ';
        }
        return element(tag, vr, even);
    }

    private SynthDicom number(DicomTag tag, int value) {
        return element(tag, "US", new byte[] {(byte) value, (byte) (value >> 8)});
    }

    private SynthDicom element(DicomTag tag, String vr, byte[] value) {
        ByteBuffer header = ByteBuffer.allocate(12).order(ByteOrder.LITTLE_ENDIAN).putShort((short) (tag.number() >>> 16))
                .putShort((short) tag.number()).put(vr.getBytes(StandardCharsets.US_ASCII));
        if (vr.equals("OW")) {
            header.putShort((short) 0).putInt(value.length);
        } else {
            header.putShort((short) value.length);
        }
        out.write(header.array(), 0, header.position());
        out.writeBytes(value);
        return this;
    }
}
