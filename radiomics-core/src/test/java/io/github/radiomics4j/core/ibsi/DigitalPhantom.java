package io.github.radiomics4j.core.ibsi;

import io.github.radiomics4j.core.image.GridSize;
import io.github.radiomics4j.core.image.ImageGeometry;
import io.github.radiomics4j.core.image.Mask;
import io.github.radiomics4j.core.image.ScalarImage;
import io.github.radiomics4j.core.image.VoxelSpacing;
import org.apache.commons.csv.CSVRecord;

/** The IBSI-1 digital phantom: 5 × 4 × 4 voxels of 2 mm, 74 of them in the region, grey levels 1 to 6. */
public final class DigitalPhantom {
    private static final GridSize SIZE = new GridSize(5, 4, 4);
    private static final double[] INTENSITIES = new double[80];
    private static final byte[] INSIDE = new byte[80];

    static {
        for (CSVRecord row : ReferenceValue.rows("/ibsi/digital_phantom.csv")) {
            int i = Integer.parseInt(row.get("x")) + 5 * (Integer.parseInt(row.get("y")) + 4 * Integer.parseInt(row.get("z")));
            INTENSITIES[i] = Double.parseDouble(row.get("intensity"));
            INSIDE[i] = Byte.parseByte(row.get("mask"));
        }
    }

    private DigitalPhantom() {
    }

    /** The image. */
    public static ScalarImage image() {
        return ScalarImage.of(INTENSITIES.clone(), SIZE, ImageGeometry.of(VoxelSpacing.isotropic(2)));
    }

    /** The region. */
    public static Mask mask() {
        return Mask.of(INSIDE.clone(), SIZE);
    }
}
