/**
 * From a feature table and an outcome to a Radscore: harmonisation and imputation where asked for, selection steps and a trainer make a
 * recipe ({@link io.github.radiomics4j.radscore.RadscoreRecipe}), the recipe is fitted on training rows, and only what comes out of
 * that, a {@link io.github.radiomics4j.radscore.Radscore}, can score.
 */
package io.github.radiomics4j.radscore;
