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
}
