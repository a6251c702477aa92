/** Numbers without domain words: samples, distributions, sums that keep their digits. */
package io.github.radiomics4j.core.numeric;
