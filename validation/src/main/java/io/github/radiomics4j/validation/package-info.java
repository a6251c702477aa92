/**
 * Evidence that a Radscore holds. Internal validation takes a recipe, never a fitted score, and repeats scaling, selection and fitting
 * in every resample, the learning of features and the choice between recipes included; external validation scores new cases; {@code resampling} says which cases train, {@code discrimination} measures, {@code report} draws.
 */
package io.github.radiomics4j.validation;
