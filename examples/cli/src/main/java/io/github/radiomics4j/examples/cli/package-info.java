/** The command line. */
package io.github.radiomics4j.examples.cli;
