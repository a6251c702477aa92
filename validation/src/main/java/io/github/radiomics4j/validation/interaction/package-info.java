/**
 * Whether two scores act together: the product term of a logistic model, groups at cut-offs, and interaction on the additive scale.
 */
package io.github.radiomics4j.validation.interaction;
