package io.github.radiomics4j.benchmarks;

import io.github.radiomics4j.core.image.ScalarImage;
import io.github.radiomics4j.core.image.VoxelSpacing;
import io.github.radiomics4j.core.io.ImageFiles;
import io.github.radiomics4j.core.io.VoxelType;
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

    /** Names of files to be written, {@code dicom} being a folder of 128 uncompressed slices, or the path of an image. */
    @Param({"volume.nii.gz", "volume.nii", "volume.nrrd", "dicom"})
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
        if (source.equals("dicom")) {
            SynthDicom.write(voxels, Files.createDirectory(image));
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
        return ImageFiles.read(image);
    }

    /** The yardstick: how many bytes come out. */
    @Benchmark
    public long bare() throws IOException {
        byte[] buffer = new byte[BUFFER];
        long bytes = 0;
        for (Path file : files) {
            try (InputStream content = content(file)) {
                for (int got = content.read(buffer); got >= 0; got = content.read(buffer)) {
                    bytes += got;
                }
            }
        }
        return bytes;
    }

    private static InputStream content(Path file) throws IOException {
        FileInputStream plain = new FileInputStream(file.toFile());
        String name = file.getFileName().toString();
        if (name.endsWith(".nrrd")) {
            // gzip follows the header, which an empty line ends
            plain.skipNBytes(new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1).indexOf("\n\n") + 2);
        }
        return name.endsWith(".nrrd") || name.endsWith(".gz") ? new GZIPInputStream(plain, BUFFER) : plain;
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
