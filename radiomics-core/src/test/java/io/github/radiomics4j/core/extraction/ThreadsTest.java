package io.github.radiomics4j.core.extraction;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;

import io.github.radiomics4j.core.feature.Aggregation;
import io.github.radiomics4j.core.image.GridSize;
import io.github.radiomics4j.core.image.Mask;
import io.github.radiomics4j.core.image.ScalarImage;
import io.github.radiomics4j.core.image.VoxelSpacing;
import io.github.radiomics4j.core.preprocessing.FixedBinNumber;
import java.util.Random;
import java.util.concurrent.ForkJoinPool;
import net.imglib2.img.array.ArrayImgs;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ThreadsTest {
    private static final GridSize SIZE = new GridSize(40, 37, 29);

    private static ScalarImage image() {
        double[] values = new Random(7).doubles(SIZE.voxels(), -100, 100).toArray();
        return ScalarImage.of(ArrayImgs.doubles(values, SIZE.x(), SIZE.y(), SIZE.z()), VoxelSpacing.mm(0.9, 1.1, 2.3));
    }

    /** A ball with holes: some 14 000 voxels, enough for the transform of Moran's I. */
    private static Mask mask() {
        Random random = new Random(8);
        byte[] inside = new byte[(int) SIZE.voxels()];
        for (int i = 0; i < inside.length; i++) {
            double x = (i % SIZE.x() - 20) / 18.0;
            double y = (i / SIZE.x() % SIZE.y() - 18) / 17.0;
            double z = (i / SIZE.x() / SIZE.y() - 14) / 13.0;
            inside[i] = (byte) (x * x + y * y + z * z < 1 && random.nextInt(10) > 0 ? 1 : 0);
        }
        return Mask.of(inside, SIZE);
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 8})
    void everyFeatureHasTheSameBitsWhateverTheThreads(int threads) {
        FeatureExtractor extractor = FeatureExtractor.discretisedBy(new FixedBinNumber(32))
                .aggregatedBy(Aggregation.THREE_D_MERGED, Aggregation.TWO_D_AVERAGED);
        double[] alone = extractor.extract(image(), mask()).values();
        ForkJoinPool pool = new ForkJoinPool(threads);
        try {
            for (int run = 0; run < 5; run++) {
                assertArrayEquals(alone, pool.submit(() -> extractor.extract(image(), mask())).join().values());
            }
        } finally {
            pool.shutdown();
        }
    }
}
