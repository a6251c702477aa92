package io.github.radiomics4j.benchmarks;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import org.junit.jupiter.api.Test;

/** The digests are those of the volume's definition in {@code docs/benchmarks.md}. */
class SynthVolumeTest {
    private static final SynthVolume VOLUME = SynthVolume.blob1m();

    @Test
    void imageHasTheBytesOfItsDefinition() throws NoSuchAlgorithmException {
        ByteBuffer bytes = ByteBuffer.allocate(2 * VOLUME.image().length).order(ByteOrder.LITTLE_ENDIAN);
        bytes.asShortBuffer().put(VOLUME.image());
        assertEquals("2e80c06cf3a1ea51522921fbcd7dd7d8a43e3f5645d42c553ede74f4afa20dab", sha256(bytes.array()));
    }

    @Test
    void maskHasTheBytesOfItsDefinition() throws NoSuchAlgorithmException {
        assertEquals("62382dc8cecccfaa0c3e0ff725f1b63b19563354a3bdb5d177f7ba03c475df4a", sha256(VOLUME.mask()));
    }

    @Test
    void thirtyTwoLevelsHaveTheBytesOfTheirDefinition() throws NoSuchAlgorithmException {
        assertEquals("78f372b2540040b720bbe20d20361340140169a5f7679223a1d69a4431b01d57", sha256(bytes(VOLUME.grey(32))));
    }

    @Test
    void sixtyFourLevelsHaveTheBytesOfTheirDefinition() throws NoSuchAlgorithmException {
        assertEquals("99c4acab3b1ed519892d30456803117d4aab9036006e300978f415a10f56d639", sha256(bytes(VOLUME.grey(64))));
    }

    @Test
    void levelGridHoldsTheWholeRegion() {
        assertEquals(1_000_245, VOLUME.levelGrid(32).voxels());
    }

    private static byte[] bytes(int[] levels) {
        byte[] bytes = new byte[levels.length];
        for (int i = 0; i < bytes.length; i++) {
            bytes[i] = (byte) levels[i];
        }
        return bytes;
    }

    private static String sha256(byte[] bytes) throws NoSuchAlgorithmException {
        return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
    }
}
