package io.github.radiomics4j.core.map;

/**
 * The statistics of a window that is moved over a region. One thread uses it.
 *
 * @param <S> what the formulas of a family read
 */
interface MovingWindow<S> {

    /** Moves the window's centre to a voxel of the box; to the right within a row, or to another row. */
    void centreOn(int x, int y, int z);

    /** Whether the family has anything to measure in the window; its features are undefined otherwise. */
    boolean measurable();

    /** What lies in the window now, good until it moves; only where it is measurable. */
    S statistics();
}
