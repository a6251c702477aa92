package io.github.radiomics4j.benchmarks;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.github.radiomics4j.benchmarks.SynthVolume.Texture;
import io.github.radiomics4j.benchmarks.oracle.MorphologyOracle;
import io.github.radiomics4j.benchmarks.oracle.Oracle;
import io.github.radiomics4j.core.extraction.FeatureExtractor;
import io.github.radiomics4j.core.feature.Aggregation;
import io.github.radiomics4j.core.feature.FeatureKey;
import io.github.radiomics4j.core.feature.FeatureVector;
import io.github.radiomics4j.core.image.VoxelSpacing;
import io.github.radiomics4j.core.preprocessing.FixedBinNumber;
import io.github.radiomics4j.core.preprocessing.Resegmentation;
import io.github.radiomics4j.core.texture.DistanceWeighting;
import io.github.radiomics4j.core.texture.Glcm;
import io.github.radiomics4j.core.texture.GlcmFeature;
import io.github.radiomics4j.core.texture.Glrlm;
import io.github.radiomics4j.core.texture.Ngldm;
import io.github.radiomics4j.core.texture.Ngtdm;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The library's kernels against an implementation that follows the definitions by brute force, on pieces of the benchmark volume. */
class BruteForceTest {
    private static final double RELATIVE = 1e-12;
    private static final VoxelSpacing CUBES = VoxelSpacing.isotropic(1);
    private static final Map<Texture, SubVolume.Whole> VOLUMES = new EnumMap<>(Texture.class);
    private static final Map<SubVolume, MorphologyOracle> SHAPES = new HashMap<>();

    private static final Map<String, Oracle> INTENSITIES = new HashMap<>();

    private static final List<SubVolume> PIECES = List.of(
            piece("a full box", 117, 118, 54, 4, CUBES, (x, y, z) -> true),
            piece("the end of x", 190, 118, 54, 4, CUBES, (x, y, z) -> true),
            piece("the end of y, at the image's border", 121, 191, 58, 0, CUBES, (x, y, z) -> true),
            piece("the end of z", 117, 118, 96, 4, CUBES, (x, y, z) -> true),
            piece("a corner of flat voxels", 163, 158, 80, 4, VoxelSpacing.mm(0.9, 1.1, 2.5), (x, y, z) -> true),
            piece("holes, a cave and an empty slice", 86, 106, 46, 4, CUBES, (x, y, z) -> z != 8
                    && SynthVolume.hash(x, y, z, 5) % 8 != 0 && (x - 6) * (x - 6) + (y - 6) * (y - 6) + (z - 4) * (z - 4) > 6),
            piece("scattered voxels", 121, 122, 58, 2, VoxelSpacing.mm(1.5, 1, 1), (x, y, z) -> SynthVolume.hash(x, y, z, 6) % 12 == 0),
            new SubVolume("intensities cut off at a corner", 71, 78, 28, 4, VoxelSpacing.mm(1, 1, 1.25), true, (x, y, z) -> true));

    private static SubVolume piece(String name, int x, int y, int z, int margin, VoxelSpacing spacing, SubVolume.Rule kept) {
        return new SubVolume(name, x, y, z, margin, spacing, false, kept);
    }

    private static FeatureExtractor extractor(SubVolume piece, SubVolume.Whole volume, int levels) {
        int[] range = piece.range(volume);
        return FeatureExtractor.discretisedBy(new FixedBinNumber(levels)).resegmentedBy(Resegmentation.range(range[0], range[1]))
                .aggregatedBy(Aggregation.TWO_D_AVERAGED, Aggregation.TWO_D_SLICE_MERGED, Aggregation.TWO_HALF_D_DIRECTION_MERGED,
                        Aggregation.TWO_HALF_D_MERGED, Aggregation.THREE_D_AVERAGED, Aggregation.THREE_D_MERGED);
    }

    @ParameterizedTest
    @CsvSource({"FINE, 32", "FINE, 64", "COARSE, 32", "COARSE, 64"})
    void everyFeatureOfEveryFamilyIsThatOfItsDefinition(Texture texture, int levels) throws IOException {
        SubVolume.Whole volume = VOLUMES.computeIfAbsent(texture, SubVolume.Whole::of);
        Comparison comparison = new Comparison();
        for (SubVolume piece : PIECES) {
            FeatureVector vector = extractor(piece, volume, levels).extract(piece.scalarImage(volume), piece.regionMask(volume));
            MorphologyOracle shape = SHAPES.computeIfAbsent(piece, p -> new MorphologyOracle(p.region(volume, levels)));
            Oracle intensities = INTENSITIES.computeIfAbsent(piece + " " + texture,
                    name -> Oracle.ofIntensities(piece.region(volume, levels), shape));
            comparison.add(piece, vector, intensities.and(Oracle.ofLevels(piece.region(volume, levels))));
        }
        comparison.finish("features", texture, levels);
    }

    @ParameterizedTest
    @CsvSource({"FINE, 32, 2, true, INVERSE, EUCLIDEAN, 1", "COARSE, 64, 2, false, EXPONENTIAL, MANHATTAN, 2",
        "COARSE, 32, 1, false, NONE, CHEBYSHEV, 3"})
    void otherSettingsOfTheMatricesFollowTheirDefinitionsToo(Texture texture, int levels, int distance, boolean symmetric,
            DistanceWeighting.Decay decay, DistanceWeighting.Norm norm, int coarseness) throws IOException {
        SubVolume.Whole volume = VOLUMES.computeIfAbsent(texture, SubVolume.Whole::of);
        DistanceWeighting weighting = new DistanceWeighting(decay, norm);
        Glcm glcm = symmetric ? new Glcm() : new Glcm().asymmetric();
        Comparison comparison = new Comparison();
        for (SubVolume piece : PIECES) {
            FeatureVector vector = extractor(piece, volume, levels)
                    .withFamilies(List.of(glcm.atDistance(distance).weightedBy(weighting), new Glrlm().weightedBy(weighting),
                            new Ngtdm(distance), new Ngldm(coarseness, distance)))
                    .extract(piece.scalarImage(volume), piece.regionMask(volume));
            comparison.add(piece, vector, Oracle.withSettings(piece.region(volume, levels), distance, symmetric, weighting, coarseness));
        }
        comparison.finish("other settings", texture, levels);
    }

    /** What agrees and what does not. */
    private static final class Comparison {
        private final List<String> wrong = new ArrayList<>();
        private int total;

        void add(SubVolume piece, FeatureVector vector, Oracle oracle) {
            assertEquals(oracle.size(), vector.size(), "features of " + piece);
            vector.forEach((key, value) -> {
                double expected = oracle.of(key);
                total++;
                if (!agree(value, expected, scale(key, expected, oracle))) {
                    wrong.add(piece + ": " + key + " is " + value + ", by brute force " + expected);
                }
            });
        }

        void finish(String what, Texture texture, int levels) throws IOException {
            String title = "Brute force, " + what + " of " + texture.name().toLowerCase(Locale.ROOT) + " texture, " + levels + " levels";
            Path folder = Files.createDirectories(Path.of("target", "conformance"));
            Files.writeString(folder.resolve(title.replaceAll("[^A-Za-z0-9]+", "-") + ".txt"),
                    title + ": " + (total - wrong.size()) + "/" + total + "\n");
            assertEquals(0, wrong.size(), () -> "of " + total + ":\n" + String.join("\n", wrong));
        }
    }

    /** Not where one is NaN: every feature is defined for these pieces. */
    private static boolean agree(double value, double expected, double scale) {
        return Math.abs(value - expected) <= RELATIVE * scale;
    }

    /**
     * The value itself, but for cluster shade: in {@code Σ (i + j − 2μ)³ p(i,j)} terms of both signs cancel, which are as large as
     * cluster prominence to the power 3/4.
     */
    private static double scale(FeatureKey key, double expected, Oracle oracle) {
        if (!key.feature().equals(GlcmFeature.CLUSTER_SHADE.id())) {
            return Math.abs(expected);
        }
        FeatureKey prominence = new FeatureKey(key.source(), GlcmFeature.CLUSTER_PROMINENCE.id(), key.aggregation(), key.discretisation());
        return Math.pow(oracle.of(prominence), 0.75);
    }
}
