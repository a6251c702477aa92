/** A whole study in one program, on a synthetic cohort: images, features, Radscores, validation, report. */
package io.github.radiomics4j.examples.lumbar;
