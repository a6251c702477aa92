package io.github.radiomics4j.core.texture;

import io.github.radiomics4j.core.numeric.Distribution;

/**
 * A grey level co-occurrence matrix p(i, j), reduced to what its features need: the distributions of i and of j (its marginals, one and
 * the same where the matrix is symmetric), of |i − j| and of i + j, and three sums over cells.
 */
public interface Cooccurrences {
    /**
     * The number of grey levels of the region.
     *
     * @return N<sub>g</sub>
     */
    int levels();

    /**
     * The distribution of the first level, the rows' marginal.
     *
     * @return over i = 1 … N<sub>g</sub>
     */
    Distribution first();

    /**
     * The distribution of the second level, the columns' marginal; that of the first where the matrix is symmetric.
     *
     * @return over j = 1 … N<sub>g</sub>
     */
    Distribution second();

    /**
     * The distribution of the levels' distance.
     *
     * @return over k = |i − j| = 0 … N<sub>g</sub> − 1
     */
    Distribution difference();

    /**
     * The distribution of the levels' sum.
     *
     * @return over k = i + j = 2 … 2 N<sub>g</sub>
     */
    Distribution sum();

    /**
     * The largest cell.
     *
     * @return max p(i, j)
     */
    double maximum();

    /**
     * Energy of the matrix.
     *
     * @return Σ p(i, j)²
     */
    double energy();

    /**
     * Entropy of the matrix.
     *
     * @return −Σ p(i, j) log₂ p(i, j), bits
     */
    double entropy();
}
