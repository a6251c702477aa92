package io.github.radiomics4j.core.map;

import io.github.radiomics4j.core.InvalidInputException;
import io.github.radiomics4j.core.InvalidInputException.Problem;
import io.github.radiomics4j.core.roi.LevelGrid;
import io.github.radiomics4j.core.texture.Cooccurrences;
import java.util.function.Supplier;

/** Co-occurrences of a window: planes that enter it add their pairs, planes that leave it take them away. */
final class CooccurrenceWindow implements MovingWindow<Cooccurrences> {
    /** Above this many levels the table of pairs would no longer stay near the processor. */
    static final int MAXIMUM_LEVELS = 1024;

    private final LevelGrid grid;
    private final Window window;
    private final WindowPlane plane;
    private final PairCounts counts;
    private final WindowCooccurrences matrix;
    /** Index of voxel (0, y, z) of the row that the window is in. */
    private int row;
    /** Planes {@code low … high} are counted, as columns of the box; none where low is above high. */
    private int low;
    private int high = -1;

    private CooccurrenceWindow(LevelGrid bordered, Window window, WindowPlane plane) {
        this.grid = bordered;
        this.window = window;
        this.plane = plane;
        this.counts = new PairCounts(bordered.levels());
        this.matrix = new WindowCooccurrences(counts);
    }

    /**
     * Windows over a region, one for each thread.
     *
     * @throws InvalidInputException RESOURCE_LIMIT where the region has too many levels
     */
    static Supplier<MovingWindow<Cooccurrences>> over(LevelGrid levels, Window window) {
        if (levels.levels() > MAXIMUM_LEVELS) {
            throw new InvalidInputException(Problem.RESOURCE_LIMIT, "maps of co-occurrences take at most " + MAXIMUM_LEVELS
                    + " grey levels, the region has " + levels.levels() + ": choose wider or fewer bins");
        }
        LevelGrid grid = levels.withBorder(window.border());
        WindowPlane plane = WindowPlane.of(window, grid.rowStride(), grid.sliceStride());
        return () -> new CooccurrenceWindow(grid, window, plane);
    }

    @Override
    public void centreOn(int x, int y, int z) {
        int first = Math.max(0, x - window.radius());
        int last = Math.min(grid.size().x() - 1, x + window.radius());
        int start = grid.rowStart(y, z);
        while (low <= high && (start != row || low < first)) {
            leave();
        }
        if (low > high) {
            row = start;
            low = first;
            high = first - 1;
        }
        while (high < last) {
            enter();
        }
        matrix.changed();
    }

    private void enter() {
        high++;
        countPlane(high, 1);
        if (low < high) {
            counts.countPairs(grid.bordered(), row + high - 1, plane.across(), 1);
        }
    }

    private void leave() {
        countPlane(low, -1);
        if (low < high) {
            counts.countPairs(grid.bordered(), row + low, plane.across(), -1);
        }
        low++;
    }

    private void countPlane(int x, int times) {
        counts.countVoxels(grid.bordered(), row + x, plane.voxels(), times);
        counts.countPairs(grid.bordered(), row + x, plane.within(), times);
    }

    @Override
    public boolean measurable() {
        return counts.pairs() > 0;
    }

    @Override
    public Cooccurrences statistics() {
        return matrix;
    }
}
