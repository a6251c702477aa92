package io.github.radiomics4j.validation;

import io.github.radiomics4j.radscore.Dropped;
import io.github.radiomics4j.radscore.Radscore;
import io.github.radiomics4j.radscore.harmonisation.FittedComBat;
import java.io.DataOutputStream;
import java.io.IOException;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.SortedMap;

/**
 * Scores as bytes, which {@link ScoresReader} reads to the last bit. Unlike JSON they hold any score. A text stands there once and is a
 * number afterwards, since the thousands of scores of a validation share names and settings.
 */
final class ScoresWriter {
    private final DataOutputStream out;
    private final Map<String, Integer> texts = new HashMap<>();

    private ScoresWriter(DataOutputStream out) {
        this.out = out;
    }

    static void write(Radscore first, List<Radscore> others, DataOutputStream out) throws IOException {
        ScoresWriter writer = new ScoresWriter(out);
        out.writeInt(1 + others.size());
        writer.score(first);
        for (Radscore score : others) {
            writer.score(score);
        }
    }

    private void score(Radscore score) throws IOException {
        out.writeDouble(score.intercept());
        out.writeInt(score.terms().size());
        for (Radscore.Term term : score.terms()) {
            text(term.feature());
            out.writeDouble(term.mean());
            out.writeDouble(term.sd());
            out.writeDouble(term.coefficient());
            optional(term.imputed());
        }
        settings(score.provenance().settings());
        settings(score.training());
        out.writeBoolean(score.harmonisation().isPresent());
        if (score.harmonisation().isPresent()) {
            comBat(score.harmonisation().get());
        }
    }

    private void comBat(FittedComBat combat) throws IOException {
        text(combat.batch());
        numbers(combat.batches());
        optional(combat.reference());
        texts(combat.covariates());
        texts(combat.untouched());
        out.writeInt(combat.features().size());
        for (FittedComBat.Feature feature : combat.features()) {
            text(feature.name());
            out.writeDouble(feature.location());
            numbers(feature.slopes());
            out.writeDouble(feature.scale());
            numbers(feature.shifts());
            numbers(feature.scales());
        }
        out.writeInt(combat.dropped().size());
        for (Dropped dropped : combat.dropped()) {
            text(dropped.feature());
            text(dropped.reason());
        }
    }

    private void optional(OptionalDouble value) throws IOException {
        out.writeBoolean(value.isPresent());
        if (value.isPresent()) {
            out.writeDouble(value.getAsDouble());
        }
    }

    private void numbers(Collection<Double> values) throws IOException {
        out.writeInt(values.size());
        for (double value : values) {
            out.writeDouble(value);
        }
    }

    private void texts(Collection<String> values) throws IOException {
        out.writeInt(values.size());
        for (String value : values) {
            text(value);
        }
    }

    private void settings(SortedMap<String, String> settings) throws IOException {
        texts(settings.keySet());
        for (String value : settings.values()) {
            text(value);
        }
    }

    /** A number that is one more than those before means that the text follows. */
    private void text(String text) throws IOException {
        int next = texts.size();
        int number = texts.computeIfAbsent(text, fresh -> next);
        out.writeInt(number);
        if (number == next) {
            out.writeInt(text.length());
            out.writeChars(text);
        }
    }
}
