package io.github.radiomics4j.core.io.dicom;

import io.github.radiomics4j.core.io.dicom.dataset.DicomTag;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Set;
import java.util.zip.Deflater;
import java.util.zip.DeflaterOutputStream;

/** Writes data elements for tests, in the order in which they are added; sound or not. */
public final class DicomBytes {
    public static final String IMPLICIT = "1.2.840.10008.1.2";
    public static final String EXPLICIT = "1.2.840.10008.1.2.1";
    public static final String BIG_ENDIAN = "1.2.840.10008.1.2.2";
    public static final String DEFLATED = "1.2.840.10008.1.2.1.99";
    /** The worked example of ITU-T T.87, annex H.3: a JPEG-LS stream of 4 × 4 pixels of 8 bits. */
    public static final String JPEG_LS_EXAMPLE = "ffd8fff7000b08000400040101" + "1100" + "ffda0008010100000000"
            + "c000006c80208e01c0000057400000" + "6ee6000001bc18000005d800009160" + "ffd9";
    private static final Set<String> LONG = Set.of("OB", "OD", "OF", "OL", "OV", "OW", "SQ", "SV", "UC", "UN", "UR", "UT", "UV");

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final String syntax;
    private final ByteOrder order;
    private final boolean explicit;

    public DicomBytes(String syntax) {
        this.syntax = syntax;
        this.order = syntax.equals(BIG_ENDIAN) ? ByteOrder.BIG_ENDIAN : ByteOrder.LITTLE_ENDIAN;
        this.explicit = !syntax.equals(IMPLICIT);
    }

    /** An empty dataset in the same encoding, for an item. */
    public DicomBytes inner() {
        return new DicomBytes(syntax);
    }

    public DicomBytes text(DicomTag tag, String vr, String value) {
        return text(tag, vr, value, StandardCharsets.ISO_8859_1);
    }

    public DicomBytes text(DicomTag tag, String vr, String value, Charset set) {
        byte[] bytes = value.getBytes(set);
        byte[] even = new byte[bytes.length + bytes.length % 2];
        Arrays.fill(even, (byte) (vr.equals("UI") ? 0 : ' '));
        System.arraycopy(bytes, 0, even, 0, bytes.length);
        return bytes(tag.number(), vr, even);
    }

    public DicomBytes shorts(DicomTag tag, String vr, int... values) {
        ByteBuffer buffer = ByteBuffer.allocate(2 * values.length).order(order);
        for (int value : values) {
            buffer.putShort((short) value);
        }
        return bytes(tag.number(), vr, buffer.array());
    }

    public DicomBytes bytes(int tag, String vr, byte[] value) {
        header(tag, vr, value.length);
        return raw(value);
    }

    /** Tag, representation where the encoding has one, and length; the value is the caller's. */
    public DicomBytes header(int tag, String vr, long length) {
        ByteBuffer buffer = ByteBuffer.allocate(12).order(order);
        buffer.putShort((short) (tag >>> 16)).putShort((short) tag);
        if (!explicit || tag >>> 16 == 0xFFFE) {
            buffer.putInt((int) length);
        } else {
            buffer.put((byte) vr.charAt(0)).put((byte) vr.charAt(1));
            if (LONG.contains(vr)) {
                buffer.putShort((short) 0).putInt((int) length);
            } else {
                buffer.putShort((short) length);
            }
        }
        return raw(Arrays.copyOf(buffer.array(), buffer.position()));
    }

    public DicomBytes sequence(DicomTag tag, DicomBytes... items) {
        return sequence(tag.number(), "SQ", true, items);
    }

    public DicomBytes sequence(int tag, String vr, boolean defined, DicomBytes... items) {
        DicomBytes content = inner();
        for (DicomBytes item : items) {
            content.header(0xFFFEE000, "", defined ? item.out.size() : 0xFFFFFFFFL).raw(item.out.toByteArray());
            if (!defined) {
                content.header(0xFFFEE00D, "", 0);
            }
        }
        if (!defined) {
            content.header(0xFFFEE0DD, "", 0);
        }
        header(tag, vr, defined ? content.out.size() : 0xFFFFFFFFL);
        return raw(content.out.toByteArray());
    }

    /** Pixel Data in fragments, with an empty offset table. */
    public DicomBytes fragments(byte[]... fragments) {
        header(DicomTag.PIXEL_DATA.number(), "OB", 0xFFFFFFFFL).header(0xFFFEE000, "", 0);
        for (byte[] fragment : fragments) {
            header(0xFFFEE000, "", fragment.length).raw(fragment);
        }
        return header(0xFFFEE0DD, "", 0);
    }

    public DicomBytes raw(byte[] bytes) {
        out.writeBytes(bytes);
        return this;
    }

    /** The elements without anything around them. */
    public byte[] elements() {
        return out.toByteArray();
    }

    /** A Part 10 file: preamble, file meta information, dataset. */
    public byte[] file() {
        return file(syntax);
    }

    /** A Part 10 file that states another transfer syntax than the one that its elements are written in. */
    public byte[] file(String stated) {
        DicomBytes meta = new DicomBytes(EXPLICIT).text(DicomTag.TRANSFER_SYNTAX_UID, "UI", stated);
        DicomBytes file = new DicomBytes(EXPLICIT).raw(new byte[128]).raw(new byte[] {'D', 'I', 'C', 'M'})
                .bytes(0x00020000, "UL", new byte[] {(byte) meta.out.size(), 0, 0, 0}).raw(meta.elements());
        return file.raw(stated.equals(DEFLATED) ? deflated(elements()) : elements()).elements();
    }

    private static byte[] deflated(byte[] bytes) {
        ByteArrayOutputStream small = new ByteArrayOutputStream();
        try (DeflaterOutputStream deflater = new DeflaterOutputStream(small, new Deflater(9, true))) {
            deflater.write(bytes);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return small.toByteArray();
    }

    public Path write(Path file) throws IOException {
        return Files.write(file, file());
    }
}
