package io.github.radiomics4j.benchmarks;

import io.github.radiomics4j.core.extraction.FeatureExtractor;
import io.github.radiomics4j.core.feature.FeatureVector;
import io.github.radiomics4j.core.image.Mask;
import io.github.radiomics4j.core.image.ScalarImage;
import io.github.radiomics4j.core.image.VoxelSpacing;
import io.github.radiomics4j.core.preprocessing.FixedBinNumber;
import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.IntPredicate;
import net.imglib2.img.array.ArrayImgs;

/**
 * The smallest heap in which all families but for peaks, Moran's I and Geary's C are measured on {@link SynthVolume}, one thread, 32
 * levels: {@code java -cp benchmarks.jar io.github.radiomics4j.benchmarks.PeakHeap}. Every try is a Java machine of its own, with
 * {@code -Xmx} by bisection; it reads image and mask from a file, since making them takes more memory than measuring them.
 *
 * <p>The machines collect garbage with {@code -XX:+UseSerialGC}: other collectors leave room unused that depends on the machine, and the
 * figure would move. It counts all that must lie in the heap at once, Java's own objects included, and what the collector cannot use
 * because it keeps young and old objects apart; {@code -Xmn} in the arguments, which are handed on to the tries, moves that boundary.
 */
public final class PeakHeap {
    private static final String TRY = "try";
    private static final int LARGEST_MIB = 1024;
    private static final double MIB = 1 << 20;

    private PeakHeap() {
    }

    /**
     * Measures and prints.
     *
     * @param args options of Java for the tries
     * @throws IOException where the volume cannot be written to a file or a try cannot be started
     * @throws InterruptedException where the thread is told to stop
     */
    public static void main(String[] args) throws IOException, InterruptedException {
        if (args.length == 2 && args[0].equals(TRY)) {
            measure(Path.of(args[1]));
            return;
        }
        Path volume = Files.createTempFile("blob1m", ".raw");
        try {
            write(SynthVolume.blob1m(), volume);
            System.out.println(report(smallest(1, LARGEST_MIB, mib -> runs(mib, args, volume)), SynthVolume.SIZE.voxels()));
        } finally {
            Files.delete(volume);
        }
    }

    /**
     * The smallest number that is enough, where every larger one is enough as well.
     *
     * @throws IllegalStateException where the largest is not enough
     */
    static int smallest(int least, int largest, IntPredicate isEnough) {
        if (!isEnough.test(largest)) {
            throw new IllegalStateException("not even " + largest + " MiB are enough; see what the try has printed");
        }
        int low = least;
        int high = largest;
        while (low < high) {
            int middle = low + (high - low) / 2;
            if (isEnough.test(middle)) {
                high = middle;
            } else {
                low = middle + 1;
            }
        }
        return low;
    }

    /** What was found, for an image of 16-bit voxels and a mask of bytes. */
    static String report(int smallestMib, long voxels) {
        double held = (Short.BYTES + Byte.BYTES) * voxels / MIB;
        return String.format(Locale.ROOT, "smallest heap %d MiB, of which image and mask %.1f MiB: %.1f MiB (%.1f MB) beyond them",
                smallestMib, held, smallestMib - held, (smallestMib - held) * MIB / 1e6);
    }

    private static boolean runs(int mib, String[] options, Path volume) {
        List<String> command = new ArrayList<>(List.of(Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:+UseSerialGC", "-Xmx" + mib + "m"));
        command.addAll(List.of(options));
        command.addAll(List.of("-cp", System.getProperty("java.class.path"), PeakHeap.class.getName(), TRY, volume.toString()));
        ProcessBuilder builder = new ProcessBuilder(command).redirectOutput(ProcessBuilder.Redirect.DISCARD);
        builder.redirectError(mib == LARGEST_MIB ? ProcessBuilder.Redirect.INHERIT : ProcessBuilder.Redirect.DISCARD);
        try {
            return builder.start().waitFor() == 0;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            throw new IllegalStateException("told to stop while a try was running", e);
        }
    }

    private static void write(SynthVolume volume, Path file) throws IOException {
        try (DataOutputStream out = new DataOutputStream(new BufferedOutputStream(Files.newOutputStream(file)))) {
            for (short value : volume.image()) {
                out.writeShort(value);
            }
            out.write(volume.mask());
        }
    }

    private static FeatureVector measure(Path file) throws IOException {
        short[] image = new short[(int) SynthVolume.SIZE.voxels()];
        byte[] mask = new byte[image.length];
        try (DataInputStream in = new DataInputStream(new BufferedInputStream(Files.newInputStream(file)))) {
            for (int i = 0; i < image.length; i++) {
                image[i] = in.readShort();
            }
            in.readFully(mask);
        }
        return FeatureExtractor.discretisedBy(new FixedBinNumber(32)).withFamilies(ScalingBenchmark.FAMILIES).extract(
                ScalarImage.of(ArrayImgs.shorts(image, SynthVolume.NX, SynthVolume.NY, SynthVolume.NZ), VoxelSpacing.isotropic(1)),
                Mask.of(mask, SynthVolume.SIZE));
    }
}
