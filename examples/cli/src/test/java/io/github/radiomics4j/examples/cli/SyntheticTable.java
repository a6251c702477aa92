package io.github.radiomics4j.examples.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.SplittableRandom;

/** A table that a test writes: ids, an outcome, one feature that tells of it, others that do not. */
final class SyntheticTable {

    private SyntheticTable() { }

    /** Columns {@code id, event, signal, noise1 …}; every third case is an event. */
    static Path write(Path file, int cases, int noise, long seed) throws IOException {
        SplittableRandom random = new SplittableRandom(seed);
        StringBuilder text = new StringBuilder("id,event,signal");
        for (int c = 1; c <= noise; c++) {
            text.append(",noise").append(c);
        }
        for (int row = 0; row < cases; row++) {
            int event = row % 3 == 0 ? 1 : 0;
            text.append("\np").append(row).append(',').append(event).append(',').append(random.nextDouble() + 0.6 * event);
            for (int c = 0; c < noise; c++) {
                text.append(',').append(random.nextDouble());
            }
        }
        return Files.writeString(file, text.append('\n'));
    }
}
