package io.github.radiomics4j.deep;

import java.util.List;
import java.util.SortedMap;

/**
 * A recipe for an encoder: architecture, loss, augmentation, stopping and seed, but no weights. It is the recipe that goes through a
 * validation, never its result: only so is the encoder of each resample trained without the cases held out of it.
 *
 * <p>An encoder that was trained once on all cases has seen every held-out image, and one that {@link #looksAtOutcomes()} every held-out
 * outcome: scores of its features then look good on pure noise. Frozen encoders belong to cohorts that took no part in their training.
 * With the module {@code validation}, where {@code cases} hold no outcomes and {@code images} are theirs:
 *
 * <pre>{@code
 * LearnedFeatures features = (rows, outcome) -> {
 *     Encoder encoder = training.train(TrainingCase.resampled(cases, rows, outcome::isPositive), TrainingListener.silent());
 *     DeepFeatureExtractor extractor = cutting.extractor(encoder);
 *     Map<String, FeatureVector> vectors = new LinkedHashMap<>();
 *     images.forEach((id, image) -> vectors.put(id, extractor.extract(image, masks.get(id))));
 *     return FeatureTable.ofVectors(vectors);
 * };
 * Validation.internal(recipe, features, outcome, plan);
 * }</pre>
 *
 * <p>Implementations are immutable and may be used by several threads at once. The same cases in the same order give the same weights.
 */
public interface EncoderTraining {

    /**
     * Trains an encoder from the start.
     *
     * @param cases what it may learn from, hold-out for early stopping included; not modified
     * @param listener is told of every epoch
     * @return the encoder, which knows nothing of cases that were not given
     * @throws IllegalArgumentException where there are too few different cases, a size does not fit the architecture, or an outcome that
     *     the training needs is not told
     * @throws io.github.radiomics4j.core.InvalidInputException NONFINITE_VALUES where the loss leaves the finite numbers
     */
    Encoder train(List<TrainingCase> cases, TrainingListener listener);

    /**
     * Whether outcomes have a part in the training. Also where they have not, test images must not be trained on.
     *
     * @return true for supervised training
     */
    boolean looksAtOutcomes();

    /**
     * Everything but the cases that decides about the weights.
     *
     * @return name to value
     */
    SortedMap<String, String> settings();
}
