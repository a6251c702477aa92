package io.github.radiomics4j.deep;

import io.github.radiomics4j.deep.scattering.ScatteringPath;
import io.github.radiomics4j.deep.scattering.ScatteringPath.Wavelet;
import io.github.radiomics4j.deep.scattering.WaveletScattering;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Which paths of a scattering network make one feature, and its name: each alone, or all of the same scales together. */
final class ScatteringFeatures {
    private final boolean averaged;
    private final List<String> names = new ArrayList<>();
    private final List<Integer> orders = new ArrayList<>();
    private final int[] groups;
    private final int[] paths;

    private ScatteringFeatures(List<ScatteringPath> all, String orientation, boolean averaged) {
        this.averaged = averaged;
        this.groups = new int[all.size()];
        this.paths = new int[all.size()];
        Map<String, Integer> known = new HashMap<>();
        for (int p = 0; p < groups.length; p++) {
            String name = name(all.get(p), orientation, averaged);
            int group = known.computeIfAbsent(name, n -> known.size());
            if (group == names.size()) {
                names.add(name);
                orders.add(all.get(p).order());
            }
            groups[p] = group;
            paths[group]++;
        }
    }

    static ScatteringFeatures of(WaveletScattering network, boolean averaged) {
        return new ScatteringFeatures(network.paths(), network.dimensions() == 2 ? "angle" : "direction", averaged);
    }

    private static String name(ScatteringPath path, String orientation, boolean averaged) {
        List<String> parts = new ArrayList<>();
        for (Wavelet wavelet : path.wavelets()) {
            parts.add(averaged ? "scale_" + wavelet.scale()
                    : String.format(Locale.ROOT, "scale_%d_%s_%02d", wavelet.scale(), orientation, wavelet.orientation()));
        }
        return parts.isEmpty() ? "average" : String.join("_", parts);
    }

    boolean averaged() {
        return averaged;
    }

    int count() {
        return names.size();
    }

    String name(int group) {
        return names.get(group);
    }

    int order(int group) {
        return orders.get(group);
    }

    /** The group of a path. */
    int group(int path) {
        return groups[path];
    }

    /** How many paths a group has. */
    int paths(int group) {
        return paths[group];
    }
}
