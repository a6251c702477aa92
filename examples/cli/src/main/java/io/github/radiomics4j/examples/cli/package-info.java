/** The command line: one class per command, one runnable jar. What it offers is described in {@code docs/cli.md}. */
package io.github.radiomics4j.examples.cli;
