package io.github.radiomics4j.validation.report;

import io.github.radiomics4j.radscore.BinaryOutcome;
import io.github.radiomics4j.validation.calibration.Calibration;
import io.github.radiomics4j.validation.calibration.PredictedRisks;
import io.github.radiomics4j.validation.calibration.RankGroups;
import io.github.radiomics4j.validation.discrimination.Interval;
import io.github.radiomics4j.validation.discrimination.Roc;
import io.github.radiomics4j.validation.interaction.CutOffGroups;
import io.github.radiomics4j.validation.utility.DecisionCurve;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.stream.IntStream;

/** Every figure once, of made-up cases. */
final class DemoFigures {
    static final int CASES = 90;
    static final double[] DISC = new double[CASES];
    static final double[] MUSCLE = new double[CASES];
    static final BinaryOutcome OUTCOME = outcome();

    private DemoFigures() {
    }

    private static BinaryOutcome outcome() {
        Random random = new Random(7);
        int[] outcome = new int[CASES];
        for (int i = 0; i < CASES; i++) {
            DISC[i] = random.nextGaussian();
            MUSCLE[i] = random.nextGaussian();
            double logit = -0.7 + 1.1 * DISC[i] + 0.7 * MUSCLE[i] + 0.8 * DISC[i] * MUSCLE[i];
            outcome[i] = random.nextDouble() < 1 / (1 + Math.exp(-logit)) ? 1 : 0;
        }
        return BinaryOutcome.of(outcome);
    }

    /** Name to figure, in the order of a report. */
    static Map<String, String> all() {
        Map<String, String> figures = new LinkedHashMap<>();
        figures.put("flow", flow());
        figures.put("roc", roc());
        figures.put("forest", forest());
        figures.put("calibration", CalibrationPlot.svg("Recurrence", Map.of("Disc Radscore", new Calibration(risks())),
                new RankGroups(6)));
        figures.put("decision", DecisionCurvePlot.svg("Recurrence", Map.of("Disc Radscore", DecisionCurve.of(risks(),
                IntStream.rangeClosed(1, 60).mapToDouble(t -> t / 100.0).toArray()))));
        figures.put("frequencies", frequencies());
        figures.put("contributions", contributions());
        figures.put("rates", InteractionPlot.rates("Recurrence by both scores", "Disc Radscore", "Muscle Radscore", groups(), 0.95));
        figures.put("cases", InteractionPlot.cases("Cases by both scores", "Disc Radscore", DISC, 0.3, "Muscle Radscore", MUSCLE, 0.1,
                OUTCOME));
        return figures;
    }

    static CutOffGroups groups() {
        return CutOffGroups.of(DISC, 0.3, MUSCLE, 0.1, OUTCOME);
    }

    static PredictedRisks risks() {
        return PredictedRisks.of(Arrays.stream(DISC).map(d -> 1 / (1 + Math.exp(0.6 - d))).toArray(), OUTCOME);
    }

    private static String roc() {
        Map<String, Roc> curves = new LinkedHashMap<>();
        curves.put("Disc Radscore", Roc.of(DISC, OUTCOME));
        curves.put("Muscle Radscore", Roc.of(MUSCLE, OUTCOME));
        return RocPlot.svg("Recurrence", curves);
    }

    static String flow() {
        return CohortFlowDiagram.svg("Flow of cases", List.of(
                new CohortFlowDiagram.Stage("Cases with surgery for lumbar disc herniation", 131, List.of(
                        new CohortFlowDiagram.Exclusion("without T2 images before surgery", 14),
                        new CohortFlowDiagram.Exclusion("earlier surgery at the same level", 9))),
                new CohortFlowDiagram.Stage("Cases with images", 108, List.of(
                        new CohortFlowDiagram.Exclusion("mask and image on different grids", 3),
                        new CohortFlowDiagram.Exclusion("follow-up below 12 months", 15))),
                new CohortFlowDiagram.Stage("Cases analysed", 90, List.of())),
                List.of(new CohortFlowDiagram.Group("With recurrence", 31), new CohortFlowDiagram.Group("Without recurrence", 59)));
    }

    static List<AucForestPlot.Row> rows() {
        return List.of(new AucForestPlot.Row("Disc Radscore", "Apparent", 0.91, new Interval(0.85, 0.96, 0.95), true),
                new AucForestPlot.Row("Disc Radscore", "10-fold cross-validation, repeated 20 times", 0.76,
                        new Interval(0.66, 0.85, 0.95), false),
                new AucForestPlot.Row("Disc Radscore", "Bootstrap, optimism taken off", 0.78, new Interval(0.69, 0.87, 0.95), false),
                new AucForestPlot.Row("Muscle Radscore", "Apparent", 0.84, new Interval(0.75, 0.92, 0.95), true),
                new AucForestPlot.Row("Muscle Radscore", "10-fold cross-validation, repeated 20 times", 0.61,
                        new Interval(0.48, 0.73, 0.95), false),
                new AucForestPlot.Row("Pfirrmann grade", "Not fitted", 0.55, new Interval(0.42, 0.67, 0.95), false));
    }

    private static String forest() {
        return AucForestPlot.svg("Discrimination", rows());
    }

    static Map<String, Double> shares() {
        Map<String, Double> shares = new LinkedHashMap<>();
        shares.put("original|glcm.joint_entropy|3D_merged|FBN:32", 0.93);
        shares.put("original|stat.10th_percentile", 0.71);
        shares.put("scattering|order2|path_17_orientation_averaged_scale_3_of_the_largest_slice", 0.44);
        shares.put("original|glrlm.long_run_low_grey_level_emphasis|3D_merged|FBN:32", 0.38);
        shares.put("original|morph.sphericity", 0.21);
        shares.put("original|ngtdm.busyness|3D_merged|FBN:32", 0.05);
        shares.put("original|szm.zone_percentage|3D|FBN:32", 0.04);
        return shares;
    }

    private static String frequencies() {
        return SelectionFrequencyPlot.svg("Features of the disc", shares(), Set.of("original|glcm.joint_entropy|3D_merged|FBN:32",
                "original|stat.10th_percentile"), 5);
    }

    static List<ContributionPlot.Contribution> terms() {
        return List.of(new ContributionPlot.Contribution("glcm.joint_entropy = 5.31 (z = 1.2)", 0.84),
                new ContributionPlot.Contribution("stat.10th_percentile = 212 (z = −0.4)", -0.21),
                new ContributionPlot.Contribution("morph.sphericity = 0.62 (z = 0.9)", -0.37),
                new ContributionPlot.Contribution("glrlm.long_run_low_grey_level_emphasis = 0.021 (z = 0.0)", 0));
    }

    private static String contributions() {
        return ContributionPlot.svg("Case 042", "Radscore (log odds)", "Average case", -0.74, terms());
    }
}
