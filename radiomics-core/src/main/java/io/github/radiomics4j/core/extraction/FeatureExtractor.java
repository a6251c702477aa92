package io.github.radiomics4j.core.extraction;

import io.github.radiomics4j.core.feature.Aggregation;
import io.github.radiomics4j.core.feature.FeatureDefinition;
import io.github.radiomics4j.core.feature.FeatureFamily;
import io.github.radiomics4j.core.feature.FeatureKey;
import io.github.radiomics4j.core.feature.FeatureSource;
import io.github.radiomics4j.core.feature.FeatureVector;
import io.github.radiomics4j.core.feature.Provenance;
import io.github.radiomics4j.core.image.Mask;
import io.github.radiomics4j.core.image.ScalarImage;
import io.github.radiomics4j.core.image.VoxelSpacing;
import io.github.radiomics4j.core.numeric.SideBySide;
import io.github.radiomics4j.core.preprocessing.Discretisation;
import io.github.radiomics4j.core.preprocessing.RegionPreparation;
import io.github.radiomics4j.core.preprocessing.Resampling;
import io.github.radiomics4j.core.preprocessing.Resegmentation;
import io.github.radiomics4j.core.roi.PreparedRoi;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Radiomics features of a region. The extractor holds one value per stage of the IBSI scheme, so stages cannot be put in a wrong
 * order; it is immutable, {@code with}-like methods return another one, and threads may share it. Discretisation is the way in,
 * since it has no harmless default; everything else starts as: no resampling, no re-segmentation, all standard families, 3D merged.
 *
 * <p>Called in a {@link java.util.concurrent.ForkJoinPool}, measuring uses its threads, with the same bits ({@link SideBySide}).
 *
 * <p>Where a family has several matrices for an aggregation, each feature is the mean of its values over them.
 */
public final class FeatureExtractor implements FeatureSource {
    /** The source of features of the image itself. */
    public static final String ORIGINAL = "original";

    private final RegionPreparation preparation;
    private final List<Aggregation> aggregations;
    private final List<FeatureFamily<?>> families;

    private FeatureExtractor(RegionPreparation preparation, List<Aggregation> aggregations, List<FeatureFamily<?>> families) {
        this.preparation = preparation;
        this.aggregations = List.copyOf(aggregations);
        this.families = List.copyOf(families);
    }

    /**
     * An extractor of all standard families.
     *
     * @param discretisation how intensities become grey levels
     * @return the extractor
     */
    public static FeatureExtractor discretisedBy(Discretisation discretisation) {
        return new FeatureExtractor(new RegionPreparation(Optional.empty(), Optional.empty(), discretisation),
                List.of(Aggregation.THREE_D_MERGED), FeatureFamilies.standard());
    }

    /**
     * This extractor after linear resampling ({@link Resampling#to}).
     *
     * @param spacing new distance of voxel centres
     * @return the extractor
     */
    public FeatureExtractor resampledTo(VoxelSpacing spacing) {
        return resampledBy(Resampling.to(spacing));
    }

    /**
     * This extractor after resampling.
     *
     * @param resampling the rule
     * @return the extractor
     */
    public FeatureExtractor resampledBy(Resampling resampling) {
        return new FeatureExtractor(new RegionPreparation(Optional.of(resampling), preparation.resegmentation(),
                preparation.discretisation()), aggregations, families);
    }

    /**
     * This extractor after re-segmentation.
     *
     * @param resegmentation the rule
     * @return the extractor
     */
    public FeatureExtractor resegmentedBy(Resegmentation resegmentation) {
        return new FeatureExtractor(new RegionPreparation(preparation.resampling(), Optional.of(resegmentation),
                preparation.discretisation()), aggregations, families);
    }

    /**
     * This extractor with other aggregations.
     *
     * @param wanted one or more of the six directional ones, each once
     * @return the extractor
     */
    public FeatureExtractor aggregatedBy(Aggregation... wanted) {
        return aggregatedBy(List.of(wanted));
    }

    /**
     * This extractor with other aggregations.
     *
     * @param wanted one or more of the six directional ones, each once
     * @return the extractor
     * @throws IllegalArgumentException where there is none, one occurs twice or one is not directional
     */
    public FeatureExtractor aggregatedBy(List<Aggregation> wanted) {
        if (wanted.isEmpty() || EnumSet.copyOf(wanted).size() != wanted.size() || !wanted.stream().allMatch(Aggregation::isDirectional)) {
            throw new IllegalArgumentException("aggregations must be one or more of the six directional ones, each once, were " + wanted);
        }
        return new FeatureExtractor(preparation, wanted, families);
    }

    /**
     * This extractor with other families.
     *
     * @param wanted families in the order of the vector, of different names
     * @return the extractor
     * @throws IllegalArgumentException where there is none or two have one name
     */
    public FeatureExtractor withFamilies(List<? extends FeatureFamily<?>> wanted) {
        Set<String> names = new HashSet<>();
        for (FeatureFamily<?> family : wanted) {
            if (!names.add(family.id().name())) {
                throw new IllegalArgumentException("two families are called " + family.id());
            }
        }
        if (names.isEmpty()) {
            throw new IllegalArgumentException("an extractor needs at least one family");
        }
        return new FeatureExtractor(preparation, aggregations, new ArrayList<>(wanted));
    }

    /**
     * How image and mask become a region.
     *
     * @return resampling, re-segmentation, discretisation
     */
    public RegionPreparation preparation() {
        return preparation;
    }

    /**
     * Measures a region.
     *
     * @param image the image; not modified
     * @param mask the region, on the image's grid; not modified
     * @return one value per family, aggregation and feature; NaN where a feature is undefined for the region
     * @throws io.github.radiomics4j.core.InvalidInputException where the region cannot be measured ({@link RegionPreparation#prepare})
     */
    @Override
    public FeatureVector extract(ScalarImage image, Mask mask) {
        return measure(prepare(image, mask));
    }

    /**
     * Prepares a region as {@link #extract} does: by {@link #preparation()}, with as much around it as the families look at.
     *
     * @param image the image; not modified
     * @param mask the region, on the image's grid; not modified
     * @return the region, for {@link #measure}
     * @throws io.github.radiomics4j.core.InvalidInputException where the region cannot be measured ({@link RegionPreparation#prepare})
     */
    public PreparedRoi prepare(ScalarImage image, Mask mask) {
        double reach = 0;
        for (FeatureFamily<?> family : families) {
            reach = Math.max(reach, family.reach());
        }
        return preparation.prepare(image, mask, reach);
    }

    /**
     * Measures a region that was prepared by {@link #prepare}.
     *
     * @param roi the region
     * @return one value per family, aggregation and feature
     * @throws IllegalArgumentException where a family looks further around the region than it was prepared for
     */
    public FeatureVector measure(PreparedRoi roi) {
        PreparedRoi shared = roi.shared();
        List<Measurement> measurements = new ArrayList<>();
        for (FeatureFamily<?> family : families) {
            Set<Aggregation> own = EnumSet.noneOf(Aggregation.class);
            for (Aggregation requested : aggregations) {
                Aggregation aggregation = family.aggregationFor(requested);
                if (own.add(aggregation)) {
                    measurements.add(new Measurement(family, aggregation));
                }
            }
        }
        double[][] measured = new double[measurements.size()][];
        SideBySide.each(measured.length, turn -> {
            int i = everySecondFirst(turn, measured.length);
            Measurement measurement = measurements.get(i);
            measured[i] = values(measurement.family(), measurement.aggregation(), shared);
        });
        List<FeatureKey> keys = new ArrayList<>();
        measurements.forEach(measurement -> measurement.addKeys(shared, keys));
        return FeatureVector.of(keys, Arrays.stream(measured).flatMapToDouble(Arrays::stream).toArray(), provenance());
    }

    /** Neighbours in the list share what they derive from the levels; apart in time, neither waits while the other makes it. */
    private static int everySecondFirst(int turn, int count) {
        int first = (count + 1) / 2;
        return turn < first ? 2 * turn : 2 * (turn - first) + 1;
    }

    /** One family's part of the vector. */
    private record Measurement(FeatureFamily<?> family, Aggregation aggregation) {

        private void addKeys(PreparedRoi roi, List<FeatureKey> keys) {
            Optional<String> discretisation = family.discretisation(roi);
            for (FeatureDefinition<?> feature : family.features()) {
                keys.add(new FeatureKey(ORIGINAL, feature.id(), Optional.of(aggregation), discretisation));
            }
        }
    }

    private static <S> double[] values(FeatureFamily<S> family, Aggregation aggregation, PreparedRoi roi) {
        List<S> matrices = family.measure(roi, aggregation);
        return family.features().stream().mapToDouble(feature -> {
            double sum = 0;
            for (S matrix : matrices) {
                sum += feature.valueOf(matrix);
            }
            return matrices.isEmpty() ? Double.NaN : sum / matrices.size();
        }).toArray();
    }

    @Override
    public Provenance provenance() {
        SortedMap<String, String> settings = new TreeMap<>();
        settings.put("resampling", preparation.resampling().map(Resampling::toString).orElse("none"));
        settings.put("resegmentation", preparation.resegmentation().map(Resegmentation::toString).orElse("none"));
        settings.put("discretisation", preparation.discretisation().toString());
        settings.put("aggregations", String.join(" ", aggregations.stream().map(Aggregation::label).toList()));
        settings.put("families", String.join(" ", families.stream().map(f -> f.id().name()).toList()));
        families.forEach(family -> family.settings().forEach((name, value) -> settings.put(family.id() + "." + name, value)));
        return new Provenance(settings);
    }
}
