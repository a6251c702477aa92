package io.github.radiomics4j.core.io.dicom.pixels;

import io.github.radiomics4j.core.InvalidInputException;
import io.github.radiomics4j.core.InvalidInputException.Problem;
import io.github.radiomics4j.core.io.FileBytes;
import io.github.radiomics4j.core.io.ReadLimits;
import io.github.radiomics4j.core.io.dicom.dataset.DicomDataset;
import io.github.radiomics4j.core.io.dicom.dataset.DicomTag;
import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.List;

/**
 * Compressed pixels as they stand in the file (PS3.5, A.4): a table of offsets, which may be empty, then fragments, then a
 * delimiter. Fragments are told apart by their lengths alone, whatever bytes they hold.
 */
final class Fragments {
    private static final int ITEM = 0xE000FFFE;
    private static final int DELIMITER = 0xE0DDFFFE;

    private final FileBytes bytes;
    private final DicomDataset dataset;
    private final List<byte[]> fragments = new ArrayList<>();
    /** Of each fragment's item, counted from the first one's. */
    private final List<Long> offsets = new ArrayList<>();

    private Fragments(FileBytes bytes, DicomDataset dataset) {
        this.bytes = bytes;
        this.dataset = dataset;
    }

    /** The compressed bytes of each frame. */
    static List<byte[]> read(FileBytes bytes, DicomDataset dataset, int frames, ReadLimits limits) {
        Fragments items = new Fragments(bytes, dataset);
        int[] header = items.header();
        if (header[0] != ITEM) {
            throw items.invalid("must begin with the item of its offset table");
        }
        byte[] table = items.value(header[1]);
        items.readAll(limits);
        return items.byFrame(frames, table);
    }

    private void readAll(ReadLimits limits) {
        long offset = 0;
        for (int[] header = header(); header[0] != DELIMITER; header = header()) {
            if (header[0] != ITEM) {
                throw invalid("must consist of items, found another element between fragments");
            }
            long length = header[1] & 0xFFFFFFFFL;
            if (offset + length > limits.bytes()) {
                throw dataset.invalid(DicomTag.PIXEL_DATA, Problem.RESOURCE_LIMIT, "is more than the limit of " + limits.bytes()
                        + " bytes while compressed (ReadLimits)");
            }
            offsets.add(offset);
            fragments.add(value(header[1]));
            offset += length + 8;
        }
    }

    private int[] header() {
        byte[] header = new byte[8];
        bytes.readFully(header, 0, 8);
        ByteBuffer numbers = ByteBuffer.wrap(header).order(ByteOrder.LITTLE_ENDIAN);
        return new int[] {numbers.getInt(0), numbers.getInt(4)};
    }

    private byte[] value(int length) {
        bytes.require(length & 0xFFFFFFFFL);
        if (length < 0) {
            throw dataset.invalid(DicomTag.PIXEL_DATA, Problem.RESOURCE_LIMIT, "has a fragment of more than 2 GiB");
        }
        byte[] value = new byte[length];
        bytes.readFully(value, 0, length);
        return value;
    }

    private List<byte[]> byFrame(int frames, byte[] table) {
        if (fragments.size() < frames) {
            throw dataset.invalid(DicomTag.PIXEL_DATA, Problem.TRUNCATED, "must have a fragment for each frame (" + frames + "), found "
                    + fragments.size());
        }
        if (fragments.size() == frames) {
            return fragments;
        }
        List<Integer> first = new ArrayList<>(List.of(0));
        if (frames > 1) {
            if (table.length != 4L * frames) {
                throw invalid("has " + fragments.size() + " fragments for " + frames
                        + " frames and no table that says which belong together");
            }
            ByteBuffer stated = ByteBuffer.wrap(table).order(ByteOrder.LITTLE_ENDIAN);
            for (int frame = 1; frame < frames; frame++) {
                int fragment = offsets.indexOf(stated.getInt(4 * frame) & 0xFFFFFFFFL);
                if (fragment <= first.get(frame - 1)) {
                    throw invalid("has a table of offsets of which entry " + (frame + 1) + " is no start of a further fragment");
                }
                first.add(fragment);
            }
        }
        first.add(fragments.size());
        List<byte[]> joined = new ArrayList<>();
        for (int frame = 0; frame < frames; frame++) {
            ByteArrayOutputStream whole = new ByteArrayOutputStream();
            fragments.subList(first.get(frame), first.get(frame + 1)).forEach(whole::writeBytes);
            joined.add(whole.toByteArray());
        }
        return joined;
    }

    private InvalidInputException invalid(String rule) {
        return dataset.invalid(DicomTag.PIXEL_DATA, Problem.HEADER_INVALID, rule);
    }
}
