package io.github.radiomics4j.benchmarks;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.radiomics4j.core.image.IndexBox;
import io.github.radiomics4j.core.image.ScalarImage;
import java.io.IOException;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ReadingBenchmarkTest {

    @ParameterizedTest
    @ValueSource(strings = {"volume.nii.gz", "volume.nii", "volume.nrrd", "volume.mha", "volume.tif", "dicom", "dicom-deflated"})
    void everyFormatAndItsYardstickReadTheWholeVolume(String source) throws IOException {
        ReadingBenchmark benchmark = new ReadingBenchmark();
        benchmark.source = source;
        benchmark.prepare();
        try {
            ScalarImage image = benchmark.read();
            assertEquals(SynthVolume.SIZE, image.size());
            double[] values = image.copy(IndexBox.whole(image.size()));
            short[] voxels = SynthVolume.blob1m().image();
            for (int i = 0; i < values.length; i++) {
                if (values[i] != voxels[i]) {
                    assertEquals(voxels[i], values[i], "voxel " + i);
                }
            }
            long headers = benchmark.bare() - 2L * voxels.length;
            assertTrue(headers >= 0 && headers < 128 * 1000, headers + " bytes more than voxels");
        } finally {
            benchmark.remove();
        }
    }
}
