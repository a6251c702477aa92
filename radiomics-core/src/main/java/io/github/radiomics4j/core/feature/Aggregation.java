package io.github.radiomics4j.core.feature;

import java.util.Locale;

/**
 * How matrices of slices and directions are combined into one value per feature. Slices are planes of constant z.
 *
 * <p>A caller asks for any of the six directional constants. Families whose matrices have no direction know three of their
 * own ({@link #TWO_D}, {@link #TWO_HALF_D}, {@link #THREE_D}), families without matrices only {@link #VOLUME};
 * {@link #withoutDirection()} tells which of the three stands for a directional one.
 */
public enum Aggregation {
    /** One matrix per slice and direction; features averaged over all of them (BTW3). */
    TWO_D_AVERAGED("BTW3"),
    /** One matrix per slice, directions merged; features averaged over slices (SUJT). */
    TWO_D_SLICE_MERGED("SUJT"),
    /** One matrix per direction, slices merged; features averaged over in-plane directions (JJUI). */
    TWO_HALF_D_DIRECTION_MERGED("JJUI"),
    /** One matrix, in-plane directions and slices merged (ZW7Z). */
    TWO_HALF_D_MERGED("ZW7Z"),
    /** One matrix per 3D direction; features averaged (ITBB). */
    THREE_D_AVERAGED("ITBB"),
    /** One matrix, 3D directions merged (IAZD). */
    THREE_D_MERGED("IAZD"),
    /** One matrix per slice, features averaged; for matrices without direction (8QNN). */
    TWO_D("8QNN"),
    /** Matrices of slices merged; for matrices without direction (62GR). */
    TWO_HALF_D("62GR"),
    /** One matrix of the volume; for matrices without direction (KOBO). */
    THREE_D("KOBO"),
    /** The region as a whole, without matrices (DHQ4). */
    VOLUME("DHQ4");

    private final IbsiCode code;

    Aggregation(String code) {
        this.code = new IbsiCode(code);
    }

    /**
     * The permanent identifier.
     *
     * @return the IBSI code
     */
    public IbsiCode ibsiCode() {
        return code;
    }

    /**
     * The name used in settings, tables and column names.
     *
     * @return {@code 2d_averaged}, {@code 2d_slice_merged}, {@code 2.5d_direction_merged}, {@code 2.5d_merged},
     *     {@code 3d_averaged}, {@code 3d_merged}, {@code 2d}, {@code 2.5d}, {@code 3d} or {@code volume}
     */
    public String label() {
        return name().toLowerCase(Locale.ROOT).replace("two_half_d", "2.5d").replace("two_d", "2d").replace("three_d", "3d");
    }

    /**
     * The aggregation that stands for this one where matrices have no direction.
     *
     * @return {@link #TWO_D}, {@link #TWO_HALF_D} or {@link #THREE_D}; {@link #VOLUME} for itself
     */
    public Aggregation withoutDirection() {
        return switch (this) {
            case TWO_D_AVERAGED, TWO_D_SLICE_MERGED, TWO_D -> TWO_D;
            case TWO_HALF_D_DIRECTION_MERGED, TWO_HALF_D_MERGED, TWO_HALF_D -> TWO_HALF_D;
            case THREE_D_AVERAGED, THREE_D_MERGED, THREE_D -> THREE_D;
            case VOLUME -> VOLUME;
        };
    }

    /**
     * Whether this is one of the six that a caller may ask for.
     *
     * @return false for the three without direction and for the volume
     */
    public boolean isDirectional() {
        return ordinal() <= THREE_D_MERGED.ordinal();
    }
}
