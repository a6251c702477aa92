package io.github.radiomics4j.validation;

import io.github.radiomics4j.core.ContentHash;
import io.github.radiomics4j.core.table.FeatureTable;
import io.github.radiomics4j.radscore.BinaryOutcome;
import io.github.radiomics4j.radscore.Recipe;
import io.github.radiomics4j.validation.resampling.Resample;
import io.github.radiomics4j.validation.resampling.Resampling;
import java.util.TreeMap;

/** All that the fits of a validation depend on, as a hash: of a plan the rows it gives, not what it calls itself. */
final class RefitKey {

    private RefitKey() {
    }

    /**
     * The key of a validation.
     *
     * @param program version of the library and of what runs it
     * @param recipe told by its class and settings
     * @param table bit for bit
     * @param outcome of the same cases
     * @param plan checked to allow the outcome
     * @return 64 hexadecimal digits
     */
    static String of(String program, Recipe recipe, FeatureTable table, BinaryOutcome outcome, Resampling plan) {
        ContentHash hash = new ContentHash().text(program).text(recipe.getClass().getName()).texts(new TreeMap<>(recipe.settings()))
                .text(table.fingerprint()).text(Refits.Scored.by(plan).name()).count(outcome.size());
        for (int row = 0; row < outcome.size(); row++) {
            hash.count(outcome.isPositive(row) ? 1 : 0);
        }
        int resamples = plan.count(outcome);
        hash.count(resamples);
        for (int number = 0; number < resamples; number++) {
            Resample resample = plan.resample(number, outcome);
            hash.counts(resample.training()).counts(resample.heldOut());
        }
        return hash.hex();
    }
}
