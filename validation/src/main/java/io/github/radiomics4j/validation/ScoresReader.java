package io.github.radiomics4j.validation;

import io.github.radiomics4j.core.feature.Provenance;
import io.github.radiomics4j.radscore.Dropped;
import io.github.radiomics4j.radscore.Radscore;
import io.github.radiomics4j.radscore.harmonisation.FittedComBat;
import java.io.DataInputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.SortedMap;
import java.util.TreeMap;

/** Reads what {@link ScoresWriter} wrote, in the same order; the bytes must be known to be whole. */
final class ScoresReader {
    private final DataInputStream in;
    private final List<String> texts = new ArrayList<>();

    private ScoresReader(DataInputStream in) {
        this.in = in;
    }

    static List<Radscore> read(DataInputStream in) throws IOException {
        return new ScoresReader(in).all(ScoresReader::score);
    }

    @FunctionalInterface
    private interface Part<T> {
        T read(ScoresReader reader) throws IOException;
    }

    private <T> List<T> all(Part<T> part) throws IOException {
        int count = in.readInt();
        List<T> parts = new ArrayList<>(count);
        for (int i = 0; i < count; i++) {
            parts.add(part.read(this));
        }
        return parts;
    }

    private Radscore score() throws IOException {
        return new Radscore(number(), all(ScoresReader::term), new Provenance(settings()), settings(),
                in.readBoolean() ? Optional.of(comBat()) : Optional.empty());
    }

    private Radscore.Term term() throws IOException {
        return new Radscore.Term(text(), number(), number(), number(), optional());
    }

    private FittedComBat comBat() throws IOException {
        return new FittedComBat(text(), all(ScoresReader::number), optional(), all(ScoresReader::text), all(ScoresReader::text),
                all(ScoresReader::feature), all(ScoresReader::dropped));
    }

    private FittedComBat.Feature feature() throws IOException {
        return new FittedComBat.Feature(text(), number(), all(ScoresReader::number), number(), all(ScoresReader::number),
                all(ScoresReader::number));
    }

    private Dropped dropped() throws IOException {
        return new Dropped(text(), text());
    }

    private OptionalDouble optional() throws IOException {
        return in.readBoolean() ? OptionalDouble.of(number()) : OptionalDouble.empty();
    }

    private double number() throws IOException {
        return in.readDouble();
    }

    private SortedMap<String, String> settings() throws IOException {
        SortedMap<String, String> settings = new TreeMap<>();
        for (String name : all(ScoresReader::text)) {
            settings.put(name, text());
        }
        return settings;
    }

    private String text() throws IOException {
        int number = in.readInt();
        if (number == texts.size()) {
            char[] text = new char[in.readInt()];
            for (int i = 0; i < text.length; i++) {
                text[i] = in.readChar();
            }
            texts.add(new String(text));
        }
        return texts.get(number);
    }
}
