/**
 * Deep features: a network as a further source of features. The region's slices become small squares (or it a cube), an
 * {@link io.github.radiomics4j.deep.Encoder} turns them into maps, and the maps' statistics are the features. Nothing here
 * knows which library computes the network; {@code deep.dl4j} holds the encoders on DeepLearning4J, {@code deep.onnx} those on
 * ONNX Runtime, {@code deep.scattering} the network of fixed wavelets that needs neither library nor weights.
 */
package io.github.radiomics4j.deep;
