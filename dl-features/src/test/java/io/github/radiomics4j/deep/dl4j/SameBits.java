package io.github.radiomics4j.deep.dl4j;

import io.github.radiomics4j.core.feature.FeatureVector;
import io.github.radiomics4j.core.image.GridSize;
import io.github.radiomics4j.deep.DeepFeatureExtractor;
import io.github.radiomics4j.deep.RegionSampling;
import io.github.radiomics4j.deep.SyntheticCase;
import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;

/** Extracts a case in several threads and prints the SHA-256 of the features' bits; run by tests in a process of its own. */
final class SameBits {
    static final long SEED = 20;

    private SameBits() { }

    public static void main(String[] arguments) throws InterruptedException {
        DeepFeatureExtractor extractor = extractor(SEED);
        Set<String> hashes = ConcurrentHashMap.newKeySet();
        List<Thread> threads = Stream.generate(() -> new Thread(() -> hashes.add(hash(extract(extractor, 1))))).limit(3).toList();
        threads.forEach(Thread::start);
        hashes.add(hash(extract(extractor, 1)));
        for (Thread thread : threads) {
            thread.join();
        }
        System.out.println(String.join(" differs from ", hashes));
    }

    static DeepFeatureExtractor extractor(long seed) {
        return DeepFeatureExtractor.of(Dl4jEncoder.small2d(seed)).resizedTo(48).sampling(RegionSampling.eachSlice(3));
    }

    static FeatureVector extract(DeepFeatureExtractor extractor, long caseSeed) {
        SyntheticCase one = SyntheticCase.of(new GridSize(40, 36, 6), caseSeed);
        return extractor.extract(one.image(), one.mask());
    }

    static String hash(FeatureVector features) {
        ByteBuffer bytes = ByteBuffer.allocate(features.size() * Double.BYTES);
        for (double value : features.values()) {
            bytes.putDouble(value);
        }
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes.array()));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
