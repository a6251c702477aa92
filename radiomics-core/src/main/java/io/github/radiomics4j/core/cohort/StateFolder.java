package io.github.radiomics4j.core.cohort;

import io.github.radiomics4j.core.InvalidInputException;
import io.github.radiomics4j.core.Sha256;
import io.github.radiomics4j.core.feature.FeatureKey;
import io.github.radiomics4j.core.feature.FeatureVector;
import io.github.radiomics4j.core.io.LockedFolder;
import io.github.radiomics4j.core.io.SealedBytes;
import io.github.radiomics4j.core.io.WholeFile;
import java.io.ByteArrayInputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Finished cases on disk. {@code KEY.values} holds the numbers of one structure of one case, {@code HASH.keys} which numbers they are;
 * the key is a hash of all that the numbers depend on, so a file is either right or not found. Files are on the disk before they get
 * their names. One process at a time uses a folder; safe for several of its threads.
 */
final class StateFolder implements AutoCloseable {
    private static final String MAGIC = "radiomics4j case 1";
    private static final int LARGEST = 1 << 26;

    private final LockedFolder folder;
    private final Writing writing;
    private final Map<String, List<FeatureKey>> keyLists = new ConcurrentHashMap<>();

    private StateFolder(LockedFolder folder, Writing writing) {
        this.folder = folder;
        this.writing = writing;
    }

    /** How a file gets on the disk: {@link WholeFile#writeDurably}, or something that fails, in a test. */
    @FunctionalInterface
    interface Writing {
        void write(Path file, WholeFile.Content content);
    }

    /**
     * Numbers of one structure of one case.
     *
     * @param keys which
     * @param values as many; not to be modified
     */
    record Stored(List<FeatureKey> keys, double[] values) {
    }

    /**
     * Opens a folder, creates it where it is missing, and clears away what killed processes had begun to write.
     *
     * @param folder where
     * @param writing how files are written
     * @return the folder, to be closed
     * @throws InvalidInputException RESOURCE_LIMIT where another run uses it, MISSING_FILE where a file has its name
     * @throws UncheckedIOException where the disk fails
     */
    static StateFolder open(Path folder, Writing writing) {
        return new StateFolder(LockedFolder.open(folder, "finished cases"), writing);
    }

    /**
     * A finished case.
     *
     * @param key a hash of all that its numbers depend on
     * @return the numbers as they were stored, bit for bit; empty where there are none, or files were cut or altered
     */
    Optional<Stored> find(String key) {
        Optional<byte[]> bytes = SealedBytes.read(folder.resolve(key + ".values"), LARGEST);
        if (bytes.isEmpty()) {
            return Optional.empty();
        }
        try (DataInputStream in = new DataInputStream(new ByteArrayInputStream(bytes.get()))) {
            if (!in.readUTF().equals(MAGIC) || !in.readUTF().equals(key)) {
                return Optional.empty();
            }
            Optional<List<FeatureKey>> keys = keys(in.readUTF());
            double[] values = new double[in.readInt()];
            for (int i = 0; i < values.length; i++) {
                values[i] = Double.longBitsToDouble(in.readLong());
            }
            return keys.filter(list -> list.size() == values.length).map(list -> new Stored(list, values));
        } catch (IOException e) {
            return Optional.empty(); // sealed, but not by this version: as good as none
        }
    }

    private Optional<List<FeatureKey>> keys(String hash) {
        List<FeatureKey> known = keyLists.get(hash);
        if (known != null) {
            return Optional.of(known);
        }
        Optional<List<FeatureKey>> read = SealedBytes.read(keysFile(hash), LARGEST).map(KeyList::of);
        read.ifPresent(list -> keyLists.put(hash, list));
        return read;
    }

    /**
     * Stores a finished case; it is on the disk when this returns.
     *
     * @param key a hash of all that its numbers depend on
     * @param vector the numbers
     * @throws UncheckedIOException where the disk fails; nothing that was stored before is touched
     */
    void store(String key, FeatureVector vector) {
        byte[] keys = KeyList.bytesOf(vector.keys());
        String hash = Sha256.of(keys);
        if (keys(hash).isEmpty()) {
            writing.write(keysFile(hash), out -> out.write(keys));
        }
        byte[] bytes = SealedBytes.of(out -> {
            out.writeUTF(MAGIC);
            out.writeUTF(key);
            out.writeUTF(hash);
            double[] values = vector.values();
            out.writeInt(values.length);
            for (double value : values) {
                out.writeLong(Double.doubleToRawLongBits(value));
            }
        });
        writing.write(folder.resolve(key + ".values"), out -> out.write(bytes));
    }

    private Path keysFile(String hash) {
        return folder.resolve(hash + ".keys");
    }

    @Override
    public void close() {
        folder.close();
    }
}
