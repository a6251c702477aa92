/**
 * Encoders from ONNX files, computed by ONNX Runtime, which is an optional dependency. No type of it appears in a public
 * signature, and none is loaded before a file is opened.
 */
package io.github.radiomics4j.deep.onnx;
