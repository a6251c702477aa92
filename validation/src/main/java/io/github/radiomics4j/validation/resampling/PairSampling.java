package io.github.radiomics4j.validation.resampling;

/**
 * A plan in which each resample holds out one positive and one negative case, and all others train. Whether the score ranks the two
 * right is asked within one fit, so scores of different fits are never compared.
 */
public sealed interface PairSampling extends Resampling permits LeavePairOut, SampledPairs {
}
