package io.github.radiomics4j.deep;

import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Consumer;

/** An encoder whose only layer is its input; shows each batch to a listener. */
record PixelsAsMaps(int inputChannels, Consumer<Batch> listener) implements Encoder {

    /** What the extractor handed over. */
    record Batch(float[] images, int count, int size) { }

    @Override
    public String name() {
        return "pixels";
    }

    @Override
    public List<String> layers() {
        return List.of("input");
    }

    @Override
    public int channels(String layer) {
        return inputChannels;
    }

    @Override
    public int minimumSize() {
        return 1;
    }

    @Override
    public SortedMap<String, String> settings() {
        return new TreeMap<>();
    }

    @Override
    public String weightsSha256() {
        return "0".repeat(64);
    }

    @Override
    public Activations activations(float[] images, int count, int size, String layer) {
        listener.accept(new Batch(images.clone(), count, size));
        return Activations.of(count, inputChannels, size, size, images);
    }
}
