package io.github.radiomics4j.core.io.dicom.dataset;

/**
 * Where the pixels stand: {@code PixelData}, {@code FloatPixelData} or {@code DoubleFloatPixelData}, still undecoded.
 *
 * @param tag which of the three
 * @param offset of the first byte of its value, counted from the first byte of the dataset, after inflation
 * @param length in bytes; meaningless where it is not defined
 * @param isDefined whether the length is stated; compressed pixels are items up to a delimiter instead
 */
public record PixelElement(DicomTag tag, long offset, long length, boolean isDefined) {
}
