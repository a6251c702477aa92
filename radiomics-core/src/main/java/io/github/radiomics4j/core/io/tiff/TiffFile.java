package io.github.radiomics4j.core.io.tiff;

import io.github.radiomics4j.core.InvalidInputException;
import io.github.radiomics4j.core.InvalidInputException.Problem;
import io.github.radiomics4j.core.io.FileBytes;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The directories of a TIFF or BigTIFF file: one per page, each a map from tag to values. */
final class TiffFile {
    private static final int MOST_PAGES = 1 << 16;
    private static final int MOST_ENTRIES = 4096;
    /** Bytes of values of all directories together: the strips of a large stack take some MiB, descriptions some MiB more. */
    private static final long MOST_VALUE_BYTES = 64L << 20;
    private static final int BIG = 43;
    /** Bytes per value of types 0 to 18. */
    private static final int[] TYPE_BYTES = {0, 1, 1, 2, 4, 8, 1, 1, 2, 4, 8, 4, 8, 4, 0, 0, 8, 8, 8};

    private final FileBytes bytes;
    private final long length;
    private final ByteOrder order;
    private final boolean big;
    private long valueBytes;

    private TiffFile(FileBytes bytes, long length, ByteOrder order, boolean big) {
        this.bytes = bytes;
        this.length = length;
        this.order = order;
        this.big = big;
    }

    static boolean isTiff(byte[] start) {
        if (start.length < 4 || start[0] != start[1] || start[0] != 'I' && start[0] != 'M') {
            return false;
        }
        int version = start[0] == 'I' ? start[2] & 0xFF | (start[3] & 0xFF) << 8 : (start[2] & 0xFF) << 8 | start[3] & 0xFF;
        return version == 42 || version == BIG;
    }

    /** Goes through the chain of directories; one that comes back to itself is refused. */
    static List<TiffDirectory> directories(FileBytes bytes) {
        long length = bytes.atMost();
        byte[] start = bytes.readUpTo(16);
        if (!isTiff(start)) {
            Problem problem = length == 0 ? Problem.TRUNCATED : Problem.NOT_THIS_FORMAT;
            throw new InvalidInputException(problem, bytes.file()
                    + ": not TIFF: the file must begin with II or MM and the number 42 or 43");
        }
        ByteOrder order = start[0] == 'I' ? ByteOrder.LITTLE_ENDIAN : ByteOrder.BIG_ENDIAN;
        ByteBuffer header = ByteBuffer.wrap(start).order(order);
        TiffFile file = new TiffFile(bytes, length, order, header.getShort(2) == BIG);
        if (start.length < (file.big ? 16 : 8)) {
            throw new InvalidInputException(Problem.TRUNCATED, bytes.file() + ": the file ends within the TIFF header");
        }
        if (file.big && (header.getShort(4) != 8 || header.getShort(6) != 0)) {
            throw file.invalid("a BigTIFF has offsets of 8 bytes, the header says " + header.getShort(4));
        }
        long at = file.big ? header.getLong(8) : header.getInt(4) & 0xFFFFFFFFL;
        List<TiffDirectory> pages = new ArrayList<>();
        Set<Long> seen = new HashSet<>();
        while (at != 0) {
            if (!seen.add(at)) {
                throw file.invalid("the chain of pages comes back to the page at byte " + at);
            }
            if (seen.size() > MOST_PAGES) {
                throw new InvalidInputException(Problem.RESOURCE_LIMIT, bytes.file() + ": the file has more than " + MOST_PAGES + " pages");
            }
            Map<Integer, TiffDirectory.Field> fields = new HashMap<>();
            at = file.directory(at, fields);
            pages.add(new TiffDirectory(bytes.file(), order, fields));
        }
        if (pages.isEmpty()) {
            throw file.invalid("the file has no page");
        }
        return pages;
    }

    /** Reads one directory and gives back where the next one is, 0 for none. */
    private long directory(long at, Map<Integer, TiffDirectory.Field> fields) {
        int countBytes = big ? 8 : 2;
        int entryBytes = big ? 20 : 12;
        ByteBuffer head = read(at, countBytes);
        long entries = big ? head.getLong(0) : head.getShort(0) & 0xFFFF;
        if (entries < 0 || entries > MOST_ENTRIES) {
            throw invalid("the page at byte " + at + " has " + Long.toUnsignedString(entries) + " entries, at most " + MOST_ENTRIES
                    + " are read");
        }
        int tableBytes = (int) entries * entryBytes;
        ByteBuffer table = read(at + countBytes, tableBytes + (big ? 8 : 4));
        for (int i = 0; i < entries; i++) {
            int entry = i * entryBytes;
            int tag = table.getShort(entry) & 0xFFFF;
            if (TiffDirectory.TAGS.contains(tag)) {
                fields.putIfAbsent(tag, field(tag, table.slice(entry, entryBytes).order(order)));
            }
        }
        return big ? table.getLong(tableBytes) : table.getInt(tableBytes) & 0xFFFFFFFFL;
    }

    private TiffDirectory.Field field(int tag, ByteBuffer entry) {
        int type = entry.getShort(2) & 0xFFFF;
        long count = big ? entry.getLong(4) : entry.getInt(4) & 0xFFFFFFFFL;
        int inline = big ? 8 : 4;
        int place = big ? 12 : 8;
        int each = type < TYPE_BYTES.length ? TYPE_BYTES[type] : 0;
        if (each == 0) {
            throw invalid("tag " + tag + " has the unknown type " + type);
        }
        if (count < 0 || count > length / each + inline) {
            throw invalid("tag " + tag + " has " + Long.toUnsignedString(count) + " values, the file has " + length + " bytes");
        }
        int size = Math.toIntExact(Math.min(count * each, MOST_VALUE_BYTES));
        valueBytes += count * each;
        if (valueBytes > MOST_VALUE_BYTES) {
            throw new InvalidInputException(Problem.RESOURCE_LIMIT, bytes.file() + ": the tags of the TIFF take more than "
                    + MOST_VALUE_BYTES + " bytes");
        }
        byte[] value = new byte[size];
        if (size <= inline) {
            entry.get(place, value);
        } else {
            read(big ? entry.getLong(place) : entry.getInt(place) & 0xFFFFFFFFL, size).get(0, value);
        }
        return new TiffDirectory.Field(type, ByteBuffer.wrap(value).order(order));
    }

    private ByteBuffer read(long at, int count) {
        if (at < 0 || at > length - count) {
            throw invalid("an offset points to bytes " + Long.toUnsignedString(at) + " to " + Long.toUnsignedString(at + count)
                    + ", the file has " + length);
        }
        byte[] content = new byte[count];
        bytes.moveTo(at);
        bytes.readFully(content, 0, count);
        return ByteBuffer.wrap(content).order(order);
    }

    private InvalidInputException invalid(String what) {
        Path file = bytes.file();
        return new InvalidInputException(Problem.HEADER_INVALID, file + ": " + what);
    }
}
