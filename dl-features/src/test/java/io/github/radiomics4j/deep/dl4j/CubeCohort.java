package io.github.radiomics4j.deep.dl4j;

import io.github.radiomics4j.core.image.GridSize;
import io.github.radiomics4j.deep.CubeSampling;
import io.github.radiomics4j.deep.IntensityNormalisation;
import io.github.radiomics4j.deep.PatchCutting;
import io.github.radiomics4j.deep.TrainingCase;
import io.github.radiomics4j.deep.TrainingListener;
import io.github.radiomics4j.deep.TrainingPlan;
import java.util.List;

/** Small cohorts of cubes to train on; as a program it prints the SHA-256 of the weights that two trainings give. */
final class CubeCohort {
    static final int SIZE = 8;
    static final PatchCutting CUTTING = new PatchCutting(CubeSampling.of(2), IntensityNormalisation.zScoreInRegion(), SIZE);

    private CubeCohort() { }

    public static void main(String[] arguments) {
        System.out.println(hashes());
    }

    static String hashes() {
        TrainingPlan plan = TrainingPlan.seeded(5).withEpochs(2, 2).inBatchesOf(4, 0.003);
        List<TrainingCase> cases = stripes(8, 1);
        return AutoencoderTraining.ofCubes(plan).train(cases, TrainingListener.silent()).weightsSha256() + " "
                + ClassifierTraining.ofCubes(plan).train(cases, TrainingListener.silent()).weightsSha256();
    }

    /** Smooth blobs in noise, cut from volumes. */
    static List<TrainingCase> blobs(int count) {
        return TrainingCohort.blobs(CUTTING, new GridSize(20, 18, 6), count);
    }

    /** A cube of stripes and noise: along x in cases without, along z in cases with event, every other case. */
    static List<TrainingCase> stripes(int count, long seed) {
        return TrainingCohort.stripes(CUTTING, 1, SIZE, SIZE * SIZE, count, seed);
    }
}
