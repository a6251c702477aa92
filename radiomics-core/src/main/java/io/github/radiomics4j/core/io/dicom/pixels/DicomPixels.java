package io.github.radiomics4j.core.io.dicom.pixels;

import io.github.radiomics4j.core.InvalidInputException;
import io.github.radiomics4j.core.InvalidInputException.Problem;
import io.github.radiomics4j.core.io.FileBytes;
import io.github.radiomics4j.core.io.ReadLimits;
import io.github.radiomics4j.core.io.dicom.dataset.DicomFile;
import io.github.radiomics4j.core.io.dicom.dataset.DicomTag;
import io.github.radiomics4j.core.io.dicom.dataset.PixelElement;
import java.util.List;

/**
 * The stored values of a file's pixels, frame by frame. Uncompressed, RLE, JPEG lossless and JPEG-LS are decoded here; JPEG
 * baseline by the JDK, JPEG 2000 by a plug-in of {@code javax.imageio} where one is on the class path.
 */
public final class DicomPixels {
    private final DicomFile file;
    private final PixelFormat format;
    private final ReadLimits limits;

    private DicomPixels(DicomFile file, PixelFormat format, ReadLimits limits) {
        this.file = file;
        this.format = format;
        this.limits = limits;
    }

    /**
     * The pixels of a file, still unread.
     *
     * @param file an image, uncompressed or not
     * @param limits what one frame may take, and the compressed bytes together
     * @return the pixels
     * @throws InvalidInputException NO_PIXEL_DATA, UNSUPPORTED_DATATYPE for floating point pixels, or as {@link PixelFormat#of}
     */
    public static DicomPixels of(DicomFile file, ReadLimits limits) {
        PixelElement element = file.pixels().orElseThrow(() -> file.dataset().missing(DicomTag.PIXEL_DATA, Problem.NO_PIXEL_DATA));
        if (element.tag() != DicomTag.PIXEL_DATA) {
            throw file.dataset().invalid(element.tag(), Problem.UNSUPPORTED_DATATYPE, "is not read, whole numbers in "
                    + DicomTag.PIXEL_DATA + " are");
        }
        return new DicomPixels(file, PixelFormat.of(file.dataset()), limits);
    }

    /**
     * Size and type.
     *
     * @return the format
     */
    public PixelFormat format() {
        return format;
    }

    /**
     * Decodes all frames, in order.
     *
     * @param sink takes them
     * @throws InvalidInputException TRUNCATED where bytes are missing or damaged, HEADER_INVALID where structure or size contradict
     *     the header, UNSUPPORTED_ENCODING where the transfer syntax cannot be decoded exactly, RESOURCE_LIMIT
     * @throws java.io.UncheckedIOException where the disk fails
     */
    public void read(FrameSink sink) {
        if (format.framePixels() > limits.bytes() / Integer.BYTES) {
            throw new InvalidInputException(Problem.RESOURCE_LIMIT, file.file() + ": a frame of " + format.size()
                    + " pixels needs more memory than the limit of " + limits.bytes()
                    + " bytes; crop the image or raise the limit (ReadLimits)");
        }
        PixelElement element = file.pixels().orElseThrow();
        if (element.isDefined() == file.syntax().isEncapsulated()) {
            throw file.dataset().invalid(DicomTag.PIXEL_DATA, Problem.HEADER_INVALID, element.isDefined()
                    ? "must consist of fragments in transfer syntax " + file.syntax() + ", found one plain value"
                    : "must have a stated length in transfer syntax " + file.syntax() + ", found an undefined one");
        }
        try (FileBytes bytes = file.openPixels()) {
            if (element.isDefined()) {
                if (element.length() < format.bytes()) {
                    throw file.dataset().invalid(DicomTag.PIXEL_DATA, Problem.TRUNCATED, "must have " + format.bytes() + " bytes for "
                            + format.size() + " pixels of " + format.bitsAllocated() + " bits, found " + element.length());
                }
                new NativePixels(format, file.syntax().order()).read(bytes, sink);
            } else {
                readFrames(Fragments.read(bytes, file.dataset(), format.size().z(), limits), sink);
            }
        }
    }

    private void readFrames(List<byte[]> frames, FrameSink sink) {
        FrameDecoder decoder = FrameDecoder.of(file);
        for (int frame = 0; frame < frames.size(); frame++) {
            int[] cells;
            try {
                cells = decoder.decode(frames.get(frame), format);
            } catch (DamagedFrameException e) {
                throw new InvalidInputException(e.problem(), file.file() + ": frame " + (frame + 1) + " in transfer syntax "
                        + file.syntax() + " cannot be decoded: " + e.getMessage(), e);
            } catch (OutOfMemoryError e) {
                throw new InvalidInputException(Problem.RESOURCE_LIMIT, file.file() + ": frame " + (frame + 1) + " of " + format.size()
                        + " pixels needs more memory than this Java process has left; raise -Xmx", e);
            }
            format.interpret(cells, cells.length);
            sink.pixels(frame, 0, cells, cells.length);
        }
    }
}
