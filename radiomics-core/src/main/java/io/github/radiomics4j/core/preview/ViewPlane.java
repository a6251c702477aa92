package io.github.radiomics4j.core.preview;

/**
 * The plane of a picture. The anatomical planes are those of the grid's axes that come closest to the patient's: an oblique grid is not
 * resampled, and which of its axes stands for which direction is chosen so that the sum of the three cosines is largest.
 */
public enum ViewPlane {
    /** Across the body: the patient's left is at the right of the picture, the back below. */
    AXIAL,
    /** Seen from the front: the patient's left is at the right of the picture, the head above. */
    CORONAL,
    /** Seen from the left: the patient's back is at the right of the picture, the head above. */
    SAGITTAL,
    /** As the slices are stored: x to the right, y downwards. */
    STORED
}
