package io.github.radiomics4j.core.io.dicom.dataset;

import java.nio.ByteOrder;
import java.util.Optional;
import java.util.stream.Stream;

/** The transfer syntaxes of images (PS3.6, annex A): how elements are written, and how pixels are compressed. */
public enum TransferSyntax {
    /** Implicit VR Little Endian, DICOM's default. */
    IMPLICIT_LITTLE_ENDIAN("1.2.840.10008.1.2", "Implicit VR Little Endian", false),
    /** Explicit VR Little Endian. */
    EXPLICIT_LITTLE_ENDIAN("1.2.840.10008.1.2.1", "Explicit VR Little Endian", false),
    /** Explicit VR Big Endian, retired but still met. */
    EXPLICIT_BIG_ENDIAN("1.2.840.10008.1.2.2", "Explicit VR Big Endian", false),
    /** Everything after the file meta information is one deflate stream. */
    DEFLATED("1.2.840.10008.1.2.1.99", "Deflated Explicit VR Little Endian", false),
    /** RLE Lossless: PackBits, one segment for each byte of a sample. */
    RLE("1.2.840.10008.1.2.5", "RLE Lossless", true),
    /** JPEG process 1, 8 bits, lossy. */
    JPEG_BASELINE("1.2.840.10008.1.2.4.50", "JPEG Baseline (Process 1)", true),
    /** JPEG processes 2 and 4, up to 12 bits, lossy. */
    JPEG_EXTENDED("1.2.840.10008.1.2.4.51", "JPEG Extended (Process 2 & 4)", true),
    /** JPEG process 14 with any predictor. */
    JPEG_LOSSLESS("1.2.840.10008.1.2.4.57", "JPEG Lossless, Non-Hierarchical (Process 14)", true),
    /** JPEG process 14 with the first predictor, the most common of the JPEG family. */
    JPEG_LOSSLESS_FIRST_ORDER("1.2.840.10008.1.2.4.70", "JPEG Lossless, Non-Hierarchical, First-Order Prediction (Process 14, SV1)",
            true),
    /** JPEG-LS without loss. */
    JPEG_LS_LOSSLESS("1.2.840.10008.1.2.4.80", "JPEG-LS Lossless", true),
    /** JPEG-LS with a stated largest error. */
    JPEG_LS_NEAR_LOSSLESS("1.2.840.10008.1.2.4.81", "JPEG-LS Lossy (Near-Lossless)", true),
    /** JPEG 2000 without loss. */
    JPEG_2000_LOSSLESS("1.2.840.10008.1.2.4.90", "JPEG 2000 (Lossless Only)", true),
    /** JPEG 2000. */
    JPEG_2000("1.2.840.10008.1.2.4.91", "JPEG 2000", true),
    /** High-throughput JPEG 2000 without loss. */
    HTJ2K_LOSSLESS("1.2.840.10008.1.2.4.201", "High-Throughput JPEG 2000 (Lossless Only)", true),
    /** High-throughput JPEG 2000 without loss, ordered by resolution. */
    HTJ2K_LOSSLESS_RPCL("1.2.840.10008.1.2.4.202", "High-Throughput JPEG 2000 with RPCL Options (Lossless Only)", true),
    /** High-throughput JPEG 2000. */
    HTJ2K("1.2.840.10008.1.2.4.203", "High-Throughput JPEG 2000", true);

    private final String uid;
    private final String title;
    private final boolean encapsulated;

    TransferSyntax(String uid, String title, boolean encapsulated) {
        this.uid = uid;
        this.title = title;
        this.encapsulated = encapsulated;
    }

    /** The one with this UID, where it is known here. */
    static Optional<TransferSyntax> of(String uid) {
        return Stream.of(values()).filter(syntax -> syntax.uid.equals(uid)).findFirst();
    }

    /** Whether each element states its value representation. */
    boolean isExplicit() {
        return this != IMPLICIT_LITTLE_ENDIAN;
    }

    /**
     * The order of the bytes of numbers, and of pixels that are not compressed.
     *
     * @return little endian but for one
     */
    public ByteOrder order() {
        return this == EXPLICIT_BIG_ENDIAN ? ByteOrder.BIG_ENDIAN : ByteOrder.LITTLE_ENDIAN;
    }

    /**
     * Whether pixels are compressed, frame by frame, in fragments.
     *
     * @return false for pixels that are written as they are
     */
    public boolean isEncapsulated() {
        return encapsulated;
    }

    /**
     * UID and name, as messages show them.
     *
     * @return such as {@code 1.2.840.10008.1.2.5 (RLE Lossless)}
     */
    @Override
    public String toString() {
        return uid + " (" + title + ")";
    }
}
