package io.github.radiomics4j.benchmarks;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.DataFormatException;
import java.util.zip.Deflater;
import java.util.zip.DeflaterOutputStream;
import java.util.zip.Inflater;

/** {@link SynthVolume} in formats that are read here but not written: MetaImage as one zlib stream, TIFF as one for each slice. */
final class SynthDeflated {
    static final String META_IMAGE_HEADER = "ObjectType = Image\nNDims = 3\nBinaryData = True\nBinaryDataByteOrderMSB = False\n"
            + "CompressedData = True\nDimSize = " + SynthVolume.NX + " " + SynthVolume.NY + " " + SynthVolume.NZ
            + "\nElementSpacing = 1 1 1\nElementType = MET_SHORT\nElementDataFile = LOCAL\n";
    private static final int TIFF_HEADER = 8;
    private static final int SHORT = 3;
    private static final int LONG = 4;
    private static final int SLICE = SynthVolume.NX * SynthVolume.NY;

    private SynthDeflated() {
    }

    static void metaImage(short[] voxels, Path file) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        out.writeBytes(META_IMAGE_HEADER.getBytes(StandardCharsets.US_ASCII));
        out.writeBytes(deflated(bytes(voxels, 0, voxels.length), false));
        Files.write(file, out.toByteArray());
    }

    /** The slices' streams behind the header, then the directories of the pages. */
    static void tiff(short[] voxels, Path file) throws IOException {
        List<byte[]> strips = new ArrayList<>();
        int directories = TIFF_HEADER;
        for (int z = 0; z < SynthVolume.NZ; z++) {
            strips.add(deflated(bytes(voxels, z * SLICE, SLICE), false));
            directories += strips.get(z).length;
        }
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        out.writeBytes(ByteBuffer.allocate(TIFF_HEADER).order(ByteOrder.LITTLE_ENDIAN).put((byte) 'I').put((byte) 'I').putShort((short) 42)
                .putInt(directories).array());
        strips.forEach(out::writeBytes);
        int strip = TIFF_HEADER;
        for (int z = 0; z < SynthVolume.NZ; z++) {
            boolean last = z + 1 == SynthVolume.NZ;
            byte[] page = page(strip, strips.get(z).length, last ? 0 : out.size());
            out.writeBytes(page);
            strip += strips.get(z).length;
        }
        Files.write(file, out.toByteArray());
    }

    /** A directory of ten entries; it is told where it stands, so that it can name the next, or 0 where there is none. */
    private static byte[] page(int strip, int stripBytes, int here) {
        int[][] entries = {{256, LONG, SynthVolume.NX}, {257, LONG, SynthVolume.NY}, {258, SHORT, 16}, {259, SHORT, 8}, {262, SHORT, 1},
            {273, LONG, strip}, {277, SHORT, 1}, {278, LONG, SynthVolume.NY}, {279, LONG, stripBytes}, {339, SHORT, 2}};
        int length = 2 + 12 * entries.length + 4;
        ByteBuffer page = ByteBuffer.allocate(length).order(ByteOrder.LITTLE_ENDIAN).putShort((short) entries.length);
        for (int[] entry : entries) {
            page.putShort((short) entry[0]).putShort((short) entry[1]).putInt(1).putInt(entry[2]);
        }
        return page.putInt(here == 0 ? 0 : here + length).array();
    }

    /** The yardstick for TIFF: how many bytes the slices' streams hold. */
    static long inflatedBytes(Path tiff) throws IOException {
        byte[] file = Files.readAllBytes(tiff);
        byte[] out = new byte[2 * SLICE];
        int at = TIFF_HEADER;
        long bytes = 0;
        for (int z = 0; z < SynthVolume.NZ; z++) {
            Inflater inflater = new Inflater();
            try {
                inflater.setInput(file, at, file.length - at);
                while (!inflater.finished()) {
                    inflater.inflate(out);
                }
                at += (int) inflater.getBytesRead();
                bytes += inflater.getBytesWritten();
            } catch (DataFormatException e) {
                throw new IOException(e);
            } finally {
                inflater.end();
            }
        }
        return bytes;
    }

    static byte[] bytes(short[] voxels, int from, int count) {
        ByteBuffer bytes = ByteBuffer.allocate(2 * count).order(ByteOrder.LITTLE_ENDIAN);
        bytes.asShortBuffer().put(voxels, from, count);
        return bytes.array();
    }

    /** A zlib stream, or a bare deflate stream. */
    static byte[] deflated(byte[] bytes, boolean bare) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        Deflater deflater = new Deflater(Deflater.DEFAULT_COMPRESSION, bare);
        try (DeflaterOutputStream stream = new DeflaterOutputStream(out, deflater)) {
            stream.write(bytes);
        } finally {
            deflater.end();
        }
        return out.toByteArray();
    }
}
