package io.github.radiomics4j.examples.lumbar;

import io.github.radiomics4j.core.extraction.FeatureExtractor;
import io.github.radiomics4j.core.feature.Aggregation;
import io.github.radiomics4j.core.feature.FeatureSource;
import io.github.radiomics4j.core.feature.FeatureVector;
import io.github.radiomics4j.core.image.Mask;
import io.github.radiomics4j.core.image.ScalarImage;
import io.github.radiomics4j.core.image.VoxelSpacing;
import io.github.radiomics4j.core.preprocessing.FixedBinNumber;
import io.github.radiomics4j.core.table.FeatureTable;
import io.github.radiomics4j.deep.RegionSampling;
import io.github.radiomics4j.deep.ScatteringExtractor;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import net.imglib2.parallel.Parallelization;

/**
 * How images become feature tables: radiomics features of the region, resampled to cubes of 2 mm and discretised to 32 levels, and
 * beside them deep features of its largest slice: a wavelet scattering network, averaged over orientations, since 170 cases cannot tell
 * hundreds of coefficients apart.
 */
final class Measurement {
    private final FeatureSource radiomics = FeatureExtractor.discretisedBy(new FixedBinNumber(32)).resampledTo(VoxelSpacing.isotropic(2))
            .aggregatedBy(Aggregation.THREE_D_MERGED);
    private final FeatureSource deep = ScatteringExtractor.plane().sampling(RegionSampling.largestSlice(0).masked())
            .averagedOverOrientations();
    private final Progress progress;

    Measurement(Progress progress) {
        this.progress = progress;
    }

    private record Measured(FeatureVector radiomics, FeatureVector deep) {
    }

    /**
     * Renders and measures all cases, in parallel over cases by the threads that {@link Parallelization} was given; the tables do not
     * depend on their number.
     *
     * @return per region a table of radiomics features, then deep features, one row per case
     */
    Map<Region, FeatureTable> of(SyntheticCohort cohort) {
        List<Integer> cases = IntStream.range(0, cohort.size()).boxed().toList();
        List<Map<Region, Measured>> measured = Parallelization.getTaskExecutor().forEachApply(cases, c -> {
            Map<Region, Measured> regions = measure(cohort.render(c));
            progress.oneMoreCase();
            return regions;
        });
        Map<Region, FeatureTable> tables = new EnumMap<>(Region.class);
        for (Region region : Region.values()) {
            Map<String, FeatureVector> radiomicsOf = new LinkedHashMap<>();
            Map<String, FeatureVector> deepOf = new LinkedHashMap<>();
            for (int c : cases) {
                radiomicsOf.put(cohort.id(c), measured.get(c).get(region).radiomics);
                deepOf.put(cohort.id(c), measured.get(c).get(region).deep);
            }
            tables.put(region, FeatureTable.ofVectors(radiomicsOf).beside(FeatureTable.ofVectors(deepOf)));
        }
        return tables;
    }

    private Map<Region, Measured> measure(SyntheticCase one) {
        ScalarImage image = one.image();
        Map<Region, Measured> regions = new EnumMap<>(Region.class);
        for (Region region : Region.values()) {
            Mask mask = one.mask(region);
            regions.put(region, new Measured(radiomics.extract(image, mask), deep.extract(image, mask)));
        }
        return regions;
    }

    /** The columns that have a finite value for every case: a feature that is undefined for some cannot be learned from. */
    static FeatureTable definedForAll(FeatureTable table) {
        List<String> defined = new ArrayList<>();
        for (int c = 0; c < table.columnCount(); c++) {
            if (Arrays.stream(table.column(c)).allMatch(Double::isFinite)) {
                defined.add(table.columnNames().get(c));
            }
        }
        return table.select(defined);
    }
}
