/** Mutual information, in nats: estimators for continuous and discrete features and outcomes. */
package io.github.radiomics4j.radscore.information;
