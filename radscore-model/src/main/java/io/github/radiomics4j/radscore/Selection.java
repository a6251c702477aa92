package io.github.radiomics4j.radscore;

import java.util.List;

/**
 * What a selection step decided. Every feature that it was given is in one of the two lists.
 *
 * @param kept names of columns, in the order in which the next step and the Radscore's terms will have them; copied
 * @param dropped the others, each with its reason; copied
 */
public record Selection(List<String> kept, List<Dropped> dropped) {

    /**
     * Copies both lists.
     *
     * @param kept names of columns, in the order in which the next step and the Radscore's terms will have them; copied
     * @param dropped the others, each with its reason; copied
     */
    public Selection {
        kept = List.copyOf(kept);
        dropped = List.copyOf(dropped);
    }
}
