/** Deep features: a network as a further source of features. */
package io.github.radiomics4j.deep;
