package io.github.radiomics4j.examples.lumbar;

import java.util.List;
import java.util.Locale;

/** What the study measures: label values of a case's label map that count as one region. */
enum Region {
    /** The disc, label 1. */
    DISC(Tissue.DISC),
    /** The paraspinal muscle: multifidus and erector spinae of both sides, labels 2 to 5, merged into one region. */
    MUSCLE(Tissue.LEFT_MULTIFIDUS, Tissue.RIGHT_MULTIFIDUS, Tissue.LEFT_ERECTOR_SPINAE, Tissue.RIGHT_ERECTOR_SPINAE);

    private final List<Tissue> parts;

    Region(Tissue... parts) {
        this.parts = List.of(parts);
    }

    /** The name used in files. */
    String label() {
        return name().toLowerCase(Locale.ROOT);
    }

    boolean holds(int label) {
        return parts.stream().anyMatch(t -> t.label() == label);
    }
}
