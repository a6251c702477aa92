package io.github.radiomics4j.deep.dl4j;

import org.deeplearning4j.nn.conf.layers.Layer;
import org.deeplearning4j.nn.conf.layers.Subsampling3DLayer;
import org.deeplearning4j.nn.conf.layers.SubsamplingLayer;

/** Maxima of 2 × 2 (× 2) with stride 2. */
record Maxima(String name, int outputs) implements ChainStage {
    private static final int EDGE = 2;

    @Override
    public int stride() {
        return EDGE;
    }

    @Override
    public int parameters() {
        return 0;
    }

    @Override
    public Layer layer(int dimensions) {
        int[] edges = ChainStage.edges(EDGE, dimensions);
        return dimensions == 2
                ? new SubsamplingLayer.Builder(SubsamplingLayer.PoolingType.MAX).kernelSize(edges).stride(edges).build()
                : new Subsampling3DLayer.Builder(Subsampling3DLayer.PoolingType.MAX).kernelSize(edges).stride(edges).build();
    }

    @Override
    public String label(int dimensions) {
        return name + ": maximum " + ChainStage.cube(EDGE, dimensions) + ", stride 2";
    }
}
