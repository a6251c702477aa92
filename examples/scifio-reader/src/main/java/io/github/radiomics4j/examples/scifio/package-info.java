/** Images that SCIFIO opens, as images of radiomics-core. */
package io.github.radiomics4j.examples.scifio;
