/** Evidence that a Radscore holds. */
package io.github.radiomics4j.validation;
