package io.github.radiomics4j.radscore.reliability;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.radiomics4j.core.extraction.FeatureExtractor;
import io.github.radiomics4j.core.feature.FeatureVector;
import io.github.radiomics4j.core.image.GridSize;
import io.github.radiomics4j.core.image.ImageGeometry;
import io.github.radiomics4j.core.image.Mask;
import io.github.radiomics4j.core.image.ScalarImage;
import io.github.radiomics4j.core.image.VoxelSpacing;
import io.github.radiomics4j.core.perturbation.Dilation;
import io.github.radiomics4j.core.perturbation.Erosion;
import io.github.radiomics4j.core.perturbation.RepeatedMeasurement;
import io.github.radiomics4j.core.perturbation.Translation;
import io.github.radiomics4j.core.preprocessing.FixedBinNumber;
import io.github.radiomics4j.core.table.FeatureTable;
import io.github.radiomics4j.radscore.BinaryOutcome;
import io.github.radiomics4j.radscore.RadscoreRecipe;
import io.github.radiomics4j.radscore.Selection;
import io.github.radiomics4j.radscore.regression.PenalisedLogistic;
import io.github.radiomics4j.radscore.reliability.IntraclassCorrelation.Form;
import io.github.radiomics4j.radscore.reliability.ReliabilityFilter.Criterion;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** From images to robust features: masks are changed, all is measured again, and what does not come out alike is dropped. */
class RobustnessTest {
    private static final int EDGE = 19;
    private static final int CASES = 16;
    private static final String VOLUME = "volume_voxel_counting";
    private static final String TEXTURE = "glcm.correlation";
    private static final List<String> MOVED = List.of("translation_4_0_0mm", "translation_0_-4_0mm");
    private static final Map<String, FeatureTable> TABLES = tables();

    /** Noise without any structure, and a ball whose size is the case's own. */
    private static Map<String, FeatureTable> tables() {
        RepeatedMeasurement repeated = new RepeatedMeasurement(FeatureExtractor.discretisedBy(new FixedBinNumber(8)),
                List.of(new Translation(4, 0, 0), new Translation(0, -4, 0), new Erosion(1), new Dilation(1)));
        Map<String, Map<String, FeatureVector>> cases = new LinkedHashMap<>();
        GridSize size = new GridSize(EDGE, EDGE, EDGE);
        for (int c = 0; c < CASES; c++) {
            SplittableRandom random = new SplittableRandom(c);
            double[] noise = new double[EDGE * EDGE * EDGE];
            byte[] ball = new byte[noise.length];
            double radius = 2.5 + 0.15 * c;
            for (int i = 0; i < noise.length; i++) {
                noise[i] = random.nextGaussian();
                int x = i % EDGE - EDGE / 2;
                int y = i / EDGE % EDGE - EDGE / 2;
                int z = i / EDGE / EDGE - EDGE / 2;
                ball[i] = (byte) (x * x + y * y + z * z <= radius * radius ? 1 : 0);
            }
            cases.put("case" + c, repeated.measure(ScalarImage.of(noise, size, ImageGeometry.of(VoxelSpacing.isotropic(1))),
                    Mask.of(ball, size)));
        }
        return RepeatedMeasurement.tables(cases);
    }

    private static String column(String part) {
        return TABLES.get(RepeatedMeasurement.ORIGINAL).columnNames().stream().filter(name -> name.contains(part)).findFirst()
                .orElseThrow();
    }

    private static double correlation(String column, List<String> perturbations) {
        double[][] ratings = new double[CASES][1 + perturbations.size()];
        for (int t = 0; t < ratings[0].length; t++) {
            FeatureTable table = TABLES.get(t == 0 ? RepeatedMeasurement.ORIGINAL : perturbations.get(t - 1));
            for (int c = 0; c < CASES; c++) {
                ratings[c][t] = table.value(c, table.indexOf(column));
            }
        }
        return IntraclassCorrelation.of(ratings).value(Form.TWO_WAY_RANDOM_SINGLE);
    }

    @Test
    void aMovedMaskKeepsItsVolumeAndLosesTheTextureOfNoise() {
        assertTrue(correlation(column(VOLUME), MOVED) > 0.999, "volume");
        double texture = correlation(column(TEXTURE), MOVED);
        assertTrue(texture < 0.5, "texture of noise: " + texture);
    }

    @Test
    void theFilterKeepsWhatIsRobust() {
        FeatureTable table = TABLES.get(RepeatedMeasurement.ORIGINAL).select(List.of(column(VOLUME), column(TEXTURE)));
        ReliabilityFilter filter = new ReliabilityFilter(MOVED.stream().map(TABLES::get).toList(), Form.TWO_WAY_RANDOM_SINGLE,
                Criterion.LOWER_LIMIT_95, 0.9);
        BinaryOutcome outcome = BinaryOutcome.of(IntStream.range(0, CASES).map(c -> c / 2 % 2).toArray());
        Selection selection = filter.select(table, outcome);
        assertTrue(selection.kept().equals(List.of(column(VOLUME))), selection.toString());
        RadscoreRecipe recipe = RadscoreRecipe.selecting(filter).fittedBy(PenalisedLogistic.ridge(0.1));
        assertFalse(recipe.fit(table, outcome).features().contains(column(TEXTURE)));
    }

    /** Rims change a volume by the same step in all cases: consistency stays high where agreement falls. */
    @Test
    void rimsShiftVolumesTogether() {
        List<String> rims = List.of("erosion_1mm", "dilation_1mm");
        assertTrue(correlation(column(VOLUME), rims) < correlation(column(VOLUME), MOVED));
    }
}
