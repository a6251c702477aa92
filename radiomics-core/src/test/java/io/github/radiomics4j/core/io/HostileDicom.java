package io.github.radiomics4j.core.io;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.fail;

import io.github.radiomics4j.core.extraction.FeatureExtractor;
import io.github.radiomics4j.core.image.GridSize;
import io.github.radiomics4j.core.image.IndexBox;
import io.github.radiomics4j.core.image.Mask;
import io.github.radiomics4j.core.image.ScalarImage;
import io.github.radiomics4j.core.io.dicom.series.DicomReader;
import io.github.radiomics4j.core.io.dicom.series.DicomSeries;
import io.github.radiomics4j.core.io.region.RegionChoice;
import io.github.radiomics4j.core.io.region.RegionLabel;
import io.github.radiomics4j.core.io.region.RegionReader;
import io.github.radiomics4j.core.preprocessing.FixedBinNumber;
import java.nio.file.Path;
import java.util.Map;
import org.apache.commons.csv.CSVRecord;

/** Rows of {@code bad/cases.csv} that are DICOM: what is done with them, and what they must hold. */
final class HostileDicom {
    private static final FeatureExtractor FEATURES = FeatureExtractor.discretisedBy(new FixedBinNumber(16));

    /** Voxels of the regions that the table states; of self-crossing.dcm it leaves the number open. */
    private static final Map<String, Integer> VOXELS = Map.of("dicom/rtstruct/ok.dcm", 108, "dicom/rtstruct/ok-hole.dcm", 104,
            "dicom/rtstruct/ok-orientation-mixed.dcm", 108, "dicom/rtstruct/ok-snap.dcm", 108, "dicom/rtstruct/gap.dcm", 72,
            // two triangles: rows of 1, 3, 5, 5, 3, 1 voxels, centres on the diagonals are in where the region lies to their left
            "dicom/rtstruct/self-crossing.dcm", 18, "dicom/seg/ok.dcm", 322);

    private final Path bad;
    private final RegionReader regions = new RegionReader();
    private final double[] okSeries;
    private final double[] okFile;

    /** Reads the sound controls. */
    HostileDicom(Path bad) {
        this.bad = bad;
        okSeries = SharedFiles.values(ImageFiles.read(bad.resolve("dicom/ok-series")));
        okFile = SharedFiles.values(ImageFiles.read(bad.resolve("dicom/files/ok.dcm")));
    }

    /**
     * Goes the way of a user: an image is read; of a region, features are extracted in the series beside it.
     *
     * @param row of the table
     * @return checks what was read, where it is to be accepted
     */
    Runnable use(CSVRecord row) {
        String name = row.get("file");
        if (name.matches("dicom/(rtstruct|seg)/.*")) {
            int voxels = useRegion(row, bad.resolve(name.replaceAll(" \\(.*", "")));
            return () -> assertEquals(VOXELS.get(name), voxels);
        }
        ScalarImage image = ImageFiles.read(bad.resolve(name));
        return () -> checkContent(name, image);
    }

    /** The number of its voxels. */
    private int useRegion(CSVRecord row, Path file) {
        RegionLabel first = regions.regions(file).get(0);
        RegionChoice choice = file.endsWith("name-twice.dcm") ? RegionChoice.named(first.name()) : RegionChoice.number(first.number());
        DicomSeries series = new DicomReader().series(bad.resolve(row.get("use_with")));
        Mask mask = regions.readMask(file, series, choice);
        FEATURES.extract(series.image(ReadLimits.STANDARD), mask);
        int voxels = 0;
        for (byte inside : mask.copy(IndexBox.whole(mask.size()))) {
            voxels += inside;
        }
        return voxels;
    }

    private void checkContent(String name, ScalarImage image) {
        double[] values = SharedFiles.values(image);
        switch (name) {
            case "dicom/ok-series/", "dicom/ok-shuffled/", "dicom/stray-files/" -> {
                assertEquals(new GridSize(16, 16, 5), image.size());
                assertEquals(0.488281, image.geometry().spacing().x());
                assertEquals(0.488281, image.geometry().spacing().y());
                assertEquals(2.5, image.geometry().spacing().z(), 1e-9);
                assertArrayEquals(okSeries, values);
            }
            case "dicom/rescale-differs/" -> {
                for (int i = 0; i < values.length; i++) {
                    assertEquals(okSeries[i] + (i / 256 == 2 ? 1024 : 0), values[i]);
                }
            }
            case "dicom/one-slice/", "dicom/files/no-preamble.dcm" -> assertEquals(new GridSize(16, 16, 1), image.size());
            case "dicom/files/ok.dcm", "dicom/files/monochrome1.dcm" -> {
                assertEquals(new GridSize(16, 16, 1), image.size());
                assertArrayEquals(okFile, values);
            }
            default -> fail("no content is stated in this test for " + name);
        }
    }
}
