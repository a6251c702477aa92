package io.github.radiomics4j.benchmarks;

import io.github.radiomics4j.core.image.ScalarImage;
import io.github.radiomics4j.core.image.VoxelSpacing;
import io.github.radiomics4j.core.io.ImageFiles;
import io.github.radiomics4j.core.io.ImageReader;
import io.github.radiomics4j.core.io.VoxelType;
import io.github.radiomics4j.core.io.tiff.TiffReader;
import java.io.FileInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;
import java.util.zip.Inflater;
import java.util.zip.InflaterInputStream;
import net.imglib2.img.array.ArrayImgs;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.annotations.Warmup;

/**
 * Reading {@link SynthVolume}, 16.8 MB of 16-bit voxels, or an image of the user's ({@code -p source=PATH}) from files in the cache of the
 * operating system, one thread: MB/s are 16777 by milliseconds per operation. {@link #bare} is the yardstick: the same files read to their
 * end, inflated by the JDK where they are gzip, and nothing made of the bytes. {@link #kept} keeps them as they are, as a reader must:
 * giving out and filling 17 MB of memory takes longer than copying bytes from the cache of the operating system.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Warmup(iterations = 4, time = 2)
@Measurement(iterations = 5, time = 2)
@Fork(2)
public class ReadingBenchmark {
    private static final int BUFFER = 1 << 16;
    /** A TIFF does not say how large its voxels are. */
    private static final ImageReader READER = ImageFiles.with(List.of(new TiffReader().withSpacing(VoxelSpacing.isotropic(1))));

    /**
     * Names of files to be written, or the path of an image. {@code dicom} is a folder of 128 slices, uncompressed or each deflated;
     * MetaImage is one zlib stream, TIFF one for each slice.
     */
    @Param({"volume.nii.gz", "volume.nii", "volume.nrrd", "volume.mha", "volume.tif", "dicom", "dicom-deflated"})
    public String source;

    private Path folder;
    private Path image;
    private List<Path> files;

    /** Writes the files. */
    @Setup
    public void prepare() throws IOException {
        folder = Files.createTempDirectory("reading");
        Path given = Path.of(source);
        image = Files.exists(given) ? given : folder.resolve(source);
        if (image != given) {
            write(SynthVolume.blob1m().image());
        }
        try (Stream<Path> all = Files.walk(image)) {
            files = all.filter(Files::isRegularFile).sorted().toList();
        }
    }

    private void write(short[] voxels) throws IOException {
        if (source.startsWith("dicom")) {
            SynthDicom.write(voxels, Files.createDirectory(image), source.endsWith("deflated"));
        } else if (source.endsWith(".mha")) {
            SynthDeflated.metaImage(voxels, image);
        } else if (source.endsWith(".tif")) {
            SynthDeflated.tiff(voxels, image);
        } else {
            ImageFiles.write(ScalarImage.of(ArrayImgs.shorts(voxels, SynthVolume.NX, SynthVolume.NY, SynthVolume.NZ),
                    VoxelSpacing.isotropic(1)), VoxelType.INT16, image);
        }
    }

    /** Removes them. */
    @TearDown
    public void remove() throws IOException {
        try (Stream<Path> all = Files.walk(folder)) {
            for (Path path : all.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(path);
            }
        }
    }

    /** The image, by its reader. */
    @Benchmark
    public ScalarImage read() {
        return READER.read(image);
    }

    /** The yardstick: how many bytes come out. */
    @Benchmark
    public long bare() throws IOException {
        byte[] buffer = new byte[BUFFER];
        long bytes = 0;
        for (Path file : files) {
            if (file.toString().endsWith(".tif")) {
                bytes += SynthDeflated.inflatedBytes(file);
                continue;
            }
            try (InputStream content = content(file)) {
                for (int got = content.read(buffer); got >= 0; got = content.read(buffer)) {
                    bytes += got;
                }
            }
        }
        return bytes;
    }

    /** What is compressed inflated by the JDK, its place in the file being known here. */
    private InputStream content(Path file) throws IOException {
        FileInputStream plain = new FileInputStream(file.toFile());
        String name = file.getFileName().toString();
        if (name.endsWith(".nrrd") || name.endsWith(".gz")) {
            plain.skipNBytes(name.endsWith(".gz") ? 0 : nrrdHeader(file));
            return new GZIPInputStream(plain, BUFFER);
        } else if (name.endsWith(".mha")) {
            plain.skipNBytes(SynthDeflated.META_IMAGE_HEADER.length());
            return new InflaterInputStream(plain, new Inflater(), BUFFER);
        } else if (source.endsWith("deflated")) {
            plain.skipNBytes(SynthDicom.DATASET);
            return new InflaterInputStream(plain, new Inflater(true), BUFFER);
        }
        return plain;
    }

    /** It ends with an empty line. */
    private static int nrrdHeader(Path file) throws IOException {
        return new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1).indexOf("\n\n") + 2;
    }

    /** The bytes of the files in memory, compressed ones as they are. */
    @Benchmark
    public List<byte[]> kept() throws IOException {
        List<byte[]> all = new ArrayList<>();
        for (Path file : files) {
            all.add(Files.readAllBytes(file));
        }
        return all;
    }
}
