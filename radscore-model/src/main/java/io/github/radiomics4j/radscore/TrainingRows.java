package io.github.radiomics4j.radscore;

import io.github.radiomics4j.core.table.FeatureTable;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/**
 * Which rows a Radscore learned from, as fingerprints: for each row the first 12 hexadecimal digits of the SHA-256 of the case's id and
 * of the values that the score's terms take from it. They tell whether a case of another table was a training row, and do not give the
 * row away. A case whose id or whose values have changed, by one bit, has another fingerprint: an overlap that is found is one, none
 * found is no proof.
 */
public final class TrainingRows {
    /** The entry of {@link Radscore#training()} that holds the fingerprints, distinct ones in order, parted by spaces. */
    public static final String ENTRY = "training.rows";
    private static final int BYTES = 6;

    private TrainingRows() {
    }

    /**
     * What {@link #ENTRY} holds: for recipes that put a score together themselves.
     *
     * @param training the training rows, with the columns of the features
     * @param features those of the score's terms, in their order
     * @return the fingerprints; empty of no feature, since then no value says which row it was
     */
    public static String entry(FeatureTable training, List<String> features) {
        return features.isEmpty() ? "" : String.join(" ", new TreeSet<>(fingerprints(training, features)));
    }

    /**
     * Whether a score remembers its rows. One that was typed in or has no term does not.
     *
     * @param radscore the score
     * @return true where {@link #among} can find an overlap
     */
    public static boolean areKnown(Radscore radscore) {
        return !radscore.training().getOrDefault(ENTRY, "").isEmpty();
    }

    /**
     * The cases of a table that a score has learned from.
     *
     * @param table with the columns of the score's terms
     * @param radscore the score
     * @return their ids in the order of rows; empty where there is none or the score does not remember its rows
     * @throws io.github.radiomics4j.core.InvalidInputException TABLE_INVALID where a column of the score is missing
     */
    public static List<String> among(FeatureTable table, Radscore radscore) {
        if (!areKnown(radscore)) {
            return List.of();
        }
        Set<String> learned = Set.copyOf(Arrays.asList(radscore.training().get(ENTRY).split(" ")));
        List<String> fingerprints = fingerprints(table, radscore.features());
        List<String> overlap = new ArrayList<>();
        for (int row = 0; row < fingerprints.size(); row++) {
            if (learned.contains(fingerprints.get(row))) {
                overlap.add(table.cases().get(row));
            }
        }
        return overlap;
    }

    private static List<String> fingerprints(FeatureTable table, List<String> features) {
        int[] columns = features.stream().mapToInt(table::indexOf).toArray();
        ByteBuffer values = ByteBuffer.allocate(Double.BYTES * columns.length);
        MessageDigest digest = sha256();
        List<String> fingerprints = new ArrayList<>(table.caseCount());
        for (int row = 0; row < table.caseCount(); row++) {
            values.clear();
            for (int column : columns) {
                values.putDouble(table.value(row, column) + 0.0); // −0 is 0
            }
            digest.update(table.cases().get(row).getBytes(StandardCharsets.UTF_8));
            digest.update((byte) 0);
            fingerprints.add(HexFormat.of().formatHex(digest.digest(values.array()), 0, BYTES));
        }
        return fingerprints;
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
