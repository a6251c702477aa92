package io.github.radiomics4j.core.io.dicom.pixels;

import io.github.radiomics4j.core.InvalidInputException;
import io.github.radiomics4j.core.InvalidInputException.Problem;
import io.github.radiomics4j.core.io.dicom.dataset.DicomFile;

/** Turns the compressed bytes of one frame into cells, still to be interpreted by the {@link PixelFormat}. */
@FunctionalInterface
interface FrameDecoder {

    /** The cells of a frame, x fastest; their number is that of the format. */
    int[] decode(byte[] compressed, PixelFormat format) throws DamagedFrameException;

    /** The decoder of a file's transfer syntax. */
    static FrameDecoder of(DicomFile file) {
        return switch (file.syntax()) {
            case RLE -> new RleDecoder();
            case JPEG_LOSSLESS, JPEG_LOSSLESS_FIRST_ORDER -> new JpegLosslessDecoder();
            case JPEG_BASELINE -> new ImageIoDecoder("jpeg");
            case JPEG_2000, JPEG_2000_LOSSLESS -> {
                if (!ImageIoDecoder.isThere("jpeg2000")) {
                    throw unsupported(file, "is decoded by a plug-in of javax.imageio that is not on the class path: add "
                            + "com.github.jai-imageio:jai-imageio-jpeg2000:1.4.0, or convert the file, for instance with gdcmconv --raw");
                }
                yield new ImageIoDecoder("jpeg2000");
            }
            case JPEG_LS_LOSSLESS, JPEG_LS_NEAR_LOSSLESS -> new JpegLsDecoder();
            case JPEG_EXTENDED -> throw unsupported(file,
                    "is not decoded here (12-bit lossy JPEG); convert the file first, for instance with dcmdjpeg");
            case HTJ2K, HTJ2K_LOSSLESS, HTJ2K_LOSSLESS_RPCL -> throw unsupported(file,
                    "is not decoded here; convert the file to Explicit VR Little Endian first");
            case IMPLICIT_LITTLE_ENDIAN, EXPLICIT_LITTLE_ENDIAN, EXPLICIT_BIG_ENDIAN, DEFLATED ->
                throw new IllegalStateException(file.syntax() + " has no compressed frames");
        };
    }

    private static InvalidInputException unsupported(DicomFile file, String what) {
        return new InvalidInputException(Problem.UNSUPPORTED_ENCODING, file.file() + ": transfer syntax " + file.syntax() + " " + what);
    }
}
