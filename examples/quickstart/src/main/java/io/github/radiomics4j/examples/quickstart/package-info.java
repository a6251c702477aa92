/** The code of the README. */
package io.github.radiomics4j.examples.quickstart;
