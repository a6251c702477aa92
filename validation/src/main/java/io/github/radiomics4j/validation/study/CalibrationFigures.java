package io.github.radiomics4j.validation.study;

import io.github.radiomics4j.radscore.BinaryOutcome;
import io.github.radiomics4j.validation.calibration.BrierScore;
import io.github.radiomics4j.validation.calibration.Calibration;
import io.github.radiomics4j.validation.calibration.CalibrationCurve;
import io.github.radiomics4j.validation.calibration.CalibrationLine;
import io.github.radiomics4j.validation.calibration.HosmerLemeshow;
import io.github.radiomics4j.validation.calibration.PredictedRisks;
import io.github.radiomics4j.validation.calibration.RankGroups;
import io.github.radiomics4j.validation.discrimination.Estimate;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Whether the risks of out-of-sample scores come true.
 *
 * @param line slope and intercept, 1 and 0 where they do; a slope below 1 tells of overfitting
 * @param inTheLarge the intercept at slope 1
 * @param brier the Brier score and its parts
 * @param groups ten groups of rising risk, equal risks together, with Hosmer and Lemeshow's statistic
 * @param groupsP its p, for cases that had no part in the fit
 * @param curve the smoothed outcome at each case's risk, in rising order of risks; copied
 * @param integratedIndex the mean distance of curve and diagonal (ICI)
 * @param largestDistance of curve and diagonal (Emax)
 */
public record CalibrationFigures(Found<CalibrationLine> line, Found<Estimate> inTheLarge, BrierScore brier, HosmerLemeshow groups,
        double groupsP, List<CurvePoint> curve, double integratedIndex, double largestDistance) {

    private static final int GROUPS = 10;

    /**
     * Copies the list.
     *
     * @param line slope and intercept
     * @param inTheLarge the intercept at slope 1
     * @param brier the Brier score and its parts
     * @param groups ten groups of rising risk
     * @param groupsP its p, for cases that had no part in the fit
     * @param curve the smoothed outcome at each case's risk; copied
     * @param integratedIndex the mean distance of curve and diagonal (ICI)
     * @param largestDistance of curve and diagonal (Emax)
     */
    public CalibrationFigures {
        curve = List.copyOf(curve);
    }

    /**
     * A point of the curve.
     *
     * @param predicted the predicted risk
     * @param observed the smoothed share of events there; nothing keeps it within 0 and 1
     */
    public record CurvePoint(double predicted, double observed) {
    }

    static CalibrationFigures of(double[] scores, BinaryOutcome outcome) {
        Calibration calibration = new Calibration(PredictedRisks.ofScores(scores, outcome));
        HosmerLemeshow groups = calibration.hosmerLemeshow(new RankGroups(GROUPS));
        CalibrationCurve curve = calibration.curve();
        double[] predicted = curve.predicted();
        double[] observed = curve.observed();
        return new CalibrationFigures(Found.of(calibration::line), Found.of(calibration::inTheLarge), calibration.brier(), groups,
                groups.pValueOfNewCases(),
                IntStream.range(0, predicted.length).mapToObj(i -> new CurvePoint(predicted[i], observed[i])).toList(),
                curve.integratedCalibrationIndex(), curve.eMax());
    }
}
