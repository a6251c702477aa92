package io.github.radiomics4j.core.texture;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.github.radiomics4j.core.feature.Aggregation;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;

/** The kernels against counts made the obvious way: every voxel, every neighbour, with bounds tests. */
class CountingTest {

    @Property(tries = 200)
    void cooccurrencesEqualABruteForceMatrix(@ForAll long seed, @ForAll @IntRange(min = 1, max = 9) int highest) {
        TestVolume v = new TestVolume(seed, highest);
        int n = v.grid.levels();
        double[][] p = new double[n + 1][n + 1];
        double pairs = 0;
        for (int z = 0; z < v.size.z(); z++) {
            for (int y = 0; y < v.size.y(); y++) {
                for (int x = 0; x < v.size.x(); x++) {
                    for (int d = 0; d < 27; d++) {
                        int i = v.at(x, y, z);
                        int j = d == 13 ? 0 : v.at(x + d % 3 - 1, y + d / 3 % 3 - 1, z + d / 9 - 1);
                        if (i > 0 && j > 0) {
                            p[i][j]++;
                            pairs++;
                        }
                    }
                }
            }
        }
        List<Cooccurrences> matrices = new Glcm().measure(v.grid, Aggregation.THREE_D_MERGED);
        assertEquals(pairs == 0 ? 0 : 1, matrices.size());
        if (pairs == 0) {
            return;
        }
        double contrast = 0;
        double autocorrelation = 0;
        double shade = 0;
        double mean = 0;
        double entropy = 0;
        double maximum = 0;
        for (int i = 1; i <= n; i++) {
            for (int j = 1; j <= n; j++) {
                mean += i * p[i][j] / pairs;
            }
        }
        for (int i = 1; i <= n; i++) {
            for (int j = 1; j <= n; j++) {
                double q = p[i][j] / pairs;
                contrast += (i - j) * (i - j) * q;
                autocorrelation += i * j * q;
                shade += Math.pow(i + j - 2 * mean, 3) * q;
                entropy -= q > 0 ? q * Math.log(q) / Math.log(2) : 0;
                maximum = Math.max(maximum, q);
            }
        }
        Cooccurrences m = matrices.get(0);
        assertEquals(contrast, GlcmFeature.CONTRAST.valueOf(m), 1e-10);
        assertEquals(autocorrelation, GlcmFeature.AUTOCORRELATION.valueOf(m), 1e-10);
        assertEquals(shade, GlcmFeature.CLUSTER_SHADE.valueOf(m), 1e-9);
        assertEquals(entropy, GlcmFeature.JOINT_ENTROPY.valueOf(m), 1e-10);
        assertEquals(maximum, GlcmFeature.JOINT_MAXIMUM.valueOf(m), 1e-14);
    }

    @Property(tries = 100)
    void sortedPairsGiveTheSameFeaturesAsTables(@ForAll long seed, @ForAll @IntRange(min = 1, max = 9) int highest) {
        TestVolume v = new TestVolume(seed, highest);
        for (Aggregation aggregation : List.of(Aggregation.THREE_D_MERGED, Aggregation.THREE_D_AVERAGED, Aggregation.TWO_D_AVERAGED)) {
            List<Cooccurrences> tables = new Glcm().measure(v.grid, aggregation, Integer.MAX_VALUE);
            List<Cooccurrences> sorted = new Glcm().measure(v.grid, aggregation, 0);
            assertEquals(tables.size(), sorted.size());
            for (int m = 0; m < tables.size(); m++) {
                for (GlcmFeature feature : GlcmFeature.values()) {
                    assertEquals(feature.valueOf(tables.get(m)), feature.valueOf(sorted.get(m)), feature.name());
                }
            }
        }
    }

    @Property(tries = 200)
    void runsCoverEveryVoxelOncePerDirection(@ForAll long seed, @ForAll @IntRange(min = 1, max = 4) int highest) {
        TestVolume v = new TestVolume(seed, highest);
        for (LevelSizeMatrix runs : new Glrlm().measure(v.grid, Aggregation.THREE_D_AVERAGED)) {
            assertEquals(v.grid.voxels(), runs.mean((i, j) -> j) * runs.total(), 1e-9);
            assertEquals(v.grid.voxels(), runs.voxels());
        }
    }

    @Property(tries = 200)
    void runsAlongRowsEqualABruteForceCount(@ForAll long seed, @ForAll @IntRange(min = 1, max = 3) int highest) {
        TestVolume v = new TestVolume(seed, highest);
        double squares = 0;
        double total = 0;
        for (int z = 0; z < v.size.z(); z++) {
            for (int y = 0; y < v.size.y(); y++) {
                int length = 0;
                for (int x = 0; x <= v.size.x(); x++) {
                    if (length > 0 && v.at(x, y, z) != v.at(x - 1, y, z)) {
                        squares += length * length;
                        total++;
                        length = 0;
                    }
                    length = v.at(x, y, z) == 0 ? 0 : length + 1;
                }
            }
        }
        LevelSizeMatrix alongX = new Glrlm().measure(v.grid, Aggregation.THREE_D_AVERAGED).get(0);
        assertEquals(squares / total, GlrlmFeature.LONG_RUNS_EMPHASIS.valueOf(alongX), 1e-10);
    }

    @Property(tries = 200)
    void zonesEqualAFloodFill(@ForAll long seed, @ForAll @IntRange(min = 1, max = 4) int highest, @ForAll boolean volume) {
        TestVolume v = new TestVolume(seed, highest);
        Map<Long, Integer> expected = floodFill(v, volume ? 1 : 0);
        LevelSizeMatrix zones = new Glszm().measure(v.grid, volume ? Aggregation.THREE_D : Aggregation.TWO_HALF_D).get(0);
        assertEquals(expected.values().stream().mapToInt(Integer::intValue).sum(), zones.total());
        double large = expected.entrySet().stream().mapToDouble(e -> e.getValue() * Math.pow(e.getKey() % 1000, 2)).sum() / zones.total();
        double high = expected.entrySet().stream().mapToDouble(e -> e.getValue() * Math.pow(e.getKey() / 1000, 2)).sum() / zones.total();
        assertEquals(large, GlszmFeature.LARGE_ZONE_EMPHASIS.valueOf(zones), 1e-9);
        assertEquals(high, GlszmFeature.HIGH_GREY_LEVEL_ZONE_EMPHASIS.valueOf(zones), 1e-9);
        assertEquals(v.grid.voxels(), zones.mean((i, j) -> j) * zones.total(), 1e-9);
    }

    /** Zones as level · 1000 + size, and how often each occurs. */
    private static Map<Long, Integer> floodFill(TestVolume v, int reachZ) {
        boolean[] seen = new boolean[v.levels.length];
        Map<Long, Integer> zones = new TreeMap<>();
        for (int start = 0; start < seen.length; start++) {
            if (v.levels[start] == 0 || seen[start]) {
                continue;
            }
            Deque<Integer> open = new ArrayDeque<>(List.of(start));
            seen[start] = true;
            long size = 0;
            while (!open.isEmpty()) {
                int at = open.pop();
                size++;
                int x = at % v.size.x();
                int y = at / v.size.x() % v.size.y();
                int z = at / (v.size.x() * v.size.y());
                for (int dz = -reachZ; dz <= reachZ; dz++) {
                    for (int d = 0; d < 9; d++) {
                        int nx = x + d % 3 - 1;
                        int ny = y + d / 3 - 1;
                        int next = nx + v.size.x() * (ny + v.size.y() * (z + dz));
                        if (v.at(nx, ny, z + dz) == v.levels[start] && !seen[next]) {
                            seen[next] = true;
                            open.push(next);
                        }
                    }
                }
            }
            zones.merge(v.levels[start] * 1000L + size, 1, Integer::sum);
        }
        return zones;
    }
}
