package io.github.radiomics4j.validation.resampling;

import io.github.radiomics4j.core.InvalidInputException;
import io.github.radiomics4j.core.InvalidInputException.Problem;
import io.github.radiomics4j.radscore.BinaryOutcome;
import io.github.radiomics4j.radscore.SeededRows;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;

/**
 * The bootstrap of groups (cluster bootstrap): in each sample as many groups as there are, such as patients, drawn with replacement, each
 * with all of its rows. Held out are the rows of the groups that were not drawn. The number of rows varies from sample to sample with
 * the sizes of the groups drawn. A sample that lacks one of the classes is drawn again. Immutable.
 */
public final class GroupedBootstrap implements BootstrapSampling {
    private final Groups groups;
    private final int samples;
    private final long seed;

    private GroupedBootstrap(Groups groups, int samples, long seed) {
        this.groups = groups;
        this.samples = samples;
        this.seed = seed;
    }

    /**
     * A plan for groups.
     *
     * @param groupOfCase for each row of the table the name of its group, such as a patient's id
     * @param samples the number of samples, at least 1; 200 and more for an estimate
     * @param seed the same seed gives the same samples
     * @return the plan
     * @throws IllegalArgumentException where there is no sample
     */
    public static GroupedBootstrap of(List<String> groupOfCase, int samples, long seed) {
        Requirements.requireSamples(samples, "the grouped bootstrap");
        return new GroupedBootstrap(Groups.of(groupOfCase), samples, seed);
    }

    /**
     * {@inheritDoc}
     *
     * @throws InvalidInputException TABLE_INVALID where a class is missing, or there is one group only
     */
    @Override
    public int count(BinaryOutcome outcome) {
        Requirements.requireSize(outcome, groups.cases(), "the grouped bootstrap");
        Requirements.requirePerClass(outcome, 1, "the grouped bootstrap", "no sample can have both classes");
        if (groups.count() < 2) {
            throw new InvalidInputException(Problem.TABLE_INVALID,
                    "the grouped bootstrap needs at least 2 groups, all cases are of one: each sample would be the table itself");
        }
        return samples;
    }

    @Override
    public Resample resample(int number, BinaryOutcome outcome) {
        Requirements.requireNumber(number, count(outcome));
        SplittableRandom random = SeededRows.generator(seed, number);
        int[] drawn;
        do {
            drawn = IntStream.of(SeededRows.withReplacement(groups.count(), random)).flatMap(group -> Arrays.stream(groups.rows(group)))
                    .toArray();
        } while (Requirements.lackAClass(drawn, outcome));
        return Resample.ofDrawn(number, drawn, outcome.size());
    }

    @Override
    public String toString() {
        return "GroupedBootstrap[groups=" + groups.count() + ", samples=" + samples + ", seed=" + seed + "]";
    }
}
