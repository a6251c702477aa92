package io.github.radiomics4j.core.texture;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.radiomics4j.core.feature.Aggregation;
import io.github.radiomics4j.core.roi.BitGrid;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;

/** NGTDM, NGLDM and GLDZM against definitions written out literally; the features chosen have loose reference values. */
class NeighbourhoodTest {

    private static double relative(double expected) {
        return 1e-10 * Math.max(1, Math.abs(expected));
    }

    @Property(tries = 200)
    void toneDifferencesEqualTheDefinition(@ForAll long seed, @ForAll @IntRange(min = 1, max = 8) int highest) {
        TestVolume v = new TestVolume(seed, highest);
        double[] s = new double[highest + 1];
        double[] n = new double[highest + 1];
        v.forEach((x, y, z, level) -> {
            double sum = 0;
            int neighbours = 0;
            for (int d = 0; d < 27; d++) {
                int other = d == 13 ? 0 : v.at(x + d % 3 - 1, y + d / 3 % 3 - 1, z + d / 9 - 1);
                sum += other;
                neighbours += other > 0 ? 1 : 0;
            }
            if (neighbours > 0) {
                n[level]++;
                s[level] += Math.abs(level - sum / neighbours);
            }
        });
        double voxels = 0;
        int occurring = 0;
        for (double count : n) {
            voxels += count;
            occurring += count > 0 ? 1 : 0;
        }
        List<ToneDifferences> matrices = new Ngtdm().measure(v.grid, Aggregation.THREE_D);
        assertEquals(voxels > 0 ? 1 : 0, matrices.size());
        if (voxels == 0) {
            return;
        }
        double coarseness = 0;
        double contrast = 0;
        double complexity = 0;
        double strength = 0;
        double busyness = 0;
        double total = 0;
        for (int i = 1; i <= highest; i++) {
            coarseness += n[i] / voxels * s[i];
            total += s[i];
            for (int j = 1; j <= highest; j++) {
                double pi = n[i] / voxels;
                double pj = n[j] / voxels;
                if (pi > 0 && pj > 0) {
                    contrast += pi * pj * (i - j) * (i - j);
                    complexity += Math.abs(i - j) * (pi * s[i] + pj * s[j]) / (pi + pj);
                    strength += (pi + pj) * (i - j) * (i - j);
                    busyness += Math.abs(i * pi - j * pj);
                }
            }
        }
        ToneDifferences m = matrices.get(0);
        if (coarseness > 1e-9) {
            assertEquals(1 / coarseness, NgtdmFeature.COARSENESS.valueOf(m), relative(1 / coarseness));
            assertEquals(strength / total, NgtdmFeature.STRENGTH.valueOf(m), relative(strength / total));
        }
        assertEquals(complexity / voxels, NgtdmFeature.COMPLEXITY.valueOf(m), relative(complexity / voxels));
        if (occurring > 1) {
            double expected = contrast / (occurring * (occurring - 1.0)) * total / voxels;
            assertEquals(expected, NgtdmFeature.CONTRAST.valueOf(m), relative(expected));
            if (busyness > 1e-9) {
                assertEquals(coarseness / busyness, NgtdmFeature.BUSYNESS.valueOf(m), relative(coarseness / busyness));
            }
        }
    }

    @Property(tries = 200)
    void dependenceCountsEqualTheDefinition(@ForAll long seed, @ForAll @IntRange(min = 1, max = 5) int highest,
            @ForAll @IntRange(max = 2) int coarseness) {
        TestVolume v = new TestVolume(seed, highest);
        List<double[]> found = new ArrayList<>();
        v.forEach((x, y, z, level) -> {
            int dependence = 0;
            for (int d = 0; d < 27; d++) {
                int other = v.at(x + d % 3 - 1, y + d / 3 % 3 - 1, z + d / 9 - 1);
                dependence += other > 0 && Math.abs(level - other) <= coarseness ? 1 : 0;
            }
            found.add(new double[] {level, dependence});
        });
        double lowLow = found.stream().mapToDouble(f -> 1 / (f[0] * f[0] * f[1] * f[1])).sum() / found.size();
        double highHigh = found.stream().mapToDouble(f -> f[0] * f[0] * f[1] * f[1]).sum() / found.size();
        LevelSizeMatrix m = new Ngldm(coarseness, 1).measure(v.grid, Aggregation.THREE_D).get(0);
        assertEquals(lowLow, NgldmFeature.LOW_DEPENDENCE_LOW_GREY_LEVEL_EMPHASIS.valueOf(m), relative(lowLow));
        assertEquals(highHigh, NgldmFeature.HIGH_DEPENDENCE_HIGH_GREY_LEVEL_EMPHASIS.valueOf(m), relative(highHigh));
        assertEquals(1, NgldmFeature.DEPENDENCE_COUNT_PERCENTAGE.valueOf(m));
    }

    @Property(tries = 200)
    void borderDistanceIsTheLeastCityBlockDistanceToAVoxelOutside(@ForAll long seed, @ForAll boolean withinSlices) {
        TestVolume v = new TestVolume(seed, 3);
        byte[] inside = new byte[v.levels.length];
        for (int i = 0; i < inside.length; i++) {
            inside[i] = (byte) (v.levels[i] > 0 ? 1 : 0);
        }
        short[] distances = DistanceToBorder.of(BitGrid.of(v.size, inside), v.grid, withinSlices);
        v.forEach((x, y, z, level) -> {
            int least = Integer.MAX_VALUE;
            for (int oz = withinSlices ? z : -1; oz <= (withinSlices ? z : v.size.z()); oz++) {
                for (int oy = -1; oy <= v.size.y(); oy++) {
                    for (int ox = -1; ox <= v.size.x(); ox++) {
                        if (v.at(ox, oy, oz) == 0) {
                            least = Math.min(least, Math.abs(x - ox) + Math.abs(y - oy) + Math.abs(z - oz));
                        }
                    }
                }
            }
            assertEquals(least, distances[v.grid.rowStart(y, z) + x]);
        });
    }

    @Property(tries = 100)
    void distanceZonesAreAsManyAsSizeZones(@ForAll long seed, @ForAll @IntRange(min = 1, max = 4) int highest) {
        TestVolume v = new TestVolume(seed, highest);
        byte[] whole = new byte[v.levels.length];
        Arrays.fill(whole, (byte) 1);
        for (Aggregation aggregation : List.of(Aggregation.TWO_D, Aggregation.TWO_HALF_D, Aggregation.THREE_D)) {
            List<LevelSizeMatrix> byDistance = new Gldzm().measure(v.grid, BitGrid.of(v.size, whole), aggregation);
            List<LevelSizeMatrix> bySize = new Glszm().measure(v.grid, aggregation);
            assertEquals(bySize.size(), byDistance.size());
            for (int m = 0; m < bySize.size(); m++) {
                assertEquals(bySize.get(m).total(), byDistance.get(m).total());
                assertTrue(byDistance.get(m).mean((i, j) -> j) >= 1);
            }
        }
    }
}
