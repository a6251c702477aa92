/** Which cases train and which are held out: plans of cross-validation and bootstrap, reproducible from their seeds. */
package io.github.radiomics4j.validation.resampling;
