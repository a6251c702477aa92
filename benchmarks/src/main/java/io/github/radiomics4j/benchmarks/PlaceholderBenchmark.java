package io.github.radiomics4j.benchmarks;

import org.openjdk.jmh.annotations.Benchmark;

/** Holds the place of the first benchmark. */
public class PlaceholderBenchmark {
    /** Measures nothing. */
    @Benchmark
    public void nothing() {
    }
}
