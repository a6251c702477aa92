package io.github.radiomics4j.benchmarks;

import io.github.radiomics4j.core.table.FeatureTable;
import io.github.radiomics4j.radscore.BinaryOutcome;
import io.github.radiomics4j.radscore.RadscoreRecipe;
import io.github.radiomics4j.radscore.information.EqualFrequencyBins;
import io.github.radiomics4j.radscore.information.NearestNeighbourMutualInformation;
import io.github.radiomics4j.radscore.regression.PenalisedLogistic;
import io.github.radiomics4j.radscore.selection.Correlation;
import io.github.radiomics4j.radscore.selection.FindCorrelation;
import io.github.radiomics4j.radscore.selection.MutualInformationSelection;
import io.github.radiomics4j.validation.Validation;
import io.github.radiomics4j.validation.resampling.Bootstrap;
import java.util.concurrent.TimeUnit;
import net.imglib2.parallel.Parallelization;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

/**
 * {@link SynthCohort} of 2000 cases, 460 events and 5000 features in a heap of 900 MB, one thread; an operation that needed more would
 * fail.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.SingleShotTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Measurement(iterations = 1)
@Fork(value = 1, jvmArgsAppend = "-Xmx900m")
public class WideCohortBenchmark {
    private static final int CASES = 2000;
    private static final int FEATURES = 5000;
    private static final int EVENTS = 460;

    private FeatureTable table;
    private BinaryOutcome outcome;

    /** Makes the cohort. */
    @Setup
    public void prepare() {
        table = SynthCohort.table(CASES, FEATURES);
        outcome = SynthCohort.outcome(CASES, FEATURES, EVENTS);
    }

    /** Mutual information by three nearest neighbours of every feature. */
    @Benchmark
    public Object rankingByNeighbours() {
        return new MutualInformationSelection(new NearestNeighbourMutualInformation(3), 10).select(table, outcome);
    }

    /** Optimism of ranking by bins and ridge over 1000 samples. */
    @Benchmark
    public Object bootstrapOfTheRecipe() throws Exception {
        RadscoreRecipe recipe = RadscoreRecipe.selecting(new MutualInformationSelection(new EqualFrequencyBins(5), 10))
                .fittedBy(PenalisedLogistic.ridge(0.05));
        return Parallelization.runWithNumThreads(1, () -> Validation.internal(recipe, table, outcome, new Bootstrap(1000, 1)));
    }

    /** All 12.5 million correlations, and what caret's rule leaves. */
    @Benchmark
    public Object findCorrelation() {
        return new FindCorrelation(0.9, Correlation.PEARSON, true).select(table, outcome);
    }
}
