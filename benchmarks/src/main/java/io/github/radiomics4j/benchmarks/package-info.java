/** Benchmarks of the counting kernels. */
package io.github.radiomics4j.benchmarks;
