/** JMH benchmarks of the kernels on a reproducible synthetic volume; never published. */
package io.github.radiomics4j.benchmarks;
