package io.github.radiomics4j.core.perturbation;

import io.github.radiomics4j.core.InvalidInputException;
import io.github.radiomics4j.core.feature.FeatureSource;
import io.github.radiomics4j.core.feature.FeatureVector;
import io.github.radiomics4j.core.image.Mask;
import io.github.radiomics4j.core.image.ScalarImage;

/**
 * A small change of a mask, as another reader or another day might have drawn it. Features that change much with it are not robust.
 * Immutable; the same mask gives the same result. After Zwanenburg et al., Scientific Reports 2019;9:614, which moves, turns, grows and
 * shrinks masks; here the mask alone is changed, never the image.
 *
 * <p>Lengths are in mm along the axes of the voxel array, so the mask must know its geometry ({@link Mask#at}). A grid of one slice is
 * taken as a plane: it has nothing above or below. Otherwise what lies beyond the grid is outside the region, and what would be moved
 * there is cut off.
 */
public interface MaskPerturbation {

    /**
     * A name that tells perturbations apart, made of letters, digits, {@code .}, {@code -} and {@code _}, so that files can be called by
     * it.
     *
     * @return such as {@code erosion_1mm}
     */
    String name();

    /**
     * Changes a mask.
     *
     * @param mask with a geometry and at least one voxel; not modified
     * @return the changed mask, on the same grid, with at least one voxel
     * @throws InvalidInputException NO_GEOMETRY where the mask does not know its voxel size; EMPTY_MASK where
     *     it is empty, or nothing of it is left: the message names the perturbation and the volume before
     */
    Mask apply(Mask mask);

    /**
     * Measures a region as it is after the change.
     *
     * @param source what measures
     * @param image the image; not modified
     * @param mask the region before the change, on the image's grid; not modified
     * @return its features
     * @throws InvalidInputException where the mask lies elsewhere, nothing is left, or what is left cannot be measured; the message names
     *     the perturbation
     */
    default FeatureVector measure(FeatureSource source, ScalarImage image, Mask mask) {
        mask.requireOnGridOf(image);
        Mask changed = apply(mask.at(image.geometry()));
        try {
            return source.extract(image, changed);
        } catch (InvalidInputException e) {
            throw new InvalidInputException(e.problem(), "after " + name() + ": " + e.getMessage(), e);
        }
    }
}
