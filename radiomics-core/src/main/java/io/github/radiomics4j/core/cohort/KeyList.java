package io.github.radiomics4j.core.cohort;

import io.github.radiomics4j.core.feature.Aggregation;
import io.github.radiomics4j.core.feature.FamilyId;
import io.github.radiomics4j.core.feature.FeatureId;
import io.github.radiomics4j.core.feature.FeatureKey;
import io.github.radiomics4j.core.feature.IbsiCode;
import io.github.radiomics4j.core.io.SealedBytes;
import java.io.ByteArrayInputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Which numbers a stored case has, as bytes: the same for thousands of cases, so stored once. */
final class KeyList {

    private KeyList() {
    }

    static byte[] bytesOf(List<FeatureKey> keys) {
        return SealedBytes.of(out -> {
            out.writeInt(keys.size());
            for (FeatureKey key : keys) {
                write(key, out);
            }
        });
    }

    private static void write(FeatureKey key, DataOutputStream out) throws IOException {
        FeatureId id = key.feature();
        out.writeUTF(key.source());
        out.writeUTF(id.family().name());
        out.writeUTF(id.family().ibsiCode().map(IbsiCode::value).orElse(""));
        out.writeUTF(id.name());
        out.writeUTF(id.ibsiCode().map(IbsiCode::value).orElse(""));
        out.writeUTF(id.unit());
        out.writeUTF(key.aggregation().map(Aggregation::name).orElse(""));
        out.writeBoolean(key.discretisation().isPresent());
        out.writeUTF(key.discretisation().orElse(""));
    }

    /**
     * Reads keys.
     *
     * @param bytes of {@link #bytesOf}, without the seal
     * @return the keys
     */
    static List<FeatureKey> of(byte[] bytes) {
        try (DataInputStream in = new DataInputStream(new ByteArrayInputStream(bytes))) {
            int count = in.readInt();
            List<FeatureKey> keys = new ArrayList<>();
            for (int i = 0; i < count; i++) {
                keys.add(key(in));
            }
            return List.copyOf(keys);
        } catch (IOException e) {
            throw new UncheckedIOException("a sealed list of keys is not as it was written", e);
        }
    }

    private static FeatureKey key(DataInputStream in) throws IOException {
        String source = in.readUTF();
        FamilyId family = new FamilyId(in.readUTF(), code(in.readUTF()));
        FeatureId id = new FeatureId(family, in.readUTF(), code(in.readUTF()), in.readUTF());
        Optional<Aggregation> aggregation = Optional.of(in.readUTF()).filter(name -> !name.isEmpty()).map(Aggregation::valueOf);
        boolean discretised = in.readBoolean();
        String discretisation = in.readUTF();
        return new FeatureKey(source, id, aggregation, discretised ? Optional.of(discretisation) : Optional.empty());
    }

    private static Optional<IbsiCode> code(String text) {
        return text.isEmpty() ? Optional.empty() : Optional.of(new IbsiCode(text));
    }
}
