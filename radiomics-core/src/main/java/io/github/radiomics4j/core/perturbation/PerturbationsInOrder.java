package io.github.radiomics4j.core.perturbation;

import io.github.radiomics4j.core.image.Mask;
import java.util.List;
import java.util.stream.Collectors;

/**
 * Several perturbations as one, each of what the one before it left: a region that is turned, moved and grown.
 *
 * @param parts at least one; copied
 */
public record PerturbationsInOrder(List<MaskPerturbation> parts) implements MaskPerturbation {

    /**
     * Copies the list and checks that there is a part.
     *
     * @param parts at least one; copied
     */
    public PerturbationsInOrder {
        parts = List.copyOf(parts);
        if (parts.isEmpty()) {
            throw new IllegalArgumentException("perturbations in order need at least one");
        }
    }

    @Override
    public String name() {
        return parts.stream().map(MaskPerturbation::name).collect(Collectors.joining("-"));
    }

    @Override
    public Mask apply(Mask mask) {
        Mask changed = mask;
        for (MaskPerturbation part : parts) {
            changed = part.apply(changed);
        }
        return changed;
    }
}
