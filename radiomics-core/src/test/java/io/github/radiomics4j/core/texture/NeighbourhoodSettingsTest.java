package io.github.radiomics4j.core.texture;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.github.radiomics4j.core.feature.Aggregation;
import io.github.radiomics4j.core.texture.DistanceWeighting.Decay;
import io.github.radiomics4j.core.texture.DistanceWeighting.Norm;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

/** Distance, order and weighting of neighbours against definitions written out literally. */
class NeighbourhoodSettingsTest {

    /** p(i, j) over all direction vectors up to a Chebyshev length, the first of a pair at the lower index. */
    private static double[][] matrix(TestVolume v, int distance, boolean symmetric, DistanceWeighting weighting) {
        double[][] p = new double[v.grid.levels() + 1][v.grid.levels() + 1];
        double[] total = {0};
        v.forEach((x, y, z, level) -> {
            for (int dz = 0; dz <= distance; dz++) {
                for (int dy = -distance; dy <= distance; dy++) {
                    for (int dx = -distance; dx <= distance; dx++) {
                        boolean ahead = dz > 0 || dz == 0 && (dy > 0 || dy == 0 && dx > 0);
                        int other = ahead ? v.at(x + dx, y + dy, z + dz) : 0;
                        if (other > 0) {
                            double w = weighting.of(dx, dy, dz);
                            p[level][other] += w;
                            p[other][level] += symmetric ? w : 0;
                            total[0] += symmetric ? 2 * w : w;
                        }
                    }
                }
            }
        });
        for (double[] row : p) {
            for (int j = 0; j < row.length; j++) {
                row[j] = total[0] == 0 ? Double.NaN : row[j] / total[0];
            }
        }
        return p;
    }

    @Property(tries = 200)
    void cooccurrenceSettingsFollowTheDefinition(@ForAll long seed, @ForAll @IntRange(min = 1, max = 5) int highest,
            @ForAll @IntRange(min = 1, max = 3) int distance, @ForAll boolean symmetric, @ForAll Decay decay, @ForAll Norm norm,
            @ForAll boolean dense) {
        TestVolume v = new TestVolume(seed, highest);
        DistanceWeighting weighting = new DistanceWeighting(decay, norm);
        double[][] p = matrix(v, distance, symmetric, weighting);
        Glcm family = new Glcm().atDistance(distance).weightedBy(weighting);
        List<Cooccurrences> found = (symmetric ? family : family.asymmetric()).measure(v.grid, Aggregation.THREE_D_MERGED,
                dense ? Integer.MAX_VALUE : 0);
        if (Double.isNaN(p[1][1])) {
            assertEquals(0, found.size());
            return;
        }
        double mx = 0;
        double my = 0;
        double contrast = 0;
        double maximum = 0;
        for (int i = 1; i < p.length; i++) {
            for (int j = 1; j < p.length; j++) {
                mx += i * p[i][j];
                my += j * p[i][j];
                contrast += (i - j) * (i - j) * p[i][j];
                maximum = Math.max(maximum, p[i][j]);
            }
        }
        double vx = 0;
        double vy = 0;
        double covariance = 0;
        for (int i = 1; i < p.length; i++) {
            for (int j = 1; j < p.length; j++) {
                vx += (i - mx) * (i - mx) * p[i][j];
                vy += (j - my) * (j - my) * p[i][j];
                covariance += (i - mx) * (j - my) * p[i][j];
            }
        }
        Cooccurrences m = found.get(0);
        assertEquals(mx, GlcmFeature.JOINT_AVERAGE.valueOf(m), 1e-10);
        assertEquals(vx, GlcmFeature.JOINT_VARIANCE.valueOf(m), 1e-10);
        assertEquals(contrast, GlcmFeature.CONTRAST.valueOf(m), 1e-10);
        assertEquals(maximum, GlcmFeature.JOINT_MAXIMUM.valueOf(m), 1e-12);
        if (vx > 1e-6 && vy > 1e-6) {
            assertEquals(covariance / Math.sqrt(vx * vy), GlcmFeature.CORRELATION.valueOf(m), 1e-8);
        }
    }

    @Property(tries = 100)
    void weightedRunsFollowTheDefinition(@ForAll long seed, @ForAll @IntRange(min = 1, max = 4) int highest, @ForAll Norm norm) {
        TestVolume v = new TestVolume(seed, highest);
        DistanceWeighting weighting = new DistanceWeighting(Decay.EXPONENTIAL, norm);
        List<LevelSizeMatrix> perDirection = new Glrlm().measure(v.grid, Aggregation.THREE_D_AVERAGED);
        double runs = 0;
        double squares = 0;
        double voxels = 0;
        for (int d = 0; d < perDirection.size(); d++) {
            double w = weighting.of(Direction.VOLUME.get(d));
            runs += w * perDirection.get(d).total();
            squares += w * perDirection.get(d).total() * perDirection.get(d).mean((i, j) -> j * j);
            voxels += w * v.grid.voxels();
        }
        LevelSizeMatrix merged = new Glrlm().weightedBy(weighting).measure(v.grid, Aggregation.THREE_D_MERGED).get(0);
        assertEquals(squares / runs, GlrlmFeature.LONG_RUNS_EMPHASIS.valueOf(merged), 1e-9);
        assertEquals(runs / voxels, GlrlmFeature.RUN_PERCENTAGE.valueOf(merged), 1e-12);
    }

    @Property(tries = 100)
    void chebyshevWeightingChangesNothingAtDistanceOne(@ForAll long seed, @ForAll @IntRange(min = 1, max = 5) int highest) {
        TestVolume v = new TestVolume(seed, highest);
        DistanceWeighting weighting = new DistanceWeighting(Decay.INVERSE, Norm.CHEBYSHEV);
        List<Cooccurrences> plain = new Glcm().measure(v.grid, Aggregation.THREE_D_MERGED);
        List<Cooccurrences> weighted = new Glcm().weightedBy(weighting).measure(v.grid, Aggregation.THREE_D_MERGED);
        for (int m = 0; m < plain.size(); m++) {
            for (GlcmFeature feature : GlcmFeature.values()) {
                assertEquals(feature.valueOf(plain.get(m)), feature.valueOf(weighted.get(m)), feature.name());
            }
        }
    }

    @Property(tries = 100)
    void dependenceAtALargerDistanceFollowsTheDefinition(@ForAll long seed, @ForAll @IntRange(min = 1, max = 3) int distance) {
        TestVolume v = new TestVolume(seed, 3);
        double[] sum = {0};
        v.forEach((x, y, z, level) -> {
            int dependence = 0;
            for (int dz = -distance; dz <= distance; dz++) {
                for (int dy = -distance; dy <= distance; dy++) {
                    for (int dx = -distance; dx <= distance; dx++) {
                        dependence += v.at(x + dx, y + dy, z + dz) == level ? 1 : 0;
                    }
                }
            }
            sum[0] += (double) dependence * dependence;
        });
        LevelSizeMatrix m = new Ngldm(0, distance).measure(v.grid, Aggregation.THREE_D).get(0);
        assertEquals(sum[0] / v.grid.voxels(), NgldmFeature.HIGH_DEPENDENCE_EMPHASIS.valueOf(m), 1e-9 * sum[0]);
    }

    @Property(tries = 100)
    void toneDifferencesAtALargerDistanceFollowTheDefinition(@ForAll long seed, @ForAll @IntRange(min = 1, max = 3) int distance) {
        TestVolume v = new TestVolume(seed, 4);
        double[] total = {0, 0};
        v.forEach((x, y, z, level) -> {
            double neighbours = 0;
            double levels = 0;
            for (int dz = -distance; dz <= distance; dz++) {
                for (int dy = -distance; dy <= distance; dy++) {
                    for (int dx = -distance; dx <= distance; dx++) {
                        int other = dx == 0 && dy == 0 && dz == 0 ? 0 : v.at(x + dx, y + dy, z + dz);
                        neighbours += other > 0 ? 1 : 0;
                        levels += other;
                    }
                }
            }
            if (neighbours > 0) {
                total[0] += Math.abs(level - levels / neighbours);
                total[1]++;
            }
        });
        List<ToneDifferences> found = new Ngtdm(distance).measure(v.grid, Aggregation.THREE_D);
        assertEquals(total[1] > 0 ? 1 : 0, found.size());
        if (total[1] > 0) {
            assertEquals(total[0], found.get(0).totalDifference(), 1e-9);
            assertEquals(total[1], found.get(0).voxels());
        }
    }

    @Test
    void distanceBelowOneIsRefused() {
        assertThrows(IllegalArgumentException.class, () -> new Glcm().atDistance(0));
        assertThrows(IllegalArgumentException.class, () -> new Ngtdm(0));
        assertThrows(IllegalArgumentException.class, () -> new Ngldm(-1, 1));
    }
}
