package io.github.radiomics4j.benchmarks;

import io.github.radiomics4j.core.extraction.FeatureExtractor;
import io.github.radiomics4j.core.image.GridSize;
import io.github.radiomics4j.core.image.IndexBox;
import io.github.radiomics4j.core.image.Mask;
import io.github.radiomics4j.core.image.ScalarImage;
import io.github.radiomics4j.core.intensity.IntensityStatisticsFeature;
import io.github.radiomics4j.core.map.FeatureMap;
import io.github.radiomics4j.core.map.FeatureMaps;
import io.github.radiomics4j.core.map.Window;
import io.github.radiomics4j.core.preprocessing.FixedBinNumber;
import io.github.radiomics4j.core.roi.PreparedRoi;
import io.github.radiomics4j.core.texture.GlcmFeature;
import io.github.radiomics4j.core.texture.Glrlm;
import io.github.radiomics4j.core.texture.GlrlmFeature;
import io.github.radiomics4j.core.texture.Glszm;
import io.github.radiomics4j.core.texture.GlszmFeature;
import io.github.radiomics4j.core.texture.Ngtdm;
import io.github.radiomics4j.core.texture.NgtdmFeature;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/**
 * Feature maps of a box of 64 × 64 × 32 voxels from the middle of {@link SynthVolume}, all of it region, on one thread. One operation is
 * one voxel, so a throughput is voxels per second.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.Throughput)
@OutputTimeUnit(TimeUnit.SECONDS)
@Warmup(iterations = 4, time = 2)
@Measurement(iterations = 5, time = 2)
@Fork(2)
public class FeatureMapBenchmark {
    private static final GridSize BOX = new GridSize(64, 64, 32);
    private static final int VOXELS = 64 * 64 * 32;

    /** Grey levels of the box. */
    @Param("32")
    public int levels;

    /** Voxels to either side of the centre, along each axis. */
    @Param("1")
    public int radius;

    private PreparedRoi roi;

    /** Makes the region. */
    @Setup
    public void prepare() {
        ScalarImage whole = SynthVolume.blob1m().scalarImage();
        int x = (SynthVolume.NX - BOX.x()) / 2;
        int y = (SynthVolume.NY - BOX.y()) / 2;
        int z = (SynthVolume.NZ - BOX.z()) / 2;
        IndexBox box = new IndexBox(x, y, z, x + BOX.x() - 1, y + BOX.y() - 1, z + BOX.z() - 1);
        byte[] inside = new byte[VOXELS];
        Arrays.fill(inside, (byte) 1);
        roi = FeatureExtractor.discretisedBy(new FixedBinNumber(levels))
                .prepare(ScalarImage.of(whole.copy(box), BOX, whole.geometry()), Mask.of(inside, BOX));
    }

    private List<FeatureMap> measured(FeatureMaps<?> maps) {
        return maps.withWindow(Window.cube(radius)).of(roi);
    }

    /** One co-occurrence feature, read off the differences of levels. */
    @Benchmark
    @OperationsPerInvocation(VOXELS)
    public List<FeatureMap> glcmContrastMap() {
        return measured(FeatureMaps.glcm(GlcmFeature.CONTRAST));
    }

    /** One co-occurrence feature that looks at every cell. */
    @Benchmark
    @OperationsPerInvocation(VOXELS)
    public List<FeatureMap> glcmJointEntropyMap() {
        return measured(FeatureMaps.glcm(GlcmFeature.JOINT_ENTROPY));
    }

    /** All 25 co-occurrence features. */
    @Benchmark
    @OperationsPerInvocation(VOXELS)
    public List<FeatureMap> glcmAllMap() {
        return measured(FeatureMaps.glcm(GlcmFeature.values()));
    }

    /** One statistic of the intensities. */
    @Benchmark
    @OperationsPerInvocation(VOXELS)
    public List<FeatureMap> meanIntensityMap() {
        return measured(FeatureMaps.intensityStatistics(IntensityStatisticsFeature.MEAN_INTENSITY));
    }

    /** All 18 statistics of the intensities. */
    @Benchmark
    @OperationsPerInvocation(VOXELS)
    public List<FeatureMap> firstOrderMap() {
        return measured(FeatureMaps.intensityStatistics(IntensityStatisticsFeature.values()));
    }

    /** One feature of a family without a kernel of its own. */
    @Benchmark
    @OperationsPerInvocation(VOXELS)
    public List<FeatureMap> glrlmMap() {
        return measured(FeatureMaps.of(new Glrlm(), List.of(GlrlmFeature.SHORT_RUNS_EMPHASIS)));
    }

    /** The same of size zones. */
    @Benchmark
    @OperationsPerInvocation(VOXELS)
    public List<FeatureMap> glszmMap() {
        return measured(FeatureMaps.of(new Glszm(), List.of(GlszmFeature.SMALL_ZONE_EMPHASIS)));
    }

    /** The same of tone differences. */
    @Benchmark
    @OperationsPerInvocation(VOXELS)
    public List<FeatureMap> ngtdmMap() {
        return measured(FeatureMaps.of(new Ngtdm(), List.of(NgtdmFeature.COARSENESS)));
    }
}
