package io.github.radiomics4j.core.preprocessing;

import io.github.radiomics4j.core.InvalidInputException;
import io.github.radiomics4j.core.InvalidInputException.Problem;

/** The intensities are grey levels already: whole numbers from 1. */
public record AlreadyDiscrete() implements Discretisation {

    @Override
    public String label() {
        return "levels";
    }

    @Override
    public int[] levelsOf(double[] intensities) {
        int[] levels = new int[intensities.length];
        for (int i = 0; i < levels.length; i++) {
            double x = intensities[i];
            if (x < 1 || x != Math.rint(x)) {
                throw new InvalidInputException(Problem.INTENSITY_OUT_OF_RANGE, "intensity " + x
                        + " is no grey level: without discretisation the region must hold whole numbers from 1; choose a discretisation");
            }
            levels[i] = Discretisation.levelAbove(x - 1, x, "taking intensities as levels");
        }
        return levels;
    }
}
