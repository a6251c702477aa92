/** Logistic regression in its forms: trainers of a recipe, and fits with their inference. */
package io.github.radiomics4j.radscore.regression;
