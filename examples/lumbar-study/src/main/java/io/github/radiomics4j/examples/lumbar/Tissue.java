package io.github.radiomics4j.examples.lumbar;

/** What a point of the synthetic body is: its value in the label map (0 where nobody outlines it) and its T2 signal beside muscle's 100. */
enum Tissue {
    DISC(1, 85),
    LEFT_MULTIFIDUS(2, 100),
    RIGHT_MULTIFIDUS(3, 100),
    LEFT_ERECTOR_SPINAE(4, 100),
    RIGHT_ERECTOR_SPINAE(5, 100),
    PSOAS(0, 100),
    VERTEBRA(0, 170),
    COMPACT_BONE(0, 30),
    SPINAL_CANAL(0, 420),
    FAT(0, 320),
    ABDOMEN(0, 190);

    private final int label;
    private final double signal;

    Tissue(int label, double signal) {
        this.label = label;
        this.signal = signal;
    }

    int label() {
        return label;
    }

    double signal() {
        return signal;
    }

    /** Whether spots of fat are rendered in it. */
    boolean isMuscle() {
        return this == PSOAS || Region.MUSCLE.holds(label);
    }
}
