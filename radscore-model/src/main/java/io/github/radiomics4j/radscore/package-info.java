/** From a feature table and an outcome to a Radscore. */
package io.github.radiomics4j.radscore;
