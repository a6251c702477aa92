/** Encoders computed by DeepLearning4J on ND4J. No type of either appears in a public signature. */
package io.github.radiomics4j.deep.dl4j;
