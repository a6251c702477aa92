package io.github.radiomics4j.core.io;

/** How one voxel is stored: the real-valued types that NIfTI, NRRD and their like share. */
public enum VoxelType {
    /** Signed, 8 bits. */
    INT8(1),
    /** Unsigned, 8 bits. */
    UINT8(1),
    /** Signed, 16 bits. */
    INT16(2),
    /** Unsigned, 16 bits. */
    UINT16(2),
    /** Signed, 32 bits. */
    INT32(4),
    /** Unsigned, 32 bits. */
    UINT32(4),
    /** Signed, 64 bits; values beyond ±2⁵³ are refused, as no {@code double} holds them exactly. */
    INT64(8),
    /** Unsigned, 64 bits; values beyond 2⁵³ are refused, as no {@code double} holds them exactly. */
    UINT64(8),
    /** IEEE 754 single precision. */
    FLOAT32(4),
    /** IEEE 754 double precision. */
    FLOAT64(8);

    /** Whole numbers up to here are exact in double precision. */
    static final long LARGEST_EXACT = 1L << 53;

    private final int bytes;

    VoxelType(int bytes) {
        this.bytes = bytes;
    }

    /**
     * The size of one voxel.
     *
     * @return bytes, in the file and in memory
     */
    public int bytes() {
        return bytes;
    }

    /**
     * Whether a value can be stored and read back as the same number.
     *
     * @param value any value
     * @return for whole-number types, whether it is whole and in range (−0 becomes 0); for {@link #FLOAT32}, whether it has single
     *     precision, which NaN and the infinities have; true for {@link #FLOAT64}
     */
    public boolean holds(double value) {
        return switch (this) {
            case INT8 -> (byte) value == value;
            case UINT8 -> ((int) value & 0xFF) == value;
            case INT16 -> (short) value == value;
            case UINT16 -> ((int) value & 0xFFFF) == value;
            case INT32 -> (int) value == value;
            case UINT32 -> ((long) value & 0xFFFFFFFFL) == value;
            case INT64 -> value == Math.rint(value) && Math.abs(value) <= LARGEST_EXACT;
            case UINT64 -> value == Math.rint(value) && value >= 0 && value <= LARGEST_EXACT;
            case FLOAT32 -> (float) value == value || Double.isNaN(value);
            case FLOAT64 -> true;
        };
    }
}
