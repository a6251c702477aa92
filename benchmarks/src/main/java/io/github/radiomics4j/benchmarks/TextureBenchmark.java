package io.github.radiomics4j.benchmarks;

import io.github.radiomics4j.core.feature.Aggregation;
import io.github.radiomics4j.core.roi.LevelGrid;
import io.github.radiomics4j.core.texture.Glcm;
import io.github.radiomics4j.core.texture.GlcmFeature;
import io.github.radiomics4j.core.texture.Glrlm;
import io.github.radiomics4j.core.texture.GlrlmFeature;
import io.github.radiomics4j.core.texture.Glszm;
import io.github.radiomics4j.core.texture.GlszmFeature;
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
import org.openjdk.jmh.annotations.Warmup;
import org.openjdk.jmh.infra.Blackhole;

/**
 * Counting and all features of a texture family on {@link SynthVolume}, 3D merged, one thread. One operation is one region of
 * 1 000 245 voxels, so milliseconds per operation are nanoseconds per region voxel. {@link #bareLoop} is the yardstick: it fills
 * the 13 co-occurrence tables of the same levels and does nothing else.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Warmup(iterations = 4, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(2)
public class TextureBenchmark {
    /** Grey levels of the region. */
    @Param({"32", "64"})
    public int levels;

    private LevelGrid grid;
    private int[][] tables;

    /** Makes the volume. */
    @Setup
    public void prepare() {
        grid = SynthVolume.blob1m().levelGrid(levels);
        tables = new int[13][(levels + 1) * (levels + 1)];
    }

    /** GLCM: counting and 25 features. */
    @Benchmark
    public void glcm(Blackhole sink) {
        new Glcm().measure(grid, Aggregation.THREE_D_MERGED).forEach(m -> {
            for (GlcmFeature feature : GlcmFeature.values()) {
                sink.consume(feature.valueOf(m));
            }
        });
    }

    /** GLRLM: counting and 16 features. */
    @Benchmark
    public void glrlm(Blackhole sink) {
        new Glrlm().measure(grid, Aggregation.THREE_D_MERGED).forEach(m -> {
            for (GlrlmFeature feature : GlrlmFeature.values()) {
                sink.consume(feature.valueOf(m));
            }
        });
    }

    /** GLSZM: counting and 16 features. */
    @Benchmark
    public void glszm(Blackhole sink) {
        new Glszm().measure(grid, Aggregation.THREE_D).forEach(m -> {
            for (GlszmFeature feature : GlszmFeature.values()) {
                sink.consume(feature.valueOf(m));
            }
        });
    }

    /** The yardstick: 13 tables of co-occurrences by a plain loop, nothing else. */
    @Benchmark
    public int[][] bareLoop() {
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
