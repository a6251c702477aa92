package io.github.radiomics4j.benchmarks;

import io.github.radiomics4j.core.table.FeatureTable;
import io.github.radiomics4j.radscore.BinaryOutcome;
import io.github.radiomics4j.radscore.RadscoreRecipe;
import io.github.radiomics4j.radscore.information.EqualFrequencyBins;
import io.github.radiomics4j.radscore.information.NearestNeighbourMutualInformation;
import io.github.radiomics4j.radscore.regression.ClassWeights;
import io.github.radiomics4j.radscore.regression.CrossValidatedElasticNet;
import io.github.radiomics4j.radscore.regression.ElasticNetPath;
import io.github.radiomics4j.radscore.regression.PenalisedLogistic;
import io.github.radiomics4j.radscore.selection.MutualInformationSelection;
import io.github.radiomics4j.validation.Validation;
import io.github.radiomics4j.validation.resampling.Bootstrap;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
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
import org.openjdk.jmh.annotations.Warmup;

/**
 * Selection, fitting and validation at the size of a study, {@link SynthCohort} of 170 cases, 39 events and 2000 features, one thread.
 * {@code benchmarks/peers/radscore.py} and {@code radscore.R} do the same work with scikit-learn and glmnet.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Warmup(iterations = 3, time = 2)
@Measurement(iterations = 5, time = 2)
@Fork(1)
public class RadscoreBenchmark {
    private static final int CASES = 170;
    private static final int FEATURES = 2000;
    private static final int EVENTS = 39;
    private static final int KEEP = 10;
    private static final int BOOTSTRAPS = 1000;

    private FeatureTable table;
    private BinaryOutcome outcome;
    private double[][] values;

    /** Makes the cohort. */
    @Setup
    public void prepare() {
        table = SynthCohort.table(CASES, FEATURES);
        outcome = SynthCohort.outcome(CASES, FEATURES, EVENTS);
        values = IntStream.range(0, FEATURES).mapToObj(table::column).toArray(double[][]::new);
    }

    /** Mutual information by three nearest neighbours of every feature, and the best ten; of a new table, so columns are sorted. */
    @Benchmark
    public Object rankingByNeighbours() {
        return new MutualInformationSelection(new NearestNeighbourMutualInformation(3), KEEP).select(fresh(), outcome);
    }

    /** Mutual information on five bins of equal frequency of every feature, and the best ten; of a new table. */
    @Benchmark
    public Object rankingByBins() {
        return new MutualInformationSelection(new EqualFrequencyBins(5), KEEP).select(fresh(), outcome);
    }

    private FeatureTable fresh() {
        return FeatureTable.of(table.cases(), table.columns(), values, table.provenance());
    }

    /** The lasso along glmnet's sequence of 100 λ. */
    @Benchmark
    public Object lassoPath() {
        return ElasticNetPath.of(table, outcome, 1, new ClassWeights.Equal());
    }

    /** The same with λ chosen by ten folds: eleven paths. */
    @Benchmark
    public Object lassoByCrossValidation() {
        return CrossValidatedElasticNet.lasso(1).fit(table, outcome);
    }

    /** Harrell's optimism of ranking by bins, z-score and ridge, all refitted in each of 1000 samples. */
    @Benchmark
    public Object bootstrapOfTheRecipe() throws Exception {
        RadscoreRecipe recipe = RadscoreRecipe.selecting(new MutualInformationSelection(new EqualFrequencyBins(5), KEEP))
                .fittedBy(PenalisedLogistic.ridge(0.05));
        return Parallelization.runWithNumThreads(1, () -> Validation.internal(recipe, table, outcome, new Bootstrap(BOOTSTRAPS, 1)));
    }
}
