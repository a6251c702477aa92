package io.github.radiomics4j.deep.dl4j;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * An HDF5 file as h5py writes it by default (superblock 0, groups of symbol tables), as far as Keras uses it: groups, texts attached
 * to them, and arrays of numbers that lie in one piece. What is found otherwise, or broken, throws a runtime exception.
 *
 * <p>The format's own library is not used: DL4J reads texts through it in a way that damages memory.
 */
final class Hdf5File {
    private static final int VARIABLE_LENGTH = 9;
    private static final int TEXT = 3;
    private static final int SYMBOL_BYTES = 40;
    private static final int LARGEST_DEPTH = 32;
    private static final int MOST_OBJECTS = 1_000_000;

    private final ByteBuffer bytes;
    private final long root;
    private int objects;

    /** An array of numbers. */
    record Dataset(long[] extents, float[] numbers) { }

    Hdf5File(byte[] content) {
        this.bytes = ByteBuffer.wrap(content).order(ByteOrder.LITTLE_ENDIAN);
        if (bytes.get(8) != 0 || bytes.get(13) != Long.BYTES || bytes.get(14) != Long.BYTES || bytes.getLong(24) != 0) {
            throw new IllegalArgumentException("its superblock must have version 0 and addresses of 8 bytes, as"
                    + " h5py writes them by default");
        }
        if (bytes.getLong(40) > content.length) {
            throw new IllegalArgumentException("it has " + content.length + " of " + bytes.getLong(40) + " bytes");
        }
        this.root = bytes.getLong(64);
    }

    ByteBuffer slice(long at, long length) {
        return bytes.slice(Math.toIntExact(at), Math.toIntExact(length)).order(ByteOrder.LITTLE_ENDIAN);
    }

    /** A damaged file may lead round in circles. */
    void requireWork() {
        if (++objects > MOST_OBJECTS) {
            throw new IllegalArgumentException("it holds more than " + MOST_OBJECTS + " objects or leads in circles");
        }
    }

    /** A text attached to the file's root. */
    Optional<String> text(String attribute) {
        return new Hdf5Messages(this, root).attribute(attribute).map(this::text);
    }

    private String text(Hdf5Messages.Attribute attribute) {
        ByteBuffer value = attribute.value();
        return switch (attribute.datatypeClass()) {
            case TEXT -> Hdf5Messages.text(value.slice(0, attribute.size()));
            case VARIABLE_LENGTH -> Hdf5Messages.text(fromHeap(value.getLong(4), value.getInt(12)).slice(0, value.getInt(0)));
            default -> throw new IllegalArgumentException("an attribute that should be a text is none");
        };
    }

    private ByteBuffer fromHeap(long collection, int wanted) {
        ByteBuffer heap = slice(collection, requireSigned(collection, "GCOL").getLong(8));
        heap.position(16);
        while (heap.remaining() >= 16) {
            int index = Short.toUnsignedInt(heap.getShort());
            heap.position(heap.position() + 6);
            int length = Math.toIntExact(heap.getLong());
            if (index == wanted) {
                return heap.slice(heap.position(), length);
            }
            heap.position(Math.addExact(heap.position(), (length + 7) / 8 * 8));
        }
        throw new IllegalArgumentException("a text points to nowhere");
    }

    private ByteBuffer requireSigned(long address, String signature) {
        ByteBuffer found = slice(address, 16);
        for (int i = 0; i < signature.length(); i++) {
            if (found.get(i) != signature.charAt(i)) {
                throw new IllegalArgumentException("no " + signature + " at byte " + address);
            }
        }
        return found;
    }

    /**
     * All arrays under a path, by the last part of their own: those of deeper groups too.
     *
     * @return empty where there is no such group
     */
    Map<String, Dataset> datasets(String path) {
        long at = root;
        for (String part : path.split("/")) {
            Long next = new Hdf5Messages(this, at).symbolTable().map(this::members).map(m -> m.get(part)).orElse(null);
            if (next == null) {
                return Map.of();
            }
            at = next;
        }
        Map<String, Dataset> found = new LinkedHashMap<>();
        collect(at, found, 0);
        return found;
    }

    private void collect(long group, Map<String, Dataset> found, int depth) {
        requireDepth(depth);
        new Hdf5Messages(this, group).symbolTable().map(this::members).orElse(Map.of()).forEach((name, address) -> {
            Hdf5Messages member = new Hdf5Messages(this, address);
            if (!member.isDataset()) {
                collect(address, found, depth + 1);
            } else if (found.put(name, dataset(member)) != null) {
                throw new IllegalArgumentException("two arrays of one layer have the name " + name);
            }
        });
    }

    private Dataset dataset(Hdf5Messages messages) {
        long[] extents = messages.extents();
        long count = 1;
        for (long extent : extents) {
            count = Math.multiplyExact(count, extent);
        }
        if (count < 0 || count > bytes.limit()) {
            throw new IllegalArgumentException("an array of " + count + " numbers");
        }
        return new Dataset(extents, messages.numbers(this, (int) count));
    }

    private Map<String, Long> members(Hdf5Messages.SymbolTable table) {
        ByteBuffer heap = slice(table.heap(), 32);
        requireSigned(table.heap(), "HEAP");
        ByteBuffer names = slice(heap.getLong(24), heap.getLong(8));
        List<Long> nodes = new ArrayList<>();
        leaves(table.tree(), nodes, 0);
        Map<String, Long> members = new LinkedHashMap<>();
        for (long node : nodes) {
            int count = Short.toUnsignedInt(requireSigned(node, "SNOD").getShort(6));
            ByteBuffer symbols = slice(node + 8, (long) count * SYMBOL_BYTES);
            for (int i = 0; i < count; i++) {
                requireWork();
                int name = Math.toIntExact(symbols.getLong(i * SYMBOL_BYTES));
                members.put(Hdf5Messages.text(names.slice(name, names.limit() - name)), symbols.getLong(i * SYMBOL_BYTES + 8));
            }
        }
        return members;
    }

    private void leaves(long tree, List<Long> nodes, int depth) {
        requireDepth(depth);
        ByteBuffer head = requireSigned(tree, "TREE");
        int level = head.get(5);
        int used = Short.toUnsignedInt(head.getShort(6));
        ByteBuffer children = slice(tree + 24, 16L * used + 8);
        for (int i = 0; i < used; i++) {
            requireWork();
            long child = children.getLong(16 * i + 8);
            if (level == 0) {
                nodes.add(child);
            } else {
                leaves(child, nodes, depth + 1);
            }
        }
    }

    private static void requireDepth(int depth) {
        if (depth > LARGEST_DEPTH) {
            throw new IllegalArgumentException("groups nested more than " + LARGEST_DEPTH + " deep");
        }
    }
}
