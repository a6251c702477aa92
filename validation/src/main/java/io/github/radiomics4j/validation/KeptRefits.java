package io.github.radiomics4j.validation;

import io.github.radiomics4j.core.InvalidInputException;
import io.github.radiomics4j.core.LibraryVersion;
import io.github.radiomics4j.core.io.LockedFolder;
import io.github.radiomics4j.core.io.SealedBytes;
import io.github.radiomics4j.core.io.WholeFile;
import io.github.radiomics4j.core.table.FeatureTable;
import io.github.radiomics4j.radscore.BinaryOutcome;
import io.github.radiomics4j.radscore.Radscore;
import io.github.radiomics4j.radscore.Recipe;
import io.github.radiomics4j.validation.resampling.Resampling;
import java.io.ByteArrayInputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Fits of validations on disk, so that a run after a kill or a change fits only what is missing.
 * <pre>{@code
 * try (KeptRefits kept = KeptRefits.in(Path.of("state", "analysis"))) {
 *     InternalValidation folds = kept.internal(recipe, table, outcome, new StratifiedKFold(10, 10, 7));
 * }
 * }</pre>
 *
 * <p>Kept are the score of all cases and that of each resample, in one file per validation, which is on the disk ({@code fsync}) before
 * {@link #internal} returns. What the scores say of the cases is computed anew, and all figures are. Results are the same to the last bit.
 *
 * <p><b>Found again</b> are fits by the SHA-256 of all that they depend on: the version of this library, the Java that runs it, the
 * recipe's class and {@link Recipe#settings()}, the table bit for bit, the outcome, and the training and held-out rows of every resample.
 * So a change of any of these fits anew, and going back finds what was fitted before. A file that was cut or altered is noticed by its
 * checksum and fitted again. A recipe of your own is told by its class and settings: where its code changes, delete the folder or take
 * {@link #anewIn}. {@link LearnedFeatures} are not kept.
 *
 * <p>One run at a time uses a folder; safe for several of its threads. Old files stay until they are deleted, which they may be at any
 * time. A validation of more than 256 MB, some 100000 resamples, is not kept.
 */
public final class KeptRefits implements AutoCloseable {
    private static final String FORMAT = "radiomics4j refits 1";
    private static final int LARGEST = 1 << 28;

    private final LockedFolder folder;
    private final boolean anew;
    private final AtomicInteger taken = new AtomicInteger();
    private final AtomicInteger fitted = new AtomicInteger();

    private KeptRefits(LockedFolder folder, boolean anew) {
        this.folder = folder;
        this.anew = anew;
    }

    /**
     * Opens a folder.
     *
     * @param folder where fits are kept; made where it is missing
     * @return to be closed
     * @throws InvalidInputException RESOURCE_LIMIT where another run uses the folder, MISSING_FILE where a file has its name
     * @throws UncheckedIOException where the disk fails
     */
    public static KeptRefits in(Path folder) {
        return new KeptRefits(LockedFolder.open(folder, "finished fits"), false);
    }

    /**
     * Opens a folder without regard to what is in it: all is fitted, and replaces what was kept before.
     *
     * @param folder where fits are kept; made where it is missing
     * @return to be closed
     * @throws InvalidInputException RESOURCE_LIMIT where another run uses the folder, MISSING_FILE where a file has its name
     * @throws UncheckedIOException where the disk fails
     */
    public static KeptRefits anewIn(Path folder) {
        return new KeptRefits(LockedFolder.open(folder, "finished fits"), true);
    }

    /**
     * Internal validation, as {@link Validation#internal(Recipe, FeatureTable, BinaryOutcome, Resampling)}; fits are taken from the folder
     * where they are there, and kept in it where they are not. A validation that fails is not kept.
     *
     * @param recipe the unfitted recipe
     * @param table one row per case, every column a candidate; not modified
     * @param outcome the outcome of the same cases in the same order
     * @param plan any plan
     * @return the result of that kind of plan, to the last bit that of a validation that keeps nothing
     * @throws InvalidInputException as a validation that keeps nothing
     * @throws IllegalArgumentException as a validation that keeps nothing
     * @throws UncheckedIOException where the folder cannot be read or written, a full disk say
     */
    public InternalValidation internal(Recipe recipe, FeatureTable table, BinaryOutcome outcome, Resampling plan) {
        int resamples = plan.count(outcome);
        Validation.requireOneRowPerCase(table, outcome);
        String key = RefitKey.of(program(), recipe, table, outcome, plan);
        Optional<List<Radscore>> found = anew ? Optional.empty() : find(key).filter(scores -> scores.size() == 1 + resamples);
        if (found.isPresent()) {
            taken.incrementAndGet();
            List<Radscore> scores = found.get();
            return Validation.of(plan, Refits.ofFitted(table, outcome, plan, scores.get(0), scores.subList(1, scores.size())));
        }
        InternalValidation result = Validation.internal(recipe, table, outcome, plan);
        keep(key, result);
        fitted.incrementAndGet();
        return result;
    }

    /** Java's exponential and logarithm may differ in the last bit from one release to the next. */
    private static String program() {
        return LibraryVersion.get() + ", Java " + Runtime.version() + " on " + System.getProperty("os.arch");
    }

    private Optional<List<Radscore>> find(String key) {
        Optional<byte[]> bytes = SealedBytes.read(file(key), LARGEST);
        if (bytes.isEmpty()) {
            return Optional.empty();
        }
        try (DataInputStream in = new DataInputStream(new ByteArrayInputStream(bytes.get()))) {
            return in.readUTF().equals(FORMAT) && in.readUTF().equals(key) ? Optional.of(ScoresReader.read(in)) : Optional.empty();
        } catch (IOException e) {
            return Optional.empty(); // sealed, but not by this version: as good as none
        }
    }

    private void keep(String key, InternalValidation result) {
        byte[] bytes = SealedBytes.of(out -> {
            out.writeUTF(FORMAT);
            out.writeUTF(key);
            ScoresWriter.write(result.radscore(), result.radscores(), out);
        });
        if (bytes.length <= LARGEST) {
            WholeFile.writeDurably(file(key), out -> out.write(bytes));
        }
    }

    private Path file(String key) {
        return folder.resolve(key + ".refits");
    }

    /**
     * How many validations were taken from an earlier run.
     *
     * @return since the folder was opened
     */
    public int taken() {
        return taken.get();
    }

    /**
     * How many validations were fitted.
     *
     * @return since the folder was opened, without those that failed
     */
    public int fitted() {
        return fitted.get();
    }

    /** Lets other runs use the folder. */
    @Override
    public void close() {
        folder.close();
    }
}
