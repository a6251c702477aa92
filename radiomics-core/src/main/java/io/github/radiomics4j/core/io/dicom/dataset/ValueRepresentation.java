package io.github.radiomics4j.core.io.dicom.dataset;

import java.util.Optional;

/** How the value of a data element is written, by DICOM's two letters (PS3.5, table 6.2-1). */
enum ValueRepresentation {
    AE, AS, AT(4), CS, DA, DS, DT, FD(8), FL(4), IS, LO, LT, OB(true), OD(true), OF(true), OL(true), OV(true), OW(true), PN, SH, SL(4),
    SQ(true), SS(2), ST, SV(8, true), TM, UC(true), UI, UL(4), UN(true), UR(true), US(2), UT(true), UV(8, true);

    private final int bytes;
    private final boolean longLength;

    ValueRepresentation() {
        this(0, false);
    }

    ValueRepresentation(int bytes) {
        this(bytes, false);
    }

    ValueRepresentation(boolean longLength) {
        this(0, longLength);
    }

    ValueRepresentation(int bytes, boolean longLength) {
        this.bytes = bytes;
        this.longLength = longLength;
    }

    /** The one written with these two letters; empty for letters that mean nothing. */
    static Optional<ValueRepresentation> of(int first, int second) {
        for (ValueRepresentation one : values()) {
            if (one.name().charAt(0) == first && one.name().charAt(1) == second) {
                return Optional.of(one);
            }
        }
        return Optional.empty();
    }

    /** The size of one binary number; 0 for text, bulk data and sequences. */
    int bytes() {
        return bytes;
    }

    /** Whether explicit encoding gives the length four bytes, after two that are reserved. */
    boolean hasLongLength() {
        return longLength;
    }

    /** Whether a backslash within the text is a character rather than the border of two values. */
    boolean isOneText() {
        return this == LT || this == ST || this == UT || this == UR;
    }

    /** Whether the text is in the character set of the dataset rather than in plain ASCII. */
    boolean isNamed() {
        return this == LO || this == LT || this == PN || this == SH || this == ST || this == UC || this == UT;
    }

    /** Whether the value is bytes that mean something only to whoever decodes them. */
    boolean isBulk() {
        return this == OB || this == OD || this == OF || this == OL || this == OV || this == OW;
    }
}
