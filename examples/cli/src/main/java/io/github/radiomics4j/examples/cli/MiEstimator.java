package io.github.radiomics4j.examples.cli;

import io.github.radiomics4j.radscore.information.EqualFrequencyBins;
import io.github.radiomics4j.radscore.information.EqualWidthBins;
import io.github.radiomics4j.radscore.information.MutualInformation;
import io.github.radiomics4j.radscore.information.NearestNeighbourMutualInformation;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** The estimators of mutual information by the names that they have on the command line and in recipes. */
enum MiEstimator {
    /** Nearest neighbours, after Ross. */
    KNN("knn", "neighbours", 3) {
        @Override
        MutualInformation of(int number) {
            return new NearestNeighbourMutualInformation(number);
        }
    },
    /** Plug-in, bins of equal width. */
    EQUAL_WIDTH("equal-width", "bins", 5) {
        @Override
        MutualInformation of(int number) {
            return new EqualWidthBins(number);
        }
    },
    /** Plug-in, bins of equally many cases. */
    EQUAL_FREQUENCY("equal-frequency", "bins", 5) {
        @Override
        MutualInformation of(int number) {
            return new EqualFrequencyBins(number);
        }
    };

    private final String label;
    private final String parameter;
    private final int usual;

    MiEstimator(String label, String parameter, int usual) {
        this.label = label;
        this.parameter = parameter;
        this.usual = usual;
    }

    /**
     * The estimator with its one number.
     *
     * @param number of neighbours or of bins
     * @return the estimator
     * @throws IllegalArgumentException where the number is too small
     */
    abstract MutualInformation of(int number);

    /**
     * The name on the command line.
     *
     * @return lower case with hyphens
     */
    String label() {
        return label;
    }

    /**
     * What its number counts.
     *
     * @return {@code neighbours} or {@code bins}
     */
    String parameter() {
        return parameter;
    }

    /**
     * The number that is taken where none is given.
     *
     * @return 3 neighbours, or 5 bins
     */
    int usual() {
        return usual;
    }

    /**
     * The estimator of a name.
     *
     * @param label as on the command line
     * @return empty where there is none
     */
    static Optional<MiEstimator> named(String label) {
        return Arrays.stream(values()).filter(e -> e.label.equals(label)).findFirst();
    }

    /**
     * All names.
     *
     * @return in the order of the constants
     */
    static List<String> labels() {
        return Arrays.stream(values()).map(MiEstimator::label).toList();
    }
}
