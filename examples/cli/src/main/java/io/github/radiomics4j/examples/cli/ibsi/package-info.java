/**
 * Chapter 1 of IBSI, recomputed: what is measured how ({@code Configuration}), the agreed values ({@code ReferenceValue}), when a
 * value counts as met ({@code ComparisonRule}), and the outcome ({@code Conformance}) as CSV, page and Markdown. Knows the library,
 * not the command line.
 */
package io.github.radiomics4j.examples.cli.ibsi;
