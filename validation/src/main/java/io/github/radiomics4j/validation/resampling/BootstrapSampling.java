package io.github.radiomics4j.validation.resampling;

/** A plan in which training rows are drawn with replacement, cases or whole patients; cases that were not drawn are held out. */
public sealed interface BootstrapSampling extends Resampling permits Bootstrap, StratifiedBootstrap, GroupedBootstrap, ExplicitBootstrap {
}
