package io.github.radiomics4j.core.io.dicom.dataset;

import io.github.radiomics4j.core.InvalidInputException;
import io.github.radiomics4j.core.InvalidInputException.Problem;
import io.github.radiomics4j.core.io.FileBytes;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Optional;

/**
 * How a file begins: with the preamble of Part 10 and the file meta information, with the meta information alone, or with the
 * dataset at once, whose encoding is then told from its first element.
 *
 * @param syntax how the dataset is encoded
 * @param dataset the place of its first byte in the file
 */
record DicomStart(TransferSyntax syntax, long dataset) {
    static final int PREAMBLE = 128;
    private static final int META_GROUP = 2;
    private static final int FIRST_GROUP = 8;
    /** Values of the elements that files without meta information begin with are short. */
    private static final int LONGEST_FIRST_VALUE = 1 << 10;

    /** Whether a file begins like DICOM; the preamble alone decides where it is there. */
    static boolean isDicom(byte[] first) {
        return hasPreamble(first) || first.length >= 8 && (isMeta(first) || guess(first).isPresent());
    }

    private static boolean hasPreamble(byte[] first) {
        return first.length >= PREAMBLE + 4 && first[PREAMBLE] == 'D' && first[PREAMBLE + 1] == 'I' && first[PREAMBLE + 2] == 'C'
                && first[PREAMBLE + 3] == 'M';
    }

    private static boolean isMeta(byte[] next) {
        return next.length >= 6 && next[0] == META_GROUP && next[1] == 0 && next[3] == 0
                && ValueRepresentation.of(next[4], next[5]).isPresent();
    }

    /** Reads the start of a file that has just been opened; empty where it is not DICOM. */
    static Optional<DicomStart> of(FileBytes bytes) {
        Path file = bytes.file();
        byte[] first = bytes.readUpTo(PREAMBLE + 4);
        if (!isDicom(first)) {
            return Optional.empty();
        }
        long start = hasPreamble(first) ? PREAMBLE + 4 : 0;
        bytes.moveTo(start);
        DicomInput input = new DicomInput(bytes, ByteOrder.LITTLE_ENDIAN);
        Optional<String> uid = metaInformation(input, file);
        long dataset = start + input.position();
        TransferSyntax syntax = uid.map(stated -> TransferSyntax.of(stated).orElseThrow(() -> unknown(file, stated)))
                .or(() -> guess(input.peek())).orElseThrow(() -> new InvalidInputException(Problem.HEADER_INVALID, file + ": "
                        + DicomTag.TRANSFER_SYNTAX_UID + " is missing, and the first data element does not show its encoding"));
        return Optional.of(new DicomStart(syntax, dataset));
    }

    /** Reads the elements of group 0002 and gives the stated transfer syntax. */
    private static Optional<String> metaInformation(DicomInput input, Path file) {
        Optional<String> syntax = Optional.empty();
        long end = Long.MAX_VALUE;
        while (input.position() < end && isMeta(input.peek())) {
            ElementHeader header = ElementHeader.read(input, true, DatasetPlace.of(file));
            input.requireBytes(header.length(), header::toString);
            if (header.number() == META_GROUP << 16 && header.length() == 4) {
                end = input.fourBytes(() -> "the length of group 0002") + input.position();
            } else if (header.number() == DicomTag.TRANSFER_SYNTAX_UID.number() && header.length() <= LONGEST_FIRST_VALUE) {
                byte[] value = input.read((int) header.length(), header::toString);
                syntax = new DicomValue(ValueRepresentation.UI, value, ByteOrder.LITTLE_ENDIAN)
                        .texts(StandardCharsets.US_ASCII).stream().findFirst();
            } else {
                input.skip(header.length(), header::toString);
            }
        }
        return syntax;
    }

    private static InvalidInputException unknown(Path file, String uid) {
        String shown = uid.length() > 64 ? uid.substring(0, 64) + "…" : uid;
        return new InvalidInputException(Problem.UNSUPPORTED_ENCODING, file + ": the transfer syntax " + shown
                + " is not known here; convert the file to Explicit VR Little Endian first, for instance with gdcmconv --raw");
    }

    private static Optional<TransferSyntax> guess(byte[] next) {
        if (next.length < 8) {
            return Optional.empty();
        }
        boolean little = next[0] == FIRST_GROUP && next[1] == 0;
        boolean big = next[0] == 0 && next[1] == FIRST_GROUP;
        boolean explicit = ValueRepresentation.of(next[4], next[5]).isPresent();
        if (big && explicit) {
            return Optional.of(TransferSyntax.EXPLICIT_BIG_ENDIAN);
        }
        if (little && explicit) {
            return Optional.of(TransferSyntax.EXPLICIT_LITTLE_ENDIAN);
        }
        int length = next[4] & 0xFF | (next[5] & 0xFF) << 8 | (next[6] & 0xFF) << 16 | (next[7] & 0xFF) << 24;
        return little && length >= 0 && length <= LONGEST_FIRST_VALUE ? Optional.of(TransferSyntax.IMPLICIT_LITTLE_ENDIAN)
                : Optional.empty();
    }
}
