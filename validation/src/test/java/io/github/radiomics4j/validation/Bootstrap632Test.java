package io.github.radiomics4j.validation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

class Bootstrap632Test {

    @Test
    void withoutOverfittingBothEstimatesAgree() {
        Bootstrap632 loss = new Bootstrap632(0.2, 0.2, 0.4, false);
        assertEquals(0, loss.relativeOverfitting());
        assertEquals(0.2, loss.estimate(), 1e-15);
        assertEquals(0.2, loss.estimatePlus(), 1e-15);
    }

    @Test
    void aRecipeThatLearnsByHeartIsWorthWhatNoInformationIs() {
        Bootstrap632 loss = new Bootstrap632(0, 0.5, 0.5, false);
        assertEquals(1, loss.relativeOverfitting());
        assertEquals(1, loss.weight(), 1e-15);
        assertEquals(0.5, loss.estimatePlus(), 1e-15);
        assertEquals(0.316, loss.estimate(), 1e-15);
    }

    @Test
    void halfWayBetweenTheWeightIsThatOfEfronAndTibshirani() {
        Bootstrap632 loss = new Bootstrap632(0.1, 0.3, 0.5, false);
        assertEquals(0.5, loss.relativeOverfitting(), 1e-15);
        assertEquals(0.632 / (1 - 0.368 * 0.5), loss.weight(), 1e-15);
    }

    @Test
    void anAucOutOfTheBagBelowOneHalfCountsAsOneHalf() {
        Bootstrap632 auc = new Bootstrap632(0.9, 0.45, 0.5, true);
        assertEquals(1, auc.relativeOverfitting());
        assertEquals(0.5, auc.estimatePlus(), 1e-15);
        assertEquals(0.368 * 0.9 + 0.632 * 0.45, auc.estimate(), 1e-15);
    }

    @Test
    void withoutACaseLeftOutThereIsNoEstimate() {
        Bootstrap632 loss = new Bootstrap632(0.1, Double.NaN, 0.5, false);
        assertTrue(Double.isNaN(loss.estimate()) && Double.isNaN(loss.estimatePlus()));
    }
}
