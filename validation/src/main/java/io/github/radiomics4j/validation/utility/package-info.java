/** What decisions by a predicted risk are worth: decision curves, reclassification. */
package io.github.radiomics4j.validation.utility;
