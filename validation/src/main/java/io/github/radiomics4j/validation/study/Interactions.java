package io.github.radiomics4j.validation.study;

import io.github.radiomics4j.radscore.BinaryOutcome;
import io.github.radiomics4j.radscore.regression.LogisticFit;
import io.github.radiomics4j.validation.discrimination.Interval;
import io.github.radiomics4j.validation.interaction.AdditiveInteraction;
import io.github.radiomics4j.validation.interaction.CutOffGroups;
import io.github.radiomics4j.validation.interaction.ProductTerm;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

/** Two models' out-of-sample scores together. */
final class Interactions {
    private static final double HALF_OF_REPEATS = 0.5;
    private static final int PRODUCT = 3;

    private Interactions() {
    }

    static InteractionResult of(ModelResult a, ModelResult b, String plan, BinaryOutcome outcome, double level) {
        HonestFigures honestA = a.plan(plan).honest().orElseThrow();
        HonestFigures honestB = b.plan(plan).honest().orElseThrow();
        double[] scoresA = honestA.scoreArray();
        double[] scoresB = honestB.scoreArray();
        InteractionResult.Groups chosen = groups(scoresA, honestA.cutOff().chosen().counts().threshold(), scoresB,
                honestB.cutOff().chosen().counts().threshold(), outcome, level);
        InteractionResult.Groups inTraining = groups(honestA.callArray(), HALF_OF_REPEATS, honestB.callArray(), HALF_OF_REPEATS, outcome,
                level);
        return new InteractionResult(a.name(), b.name(), plan, chosen, inTraining,
                Found.of(() -> product(ProductTerm.of(scoresA, scoresB, outcome), level)));
    }

    private static InteractionResult.Groups groups(double[] a, double cutA, double[] b, double cutB, BinaryOutcome outcome, double level) {
        CutOffGroups groups = CutOffGroups.of(a, cutA, b, cutB, outcome);
        List<Rate> rates = Stream.of(groups.lowLow(), groups.highLow(), groups.lowHigh(), groups.highHigh())
                .map(group -> Rate.of(group, level)).toList();
        return new InteractionResult.Groups(cutA, cutB, groups, rates, Found.of(groups::pearson), Found.of(groups::productTest),
                Found.of(() -> additive(groups.additive(), level)));
    }

    private static InteractionResult.Additive additive(AdditiveInteraction found, double level) {
        return new InteractionResult.Additive(found.reri(level), found.attributableProportion(level), found.synergy(level),
                found.multiplicative(level));
    }

    private static InteractionResult.Product product(ProductTerm found, double level) {
        LogisticFit fit = found.fit();
        LogisticFit.Limits limits = fit.waldLimits(level).get(PRODUCT);
        return new InteractionResult.Product(Arrays.stream(fit.coefficients()).boxed().toList(),
                Arrays.stream(fit.standardErrors()).boxed().toList(), Math.exp(fit.coefficients()[PRODUCT]),
                new Interval(Math.exp(limits.lower()), Math.exp(limits.upper()), level), found.test());
    }
}
