/** A whole study in one program. */
package io.github.radiomics4j.examples.lumbar;
