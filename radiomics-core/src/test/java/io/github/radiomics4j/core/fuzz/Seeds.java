package io.github.radiomics4j.core.fuzz;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.zip.DeflaterOutputStream;
import java.util.zip.GZIPOutputStream;

/** Small sound files of each format, with which fuzzing begins: voxels 1 to 6, most of them 3 × 2 × 1. */
public final class Seeds {
    private static final byte[] VOXELS = {1, 2, 3, 4, 5, 6};

    private Seeds() {
    }

    /**
     * Writes the seeds, one folder per format.
     *
     * @param args the folder that gets the folders
     * @throws IOException where that fails
     */
    public static void main(String[] args) throws IOException {
        for (Map.Entry<String, byte[]> seed : all().entrySet()) {
            Path file = Path.of(args[0]).resolve(seed.getKey());
            Files.createDirectories(file.getParent());
            Files.write(file, seed.getValue());
        }
    }

    /** Folder and name of each seed, and its content. */
    static Map<String, byte[]> all() throws IOException {
        Map<String, byte[]> seeds = new LinkedHashMap<>();
        seeds.put("nifti/plain.nii", nifti(ByteOrder.LITTLE_ENDIAN));
        seeds.put("nifti/big-endian.nii", nifti(ByteOrder.BIG_ENDIAN));
        seeds.put("nifti/compressed.nii.gz", gzip(nifti(ByteOrder.LITTLE_ENDIAN)));
        String nrrd = "NRRD0005\ntype: uchar\ndimension: 3\nsizes: 3 2 1\n";
        String space = "space: left-posterior-superior\nspace directions: (1,0,0) (0,2,0) (0,0,3)\nspace origin: (1,2,3)\n";
        seeds.put("nrrd/raw.nrrd", with(nrrd + space + "kinds: domain domain domain\nencoding: raw\n\n", VOXELS));
        seeds.put("nrrd/gzip.nrrd", with(nrrd + "spacings: 1 2 3\nunits: \"mm\" \"mm\" \"cm\"\nencoding: gzip\n\n", gzip(VOXELS)));
        seeds.put("nrrd/hex.nrrd", with(nrrd + space + "line skip: 1\nencoding: hex\n\n", ascii("#\n010203040506")));
        seeds.put("nrrd/ascii.nrrd", with(nrrd + space + "encoding: ascii\n\n", ascii("1 2 3 4 5 6")));
        String meta = "ObjectType = Image\nNDims = 3\nDimSize = 3 2 1\nElementType = MET_UCHAR\nElementSpacing = 1 2 3\n"
                + "Offset = 1 2 3\nTransformMatrix = 0 1 0 1 0 0 0 0 1\n";
        seeds.put("metaimage/raw.mha", with(meta + "BinaryDataByteOrderMSB = False\nElementDataFile = LOCAL\n", VOXELS));
        seeds.put("metaimage/zlib.mha", with(meta + "CompressedData = True\nElementDataFile = LOCAL\n", zlib(VOXELS)));
        seeds.put("metaimage/text.mha", with(meta + "BinaryData = False\nElementToIntensityFunctionSlope = 2\nElementDataFile = LOCAL\n",
                ascii("1 2 3 4 5 6")));
        seeds.put("tiff/plain.tif", tiff(1, 1, VOXELS, "ImageJ=1\nunit=mm\nspacing=2\n"));
        seeds.put("tiff/deflate.tif", tiff(8, 2, zlib(VOXELS), "<OME><Image><Pixels SizeZ=\"1\" PhysicalSizeX=\"1\"/></Image></OME>"));
        seeds.put("tiff/packbits.tif", tiff(32773, 1, new byte[] {5, 1, 2, 3, 4, 5, 6}, ""));
        // codes of 9 bits: clear, 1 to 6, end
        seeds.put("tiff/lzw.tif", tiff(5, 1, new byte[] {(byte) 0x80, 0x00, 0x40, 0x40, 0x30, 0x20, 0x14, 0x0D, 0x01}, ""));
        seeds.putAll(DicomSeeds.all(VOXELS));
        return seeds;
    }

    private static byte[] ascii(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }

    private static byte[] with(String header, byte[] data) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        out.writeBytes(ascii(header));
        out.writeBytes(data);
        return out.toByteArray();
    }

    private static byte[] gzip(byte[] bytes) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (GZIPOutputStream gzip = new GZIPOutputStream(out)) {
            gzip.write(bytes);
        }
        return out.toByteArray();
    }

    private static byte[] zlib(byte[] bytes) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (DeflaterOutputStream deflater = new DeflaterOutputStream(out)) {
            deflater.write(bytes);
        }
        return out.toByteArray();
    }

    private static byte[] nifti(ByteOrder order) {
        ByteBuffer out = ByteBuffer.allocate(352 + 6).order(order).putInt(0, 348);
        short[] dimensions = {3, 3, 2, 1, 1, 1, 1, 1};
        for (int i = 0; i < 8; i++) {
            out.putShort(40 + 2 * i, dimensions[i]);
            out.putFloat(76 + 4 * i, 1);
        }
        out.putShort(70, (short) 2).putShort(72, (short) 8).putFloat(108, 352).putFloat(112, 1).put(123, (byte) 2).putShort(254, (short) 1);
        for (int row = 0; row < 3; row++) {
            out.putFloat(280 + 16 * row + 4 * row, 1);
        }
        return out.put(344, ascii("n+1\0")).put(352, VOXELS).array();
    }

    /** One strip of 3 × 2 bytes, the description behind it. */
    private static byte[] tiff(int compression, int predictor, byte[] strip, String description) {
        int[][] tags = {{256, 4, 1, 3}, {257, 4, 1, 2}, {258, 3, 1, 8}, {259, 3, 1, compression}, {262, 3, 1, 1},
            {270, 2, description.length() + 5, 150 + strip.length}, {273, 4, 1, 150}, {277, 3, 1, 1}, {278, 4, 1, 2},
            {279, 4, 1, strip.length}, {317, 3, 1, predictor}};
        ByteBuffer out = ByteBuffer.allocate(150 + strip.length + description.length() + 5).order(ByteOrder.LITTLE_ENDIAN)
                .put(ascii("II")).putShort((short) 42).putInt(8).putShort((short) tags.length);
        for (int[] tag : tags) {
            out.putShort((short) tag[0]).putShort((short) tag[1]).putInt(tag[2]).putInt(tag[3]);
        }
        return out.put(150, strip).put(150 + strip.length, ascii(description)).array();
    }
}
