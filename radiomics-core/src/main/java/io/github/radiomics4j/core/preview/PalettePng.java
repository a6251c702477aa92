package io.github.radiomics4j.core.preview;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.zip.CRC32;
import java.util.zip.Deflater;

/** Writes PNG with a palette: 255 greys and the colour of the outline. */
final class PalettePng {
    private static final byte[] SIGNATURE = {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1A, '\n'};
    private static final int BITS = 8;
    private static final int WITH_PALETTE = 3;
    /** An orange that stands out from every grey, for impaired colour vision too. */
    private static final int[] OUTLINE = {0xFF, 0x8C, 0x1A};

    private PalettePng() {
    }

    static byte[] of(byte[] levels, int width, int height) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        out.writeBytes(SIGNATURE);
        chunk(out, "IHDR", ByteBuffer.allocate(13).putInt(width).putInt(height).put((byte) BITS).put((byte) WITH_PALETTE).array());
        chunk(out, "PLTE", palette());
        chunk(out, "IDAT", compressed(rows(levels, width, height)));
        chunk(out, "IEND", new byte[0]);
        return out.toByteArray();
    }

    /** Length, type, content, and the check sum of the latter two. */
    private static void chunk(ByteArrayOutputStream out, String type, byte[] content) {
        byte[] name = type.getBytes(StandardCharsets.US_ASCII);
        CRC32 check = new CRC32();
        check.update(name);
        check.update(content);
        out.writeBytes(ByteBuffer.allocate(4).putInt(content.length).array());
        out.writeBytes(name);
        out.writeBytes(content);
        out.writeBytes(ByteBuffer.allocate(4).putInt((int) check.getValue()).array());
    }

    private static byte[] palette() {
        byte[] palette = new byte[3 * 256];
        for (int level = 0; level <= PreviewPicture.WHITE; level++) {
            byte grey = (byte) Math.round(level * 255.0 / PreviewPicture.WHITE);
            palette[3 * level] = grey;
            palette[3 * level + 1] = grey;
            palette[3 * level + 2] = grey;
        }
        for (int c = 0; c < OUTLINE.length; c++) {
            palette[3 * PreviewPicture.OUTLINE + c] = (byte) OUTLINE[c];
        }
        return palette;
    }

    /** Each row behind a 0: not filtered, which is what palettes compress best with. */
    private static byte[] rows(byte[] levels, int width, int height) {
        byte[] rows = new byte[(width + 1) * height];
        for (int y = 0; y < height; y++) {
            System.arraycopy(levels, width * y, rows, (width + 1) * y + 1, width);
        }
        return rows;
    }

    private static byte[] compressed(byte[] rows) {
        Deflater deflater = new Deflater(Deflater.BEST_COMPRESSION);
        try {
            deflater.setInput(rows);
            deflater.finish();
            ByteArrayOutputStream out = new ByteArrayOutputStream();
            byte[] part = new byte[8192];
            while (!deflater.finished()) {
                out.write(part, 0, deflater.deflate(part));
            }
            return out.toByteArray();
        } finally {
            deflater.end();
        }
    }
}
