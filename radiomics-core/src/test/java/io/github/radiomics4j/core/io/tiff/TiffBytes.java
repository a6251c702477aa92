package io.github.radiomics4j.core.io.tiff;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Writes TIFF and BigTIFF files tag by tag, right or wrong ones. */
final class TiffBytes {
    private final ByteOrder order;
    private final boolean big;
    private final List<Map<Integer, byte[]>> pages = new ArrayList<>();
    private final List<Map<Integer, Integer>> types = new ArrayList<>();
    private final List<List<byte[]>> chunks = new ArrayList<>();

    TiffBytes(ByteOrder order, boolean big) {
        this.order = order;
        this.big = big;
    }

    /** A page of one strip or more, uncompressed, black at 0; change it with {@link #tag}. */
    TiffBytes page(int width, int height, int bits, int format, byte[]... strips) {
        pages.add(new TreeMap<>());
        types.add(new TreeMap<>());
        chunks.add(List.of(strips));
        return tag(256, 4, width).tag(257, 4, height).tag(258, 3, bits).tag(259, 3, 1).tag(262, 3, 1).tag(277, 3, 1)
                .tag(278, 4, (height + strips.length - 1) / strips.length).tag(339, 3, format);
    }

    TiffBytes tag(int tag, int type, long... values) {
        int each = type == 3 ? 2 : type == 1 || type == 2 ? 1 : 4;
        ByteBuffer out = ByteBuffer.allocate(each * values.length).order(order);
        for (long value : values) {
            switch (each) {
                case 1 -> out.put((byte) value);
                case 2 -> out.putShort((short) value);
                default -> out.putInt((int) value);
            }
        }
        return raw(tag, type, out.array());
    }

    TiffBytes text(String description) {
        return raw(270, 2, (description + "\0").getBytes(StandardCharsets.UTF_8));
    }

    TiffBytes without(int tag) {
        pages.get(pages.size() - 1).remove(tag);
        return this;
    }

    private TiffBytes raw(int tag, int type, byte[] value) {
        pages.get(pages.size() - 1).put(tag, value);
        types.get(types.size() - 1).put(tag, type);
        return this;
    }

    byte[] bytes() {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ByteBuffer head = ByteBuffer.allocate(big ? 16 : 8).order(order).put((byte) (order == ByteOrder.BIG_ENDIAN ? 'M' : 'I'))
                .put((byte) (order == ByteOrder.BIG_ENDIAN ? 'M' : 'I')).putShort((short) (big ? 43 : 42));
        if (big) {
            head.putShort((short) 8).putShort((short) 0).putLong(16);
        } else {
            head.putInt(8);
        }
        out.writeBytes(head.array());
        for (int i = 0; i < pages.size(); i++) {
            page(out, i);
        }
        return out.toByteArray();
    }

    /** The directory, then the values that do not fit into it, then the strips. */
    private void page(ByteArrayOutputStream out, int i) {
        Map<Integer, byte[]> tags = new TreeMap<>(pages.get(i));
        boolean tiled = tags.containsKey(322);
        int n = chunks.get(i).size();
        boolean placed = !types.get(i).containsKey(273);
        if (placed) {
            tags.put(tiled ? 324 : 273, new byte[4 * n]);
            tags.put(tiled ? 325 : 279, new byte[4 * n]);
        }
        int inline = big ? 8 : 4;
        int dataAt = out.size() + (big ? 16 : 6) + tags.size() * (big ? 20 : 12);
        int valuesBytes = tags.values().stream().mapToInt(value -> value.length > inline ? value.length : 0).sum();
        if (placed) {
            ByteBuffer offsets = ByteBuffer.wrap(tags.get(tiled ? 324 : 273)).order(order);
            ByteBuffer counts = ByteBuffer.wrap(tags.get(tiled ? 325 : 279)).order(order);
            int at = dataAt + valuesBytes;
            for (byte[] chunk : chunks.get(i)) {
                offsets.putInt(at);
                counts.putInt(chunk.length);
                at += chunk.length;
            }
        }
        int chunkBytes = chunks.get(i).stream().mapToInt(chunk -> chunk.length).sum();
        ByteBuffer directory = ByteBuffer.allocate(dataAt - out.size() + valuesBytes).order(order);
        if (big) {
            directory.putLong(tags.size());
        } else {
            directory.putShort((short) tags.size());
        }
        int valueAt = dataAt;
        ByteArrayOutputStream values = new ByteArrayOutputStream();
        for (Map.Entry<Integer, byte[]> tag : tags.entrySet()) {
            int type = types.get(i).getOrDefault(tag.getKey(), 4);
            int each = type == 3 ? 2 : type == 1 || type == 2 ? 1 : type == 5 ? 8 : 4;
            byte[] value = tag.getValue();
            directory.putShort((short) (int) tag.getKey()).putShort((short) type);
            putWord(directory, value.length / each);
            if (value.length > inline) {
                putWord(directory, valueAt);
                values.writeBytes(value);
                valueAt += value.length;
            } else {
                directory.put(value).put(new byte[inline - value.length]);
            }
        }
        putWord(directory, i + 1 < pages.size() ? dataAt + valuesBytes + chunkBytes : 0);
        directory.put(values.toByteArray());
        out.writeBytes(directory.array());
        chunks.get(i).forEach(out::writeBytes);
    }

    private void putWord(ByteBuffer out, long value) {
        if (big) {
            out.putLong(value);
        } else {
            out.putInt((int) value);
        }
    }
}
