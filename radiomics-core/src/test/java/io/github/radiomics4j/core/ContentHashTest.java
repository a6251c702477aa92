package io.github.radiomics4j.core;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class ContentHashTest {

    @Test
    void hashIsThatOfLengthsAndBigEndianValues() {
        byte[] bytes = ByteBuffer.allocate(4 + 4 + 8).putInt(2).putChar('é').putChar('b').putDouble(1.5).array();
        assertEquals(Sha256.of(bytes), new ContentHash().text("éb").number(1.5).hex());
        assertEquals(Sha256.of(bytes).substring(0, 16), new ContentHash().text("éb").number(1.5).fingerprint());
    }

    @Test
    void textsThatAreCutElsewhereHaveAnotherHash() {
        assertNotEquals(new ContentHash().text("a").text("bc").hex(), new ContentHash().text("ab").text("c").hex());
        assertNotEquals(new ContentHash().texts(List.of("a")).texts(List.of()).hex(), new ContentHash().texts(List.of()).texts(List.of("a"))
                .hex());
        assertNotEquals(new ContentHash().texts(new TreeMap<>(Map.of("a", "b"))).hex(), new ContentHash().texts(List.of("a", "b")).hex());
    }

    @Test
    void numbersCountBitForBit() {
        assertNotEquals(new ContentHash().number(0).hex(), new ContentHash().number(-0.0).hex());
        assertNotEquals(new ContentHash().number(1).hex(), new ContentHash().number(Math.nextUp(1)).hex());
        assertNotEquals(new ContentHash().counts(new int[] {1, 2}).hex(), new ContentHash().counts(new int[] {2, 1}).hex());
    }

    @Test
    void muchContentIsHashedWhole() {
        int[] many = new int[100_000];
        ByteBuffer bytes = ByteBuffer.allocate(4 * many.length + 4).putInt(many.length);
        for (int i = 0; i < many.length; i++) {
            many[i] = i * 77;
            bytes.putInt(many[i]);
        }
        assertEquals(Sha256.of(bytes.array()), new ContentHash().counts(many).hex());
    }

    @Test
    void sha256IsThatOfTheStandard() {
        assertEquals("ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad", Sha256.of("abc"));
        assertEquals(Sha256.of("abc"), Sha256.of("abc".getBytes(StandardCharsets.UTF_8)));
        assertTrue(LibraryVersion.get().matches("\\d.*"), LibraryVersion.get());
    }
}
