package io.github.radiomics4j.examples.lumbar;

import io.github.radiomics4j.core.feature.FeatureVector;
import io.github.radiomics4j.core.table.FeatureTable;
import io.github.radiomics4j.deep.DeepFeatureExtractor;
import io.github.radiomics4j.deep.Encoder;
import io.github.radiomics4j.deep.EncoderTraining;
import io.github.radiomics4j.deep.SpatialPooling;
import io.github.radiomics4j.deep.TrainingCase;
import io.github.radiomics4j.deep.TrainingListener;
import io.github.radiomics4j.radscore.BinaryOutcome;
import io.github.radiomics4j.validation.LearnedFeatures;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Deep features of a network that is trained anew on the training cases of every resample. What is held here are images without outcomes
 * and a recipe without weights, so neither the outcome nor the image of a held-out case can reach the network that measures it.
 *
 * @param training the unfitted network
 * @param cases every case of the cohort, outcomes untold, cut in one way; different names
 */
record NestedDeepFeatures(EncoderTraining training, List<TrainingCase> cases) implements LearnedFeatures {

    NestedDeepFeatures {
        cases = List.copyOf(cases);
    }

    @Override
    public FeatureTable learn(int[] trainingRows, BinaryOutcome trainingOutcome) {
        List<TrainingCase> resample = TrainingCase.resampled(cases, trainingRows, trainingOutcome::isPositive);
        return features(training.train(resample, TrainingListener.silent()), cases);
    }

    /** The features that a network which is already there gives, whatever it was trained on. */
    static FeatureTable features(Encoder encoder, List<TrainingCase> cases) {
        DeepFeatureExtractor extractor = cases.get(0).patches().cutting().extractor(encoder)
                .pooledBy(SpatialPooling.MEAN, SpatialPooling.STANDARD_DEVIATION);
        Map<String, FeatureVector> vectors = new LinkedHashMap<>();
        cases.forEach(one -> vectors.put(one.id(), extractor.extract(one.patches())));
        return FeatureTable.ofVectors(vectors);
    }
}
