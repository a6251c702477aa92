package io.github.radiomics4j.benchmarks;

import io.github.radiomics4j.core.extraction.FeatureExtractor;
import io.github.radiomics4j.core.feature.FeatureFamily;
import io.github.radiomics4j.core.feature.FeatureVector;
import io.github.radiomics4j.core.image.GridSize;
import io.github.radiomics4j.core.image.Mask;
import io.github.radiomics4j.core.image.ScalarImage;
import io.github.radiomics4j.core.image.VoxelSpacing;
import io.github.radiomics4j.core.intensity.IntensityHistogram;
import io.github.radiomics4j.core.intensity.IntensityStatistics;
import io.github.radiomics4j.core.intensity.IntensityVolumeHistogram;
import io.github.radiomics4j.core.morphology.Morphology;
import io.github.radiomics4j.core.preprocessing.FixedBinNumber;
import io.github.radiomics4j.core.texture.Glcm;
import io.github.radiomics4j.core.texture.Gldzm;
import io.github.radiomics4j.core.texture.Glrlm;
import io.github.radiomics4j.core.texture.Glszm;
import io.github.radiomics4j.core.texture.Ngldm;
import io.github.radiomics4j.core.texture.Ngtdm;
import java.util.List;
import java.util.concurrent.TimeUnit;
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
import org.openjdk.jmh.annotations.Warmup;

/**
 * From image and mask to all features but peaks, Moran's I and Geary's C, of a ball of noise in 32 levels: how time and memory grow with
 * the region, in a heap of 8 GB. The last, of 10⁸ voxels, takes most of the time.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Warmup(iterations = 2, time = 2)
@Measurement(iterations = 3, time = 2)
@Fork(value = 1, jvmArgsAppend = "-Xmx8g")
public class ScalingBenchmark {
    /** All families but for peaks, Moran's I and Geary's C. */
    static final List<FeatureFamily<?>> FAMILIES = List.of(new Morphology().withoutAutocorrelation(), new IntensityStatistics(),
            new IntensityHistogram(), new IntensityVolumeHistogram(), new Glcm(), new Glrlm(), new Glszm(), new Gldzm(), new Ngtdm(),
            new Ngldm());

    /** Voxels along each edge of the box. The ball has half as many: 0.52 of the cube of the edge. */
    @Param({"12", "27", "58", "124", "268", "580"})
    public int edge;

    private ScalarImage image;
    private Mask mask;

    /** Makes the ball. */
    @Setup
    public void prepare() {
        short[] values = new short[edge * edge * edge];
        byte[] inside = new byte[values.length];
        double centre = (edge - 1) / 2.0;
        for (int i = 0; i < values.length; i++) {
            int x = i % edge;
            int y = i / edge % edge;
            int z = i / edge / edge;
            values[i] = (short) (SynthVolume.hash(x / 2, y / 2, z / 2, 1) >>> 22);
            double square = (x - centre) * (x - centre) + (y - centre) * (y - centre) + (z - centre) * (z - centre);
            inside[i] = (byte) (square <= edge * edge / 4.0 ? 1 : 0);
        }
        image = ScalarImage.of(ArrayImgs.shorts(values, edge, edge, edge), VoxelSpacing.isotropic(1));
        mask = Mask.of(inside, new GridSize(edge, edge, edge));
    }

    /** All families but for peaks, Moran's I and Geary's C. */
    @Benchmark
    public FeatureVector everything() {
        return FeatureExtractor.discretisedBy(new FixedBinNumber(32)).withFamilies(FAMILIES).extract(image, mask);
    }
}
