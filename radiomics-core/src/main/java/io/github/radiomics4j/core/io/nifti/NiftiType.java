package io.github.radiomics4j.core.io.nifti;

import io.github.radiomics4j.core.io.VoxelType;
import java.util.Arrays;
import java.util.Optional;

/** The codes that stand for voxel types in the field {@code datatype}. */
final class NiftiType {

    private NiftiType() {
    }

    static int code(VoxelType type) {
        return switch (type) {
            case UINT8 -> 2;
            case INT16 -> 4;
            case INT32 -> 8;
            case FLOAT32 -> 16;
            case FLOAT64 -> 64;
            case INT8 -> 256;
            case UINT16 -> 512;
            case UINT32 -> 768;
            case INT64 -> 1024;
            case UINT64 -> 1280;
        };
    }

    /** Empty for codes without a single real value per voxel, and for unknown ones. */
    static Optional<VoxelType> of(int code) {
        return Arrays.stream(VoxelType.values()).filter(type -> code(type) == code).findFirst();
    }
}
