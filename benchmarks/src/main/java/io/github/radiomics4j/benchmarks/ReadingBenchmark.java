package io.github.radiomics4j.benchmarks;

import io.github.radiomics4j.core.image.ScalarImage;
import io.github.radiomics4j.core.image.VoxelSpacing;
import io.github.radiomics4j.core.io.ImageFiles;
import io.github.radiomics4j.core.io.VoxelType;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;
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
 * Reading {@link SynthVolume}, 16.8 MB of 16-bit voxels, from files in the cache of the operating system, one thread: MB/s are 16777
 * by milliseconds per operation. {@link #bare} is the yardstick: the same files read to their end, through an {@link Inflater} where they
 * are compressed, and nothing made of the bytes.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Warmup(iterations = 4, time = 2)
@Measurement(iterations = 5, time = 2)
@Fork(2)
public class ReadingBenchmark {
    /** Bytes of a gzip header without optional parts, as {@link java.util.zip.GZIPOutputStream} writes it. */
    private static final int GZIP_HEADER = 10;
    private static final int BUFFER = 1 << 16;

    /** Names of the files; {@code dicom} is a folder of 128 uncompressed slices. */
    @Param({"volume.nii.gz", "volume.nii", "volume.nrrd", "dicom"})
    public String source;

    private Path folder;
    private Path image;
    private List<Path> files;
    private boolean compressed;
    private long deflateStart;

    /** Writes the files. */
    @Setup
    public void prepare() throws IOException {
        folder = Files.createTempDirectory("reading");
        image = folder.resolve(source);
        short[] voxels = SynthVolume.blob1m().image();
        if (source.equals("dicom")) {
            files = SynthDicom.write(voxels, Files.createDirectory(image));
        } else {
            ImageFiles.write(ScalarImage.of(ArrayImgs.shorts(voxels, SynthVolume.NX, SynthVolume.NY, SynthVolume.NZ),
                    VoxelSpacing.isotropic(1)), VoxelType.INT16, image);
            files = List.of(image);
        }
        boolean nrrd = source.endsWith(".nrrd");
        compressed = nrrd || source.endsWith(".gz");
        deflateStart = GZIP_HEADER + (nrrd ? new String(Files.readAllBytes(image), StandardCharsets.ISO_8859_1).indexOf("\n\n") + 2 : 0);
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
    public long bare() throws IOException, DataFormatException {
        long bytes = 0;
        for (Path file : files) {
            try (FileChannel channel = FileChannel.open(file)) {
                bytes += compressed ? inflated(channel.position(deflateStart)) : plain(channel);
            }
        }
        return bytes;
    }

    private static long plain(FileChannel channel) throws IOException {
        ByteBuffer buffer = ByteBuffer.allocate(BUFFER);
        long bytes = 0;
        for (int got = channel.read(buffer); got >= 0; got = channel.read(buffer.clear())) {
            bytes += got;
        }
        return bytes;
    }

    private static long inflated(FileChannel channel) throws IOException, DataFormatException {
        ByteBuffer buffer = ByteBuffer.allocate(BUFFER);
        byte[] out = new byte[BUFFER];
        Inflater inflater = new Inflater(true);
        try {
            while (!inflater.finished()) {
                if (inflater.needsInput()) {
                    int got = channel.read(buffer.clear());
                    if (got < 0) {
                        throw new IOException("the compressed data end too early");
                    }
                    inflater.setInput(buffer.array(), 0, got);
                }
                inflater.inflate(out);
            }
            return inflater.getBytesWritten();
        } finally {
            inflater.end();
        }
    }
}
