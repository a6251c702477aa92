package io.github.radiomics4j.benchmarks;

import io.github.radiomics4j.core.extraction.FeatureExtractor;
import io.github.radiomics4j.core.feature.Aggregation;
import io.github.radiomics4j.core.feature.FeatureFamily;
import io.github.radiomics4j.core.feature.FeatureVector;
import io.github.radiomics4j.core.intensity.IntensityHistogram;
import io.github.radiomics4j.core.intensity.IntensityStatistics;
import io.github.radiomics4j.core.intensity.IntensityVolumeHistogram;
import io.github.radiomics4j.core.intensity.LocalIntensity;
import io.github.radiomics4j.core.morphology.Morphology;
import io.github.radiomics4j.core.morphology.SpatialAutocorrelation;
import io.github.radiomics4j.core.preprocessing.FixedBinNumber;
import io.github.radiomics4j.core.roi.LevelGrid;
import io.github.radiomics4j.core.roi.PreparedRoi;
import io.github.radiomics4j.core.texture.Glcm;
import io.github.radiomics4j.core.texture.Gldzm;
import io.github.radiomics4j.core.texture.Glrlm;
import io.github.radiomics4j.core.texture.Glszm;
import io.github.radiomics4j.core.texture.Ngldm;
import io.github.radiomics4j.core.texture.Ngtdm;
import java.util.List;
import java.util.concurrent.ForkJoinPool;
import java.util.concurrent.TimeUnit;
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
 * All features of a family on {@link SynthVolume}, from the prepared region on; matrices 3D merged unless the name says otherwise. One
 * operation is one region of 1 000 245 voxels, so milliseconds per operation are nanoseconds per region voxel. {@link #bareLoop} is the
 * yardstick: it fills the 13 co-occurrence tables of the same levels and does nothing else.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Warmup(iterations = 4, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(2)
public class FamilyBenchmark {
    private static final List<FeatureFamily<?>> TEXTURES = List.of(new Glcm(), new Glrlm(), new Glszm(), new Gldzm(), new Ngtdm(),
            new Ngldm());

    /** Grey levels of the region. */
    @Param({"32", "64", "256"})
    public int levels;

    /** Short runs and small zones, or long runs and large zones. */
    @Param({"FINE", "COARSE"})
    public SynthVolume.Texture texture;

    /** Threads of the pool that measures; 1 is the benchmark's own. */
    @Param("1")
    public int threads = 1;

    private PreparedRoi roi;
    private ForkJoinPool pool;
    private int[][] tables;

    /** Makes the region. */
    @Setup
    public void prepare() {
        SynthVolume volume = SynthVolume.blob1m(texture);
        roi = FeatureExtractor.discretisedBy(new FixedBinNumber(levels)).prepare(volume.scalarImage(), volume.regionMask());
        tables = new int[13][(levels + 1) * (levels + 1)];
        pool = new ForkJoinPool(threads);
    }

    /** Ends the threads. */
    @TearDown
    public void end() {
        pool.shutdown();
    }

    private FeatureVector measured(FeatureFamily<?>... families) {
        return measured(List.of(families), List.of(Aggregation.THREE_D_MERGED));
    }

    private FeatureVector measured(List<FeatureFamily<?>> families, List<Aggregation> aggregations) {
        return measured(FeatureExtractor.discretisedBy(new FixedBinNumber(levels)).withFamilies(families).aggregatedBy(aggregations));
    }

    private FeatureVector measured(FeatureExtractor extractor) {
        return threads == 1 ? extractor.measure(roi) : pool.submit(() -> extractor.measure(roi)).join();
    }

    /** Counting and 25 features. */
    @Benchmark
    public FeatureVector glcm() {
        return measured(new Glcm());
    }

    /** Counting and 16 features. */
    @Benchmark
    public FeatureVector glrlm() {
        return measured(new Glrlm());
    }

    /** Zones and 16 features. */
    @Benchmark
    public FeatureVector glszm() {
        return measured(new Glszm());
    }

    /** Zones, distances and 16 features. */
    @Benchmark
    public FeatureVector gldzm() {
        return measured(new Gldzm());
    }

    /** Both families of zones. */
    @Benchmark
    public FeatureVector glszmAndGldzm() {
        return measured(new Glszm(), new Gldzm());
    }

    /** Sums over neighbourhoods and 5 features. */
    @Benchmark
    public FeatureVector ngtdm() {
        return measured(new Ngtdm());
    }

    /** Dependence counts and 17 features. */
    @Benchmark
    public FeatureVector ngldm() {
        return measured(new Ngldm());
    }

    /** Both families of neighbourhoods. */
    @Benchmark
    public FeatureVector ngtdmAndNgldm() {
        return measured(new Ngtdm(), new Ngldm());
    }

    /** Intensity statistics, intensity histogram and intensity-volume histogram. */
    @Benchmark
    public FeatureVector intensity() {
        return measured(new IntensityStatistics(), new IntensityHistogram(), new IntensityVolumeHistogram());
    }

    /** Morphology but for Moran's I and Geary's C. */
    @Benchmark
    public FeatureVector morphology() {
        return measured(new Morphology().withoutAutocorrelation());
    }

    /** Moran's I and Geary's C, over all pairs of voxels. */
    @Benchmark
    public SpatialAutocorrelation spatialCorrelation() {
        return threads == 1 ? SpatialAutocorrelation.of(roi.intensities(), roi.spacing())
                : pool.submit(() -> SpatialAutocorrelation.of(roi.intensities(), roi.spacing())).join();
    }

    /** Local and global peak. */
    @Benchmark
    public FeatureVector localIntensity() {
        return measured(new LocalIntensity());
    }

    /** All textures in all six aggregations. */
    @Benchmark
    public FeatureVector allAggregations() {
        return measured(TEXTURES, List.of(Aggregation.TWO_D_AVERAGED, Aggregation.TWO_D_SLICE_MERGED,
                Aggregation.TWO_HALF_D_DIRECTION_MERGED, Aggregation.TWO_HALF_D_MERGED, Aggregation.THREE_D_AVERAGED,
                Aggregation.THREE_D_MERGED));
    }

    /** All families but for peaks, Moran's I and Geary's C. */
    @Benchmark
    public FeatureVector everything() {
        return measured(new Morphology().withoutAutocorrelation(), new IntensityStatistics(), new IntensityHistogram(),
                new IntensityVolumeHistogram(), new Glcm(), new Glrlm(), new Glszm(), new Gldzm(), new Ngtdm(), new Ngldm());
    }

    /** All families with all their features. */
    @Benchmark
    public FeatureVector complete() {
        return measured(FeatureExtractor.discretisedBy(new FixedBinNumber(levels)));
    }

    /** The yardstick: 13 tables of co-occurrences by a plain loop, nothing else. */
    @Benchmark
    public int[][] bareLoop() {
        LevelGrid grid = roi.levels();
        short[] v = grid.bordered();
        int width = levels + 1;
        int row = grid.rowStride();
        int slice = grid.sliceStride();
        int[] o = {1, row - 1, row, row + 1, slice - row - 1, slice - row, slice - row + 1, slice - 1, slice, slice + 1, slice + row - 1,
            slice + row, slice + row + 1};
        for (int i = slice; i < v.length - slice; i++) {
            int at = v[i] * width;
            if (at != 0) {
                for (int d = 0; d < 13; d++) {
                    tables[d][at + v[i + o[d]]]++;
                }
            }
        }
        return tables;
    }
}
