package io.github.radiomics4j.core.cohort;

import java.util.Optional;

/**
 * What became of one structure of one case.
 *
 * @param structure which
 * @param inputs the hashes of its image and mask; empty where they could not be read
 * @param key under which its numbers lie in the state folder; empty where it failed
 * @param taken whether they had been there already
 * @param failure why it failed, or empty
 */
record StructureOutcome(String structure, Optional<InputHashes> inputs, Optional<String> key, boolean taken,
        Optional<CaseFailure> failure) {

    /**
     * The hashes of a structure's inputs.
     *
     * @param image of the image
     * @param mask of the mask
     */
    record InputHashes(String image, String mask) {
    }

    static StructureOutcome done(String structure, InputHashes inputs, String key, boolean taken) {
        return new StructureOutcome(structure, Optional.of(inputs), Optional.of(key), taken, Optional.empty());
    }

    static StructureOutcome failed(Optional<InputHashes> inputs, CaseFailure failure) {
        return new StructureOutcome(failure.structure(), inputs, Optional.empty(), false, Optional.of(failure));
    }
}
