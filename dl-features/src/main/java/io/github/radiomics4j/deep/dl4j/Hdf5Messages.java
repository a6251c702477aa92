package io.github.radiomics4j.deep.dl4j;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The messages in the header of one object of an HDF5 file: what the object is, where its data lie, what is attached to it. */
final class Hdf5Messages {
    private static final int DATASPACE = 1;
    private static final int DATATYPE = 3;
    private static final int LAYOUT = 8;
    private static final int FILTERS = 11;
    private static final int ATTRIBUTE = 12;
    private static final int CONTINUATION = 16;
    private static final int SYMBOL_TABLE = 17;
    private static final int FLOATING_POINT = 1;

    private final List<Message> messages = new ArrayList<>();

    private record Message(int type, ByteBuffer data) { }

    private record Block(long at, long length) { }

    /** Where the parts of a group lie: its tree of members and the heap of their names. */
    record SymbolTable(long tree, long heap) { }

    /** What is attached under a name: the type and shape it declares are passed over, its bytes remain. */
    record Attribute(int datatypeClass, int size, ByteBuffer value) { }

    Hdf5Messages(Hdf5File file, long address) {
        ByteBuffer header = file.slice(address, 16);
        if (header.get() != 1) {
            throw new IllegalArgumentException("object headers must have version 1, as h5py writes them by default");
        }
        List<Block> blocks = new ArrayList<>(List.of(new Block(address + 16, Integer.toUnsignedLong(header.getInt(8)))));
        for (int i = 0; i < blocks.size(); i++) {
            ByteBuffer block = file.slice(blocks.get(i).at(), blocks.get(i).length());
            while (block.remaining() >= Long.BYTES) {
                int type = Short.toUnsignedInt(block.getShort());
                int length = Short.toUnsignedInt(block.getShort());
                block.getInt();
                ByteBuffer data = part(block, length);
                if (type == CONTINUATION) {
                    file.requireWork();
                    blocks.add(new Block(data.getLong(), data.getLong()));
                } else {
                    messages.add(new Message(type, data));
                }
            }
        }
    }

    private static ByteBuffer part(ByteBuffer from, int length) {
        ByteBuffer part = from.slice(from.position(), length).order(ByteOrder.LITTLE_ENDIAN);
        from.position(from.position() + length);
        return part;
    }

    private Optional<ByteBuffer> first(int type) {
        return messages.stream().filter(m -> m.type() == type).findFirst().map(m -> m.data().duplicate().order(ByteOrder.LITTLE_ENDIAN));
    }

    Optional<SymbolTable> symbolTable() {
        return first(SYMBOL_TABLE).map(data -> new SymbolTable(data.getLong(), data.getLong()));
    }

    boolean isDataset() {
        return first(LAYOUT).isPresent();
    }

    Optional<Attribute> attribute(String name) {
        return messages.stream().filter(m -> m.type() == ATTRIBUTE)
                .flatMap(m -> attribute(m.data().duplicate().order(ByteOrder.LITTLE_ENDIAN), name).stream()).findFirst();
    }

    private static Optional<Attribute> attribute(ByteBuffer data, String wanted) {
        int version = data.get();
        int padding = version == 1 ? Long.BYTES : 1;
        data.get();
        int nameLength = Short.toUnsignedInt(data.getShort());
        int typeLength = Short.toUnsignedInt(data.getShort());
        int spaceLength = Short.toUnsignedInt(data.getShort());
        if (version == 3) {
            data.get();
        }
        ByteBuffer name = part(data, padded(nameLength, padding));
        if (!text(name).equals(wanted)) {
            return Optional.empty();
        }
        ByteBuffer type = part(data, padded(typeLength, padding));
        part(data, padded(spaceLength, padding));
        return Optional.of(new Attribute(type.get(0) & 0xf, type.getInt(4), data.slice().order(ByteOrder.LITTLE_ENDIAN)));
    }

    private static int padded(int length, int multiple) {
        return (length + multiple - 1) / multiple * multiple;
    }

    /** Up to the first zero. */
    static String text(ByteBuffer bytes) {
        int end = 0;
        while (end < bytes.limit() && bytes.get(end) != 0) {
            end++;
        }
        return StandardCharsets.UTF_8.decode(bytes.duplicate().position(0).limit(end)).toString();
    }

    /** Extents, slowest first; none for a single number. */
    long[] extents() {
        ByteBuffer data = first(DATASPACE).orElseThrow(() -> new IllegalArgumentException("a dataset without extents"));
        int version = data.get();
        int rank = data.get();
        data.position(version == 1 ? 8 : 4);
        long[] extents = new long[rank];
        for (int i = 0; i < rank; i++) {
            extents[i] = data.getLong();
        }
        return extents;
    }

    /** The numbers of a dataset that lie in one piece. */
    float[] numbers(Hdf5File file, int count) {
        ByteBuffer type = first(DATATYPE).orElseThrow(() -> new IllegalArgumentException("a dataset without type"));
        int size = type.getInt(4);
        if ((type.get(0) & 0xf) != FLOATING_POINT || (type.get(1) & 1) != 0 || size != Float.BYTES && size != Double.BYTES) {
            throw new IllegalArgumentException("weights must be little-endian numbers of single or double precision");
        }
        ByteBuffer layout = first(LAYOUT).orElseThrow();
        if (layout.get(0) != 3 || layout.get(1) != 1 || first(FILTERS).isPresent()) {
            throw new IllegalArgumentException("weights must lie in one piece, not in chunks and not compressed");
        }
        ByteBuffer data = file.slice(layout.getLong(2), Math.multiplyExact((long) count, size));
        float[] numbers = new float[count];
        for (int i = 0; i < count; i++) {
            numbers[i] = size == Float.BYTES ? data.getFloat() : (float) data.getDouble();
        }
        return numbers;
    }
}
