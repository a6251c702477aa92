package io.github.radiomics4j.benchmarks;

import io.github.radiomics4j.deep.Activations;
import io.github.radiomics4j.deep.Encoder;
import io.github.radiomics4j.deep.dl4j.Dl4jEncoder;
import io.github.radiomics4j.deep.onnx.OnnxEncoder;
import java.nio.file.Path;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/**
 * One network, two engines: the last layer of {@code small2d} (three convolutions, 23 thousand weights) for one image of 64 × 64 pixels,
 * one thread. DeepLearning4J and ONNX Runtime must be on the class path; they are not in the jar of the benchmarks.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Warmup(iterations = 3, time = 2)
@Measurement(iterations = 5, time = 2)
@Fork(1)
public class EngineBenchmark {
    private static final int SIZE = 64;
    private static final String LAYER = "conv3";

    /** The ONNX file with the weights of {@code small2d}, seed 1. */
    @Param("dl-features/src/test/resources/io/github/radiomics4j/deep/onnx/small2d_seed1.onnx")
    public String network;

    private final float[] image = new float[SIZE * SIZE];
    private Encoder dl4j;
    private Encoder onnx;

    /** Loads both. */
    @Setup
    public void prepare() {
        Random random = new Random(1);
        for (int i = 0; i < image.length; i++) {
            image[i] = (float) random.nextGaussian();
        }
        dl4j = Dl4jEncoder.small2d(1);
        onnx = OnnxEncoder.of(Path.of(network));
    }

    /** By DeepLearning4J. */
    @Benchmark
    public Activations dl4j() {
        return dl4j.activations(image, 1, SIZE, LAYER);
    }

    /** By ONNX Runtime. */
    @Benchmark
    public Activations onnxRuntime() {
        return onnx.activations(image, 1, SIZE, LAYER);
    }
}
