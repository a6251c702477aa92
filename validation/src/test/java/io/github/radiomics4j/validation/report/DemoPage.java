package io.github.radiomics4j.validation.report;

import io.github.radiomics4j.core.image.GridSize;
import io.github.radiomics4j.core.image.ImageGeometry;
import io.github.radiomics4j.core.image.Mask;
import io.github.radiomics4j.core.image.ScalarImage;
import io.github.radiomics4j.core.image.VoxelSpacing;
import io.github.radiomics4j.core.preview.PreviewPicture;
import io.github.radiomics4j.core.preview.RegionPreview;
import io.github.radiomics4j.core.preview.ViewPlane;
import io.github.radiomics4j.validation.report.checklist.ChecklistAnswer;
import io.github.radiomics4j.validation.report.checklist.ReportingChecklist;
import io.github.radiomics4j.validation.report.checklist.StudyFact;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;

/** A report of made-up numbers with every block and every figure, for looking. */
final class DemoPage {

    private DemoPage() {
    }

    static HtmlPage page() {
        Map<String, String> figures = DemoFigures.all();
        return new HtmlPage("Radscores of disc and muscle for recurrence after lumbar disc surgery",
                List.of(new HtmlWarning("made-up numbers", List.of("Every number and picture of this page is invented, to show what "
                        + "a report looks like. Nothing here is evidence about patients.")),
                        new HtmlParagraph("A report is one file. It needs no network and runs no scripts, so it can be archived, mailed "
                                + "and printed as it is.")),
                List.of(cohort(figures), HtmlPage.Section.of("Segmentations", thumbnails()), performance(figures), model(figures),
                        interaction(figures), checklists()),
                "radiomics4j, demonstration page");
    }

    private static HtmlPage.Section cohort(Map<String, String> figures) {
        Map<String, String> key = new LinkedHashMap<>();
        key.put("Cases", "90, of which 31 with recurrence (34 %)");
        key.put("Features per case", "214 of disc and muscle; 6 left out because they are undefined for some case");
        key.put("Discretisation", "fixed bin number, 32 grey levels");
        key.put("Resampling", "1 × 1 × 1 mm, B-spline of third order");
        key.put("Settings", "fingerprint 5b1f0c2e9a7d");
        return HtmlPage.Section.of("Cohort and data", HtmlDefinitions.of(key), new HtmlFigure(figures.get("flow"),
                "The way of the cases through the study. Counts add up: a diagram whose boxes do not would have been refused."));
    }

    private static HtmlPage.Section performance(Map<String, String> figures) {
        List<List<String>> rows = DemoFigures.rows().stream().map(row -> List.of(row.model(), row.plan(), PlotText.decimals(row.auc(), 3),
                PlotText.decimals(row.interval().lower(), 3), PlotText.decimals(row.interval().upper(), 3), "0.213", "−0.08", "0.0412"))
                .toList();
        HtmlTable table = HtmlTable.of("Performance, apparent and validated", List.of(HtmlTable.Column.words("Score"),
                HtmlTable.Column.words("Validation"), HtmlTable.Column.numbers("AUC"), HtmlTable.Column.numbers("Lower 95 %"),
                HtmlTable.Column.numbers("Upper 95 %"), HtmlTable.Column.numbers("Brier score"),
                HtmlTable.Column.numbers("AUC − Pfirrmann"), HtmlTable.Column.numbers("p (DeLong, paired)")), rows)
                .withFootnote("Apparent lines were measured on the cases that the model was fitted to; they show the difference only.");
        return new HtmlPage.Section("Performance", List.of(new HtmlParagraph("Every validated line refits the whole recipe in every "
                + "resample, on training cases only.")), List.of(
                HtmlPage.Section.of("Discrimination", table, HtmlSideBySide.of(
                        new HtmlFigure(figures.get("forest"), "Areas under the curves."),
                        new HtmlFigure(figures.get("roc"), "Receiver operating characteristics of the scores."))),
                HtmlPage.Section.of("Calibration and utility", HtmlSideBySide.of(
                        new HtmlFigure(figures.get("calibration"), "Calibration of the disc Radscore."),
                        new HtmlFigure(figures.get("decision"), "Net benefit of acting on the disc Radscore.")))));
    }

    private static HtmlPage.Section model(Map<String, String> figures) {
        return HtmlPage.Section.of("Model", new HtmlCode("Formula of the disc Radscore", "score = −2.114\n"
                + "      + 0.7012 · original|glcm.joint_entropy|3D_merged|FBN:32\n      − 0.0052 · original|stat.10th_percentile\n"
                + "risk  = 1 / (1 + exp(−score))"), HtmlSideBySide.of(
                        new HtmlFigure(figures.get("frequencies"), "How often features were selected in 1000 bootstrap samples."),
                        new HtmlFigure(figures.get("contributions"), "How the score of one case adds up.")));
    }

    private static HtmlPage.Section interaction(Map<String, String> figures) {
        return HtmlPage.Section.of("Both scores together", HtmlSideBySide.of(new HtmlFigure(figures.get("rates"),
                "Rates of recurrence in the four groups. Cut-offs were chosen on the same cases, so the groups look more different than "
                        + "they are."), new HtmlFigure(figures.get("cases"), "The cases by both scores.")));
    }

    private static HtmlPage.Section checklists() {
        Map<StudyFact, ChecklistAnswer> facts = new EnumMap<>(StudyFact.class);
        facts.put(StudyFact.DISCRETISATION, ChecklistAnswer.yes("Fixed bin number, 32 grey levels."));
        facts.put(StudyFact.RESAMPLING, ChecklistAnswer.yes("1 × 1 × 1 mm, B-spline of third order; regions linear, threshold 0.5."));
        facts.put(StudyFact.IMAGE_TYPES, ChecklistAnswer.yes("Original images."));
        facts.put(StudyFact.FEATURE_COUNT, ChecklistAnswer.yes("214 per case, 6 left out."));
        facts.put(StudyFact.MISSING_DATA, ChecklistAnswer.yes("Columns with an undefined value were left out."));
        facts.put(StudyFact.CALIBRATION, ChecklistAnswer.yes("Curve, integrated calibration index, Hosmer–Lemeshow."));
        facts.put(StudyFact.EXTERNAL_TEST, ChecklistAnswer.no("No cases of another institution."));
        facts.put(StudyFact.END_TO_END_ROBUSTNESS, ChecklistAnswer.notApplicable("No end-to-end deep learning."));
        facts.put(StudyFact.DATA_SPLIT, ChecklistAnswer.yes("10-fold cross-validation, repeated 20 times; the whole recipe in each fold."));
        return new HtmlPage.Section("Reporting", List.of(), List.of(
                HtmlPage.Section.of("CLEAR", new HtmlChecklist(ReportingChecklist.clear().fill(facts))),
                HtmlPage.Section.of("METRICS", new HtmlChecklist(ReportingChecklist.metrics().fill(facts))),
                HtmlPage.Section.of("TRIPOD+AI", new HtmlChecklist(ReportingChecklist.tripodAi().fill(facts)))));
    }

    /** Balls in noise, on a grid of flat voxels. */
    private static HtmlThumbnails thumbnails() {
        List<HtmlThumbnails.Thumbnail> thumbnails = new ArrayList<>();
        GridSize size = new GridSize(96, 96, 14);
        for (int i = 0; i < 6; i++) {
            Random random = new Random(i);
            double[] values = new double[(int) size.voxels()];
            byte[] inside = new byte[values.length];
            double radius = 9 + 2 * i;
            for (int at = 0; at < values.length; at++) {
                double x = (at % 96 - 48) * 0.6;
                double y = (at / 96 % 96 - 48) * 0.8;
                double z = (at / 9216 - 7) * 4;
                boolean ball = x * x + y * y + z * z < radius * radius;
                inside[at] = (byte) (ball ? 1 : 0);
                values[at] = (ball ? 140 : 60) + 18 * random.nextGaussian() + 30 * Math.sin(x / 5);
            }
            ScalarImage image = ScalarImage.of(values, size, ImageGeometry.of(VoxelSpacing.mm(0.6, 0.8, 4)));
            ViewPlane plane = i % 2 == 0 ? ViewPlane.AXIAL : ViewPlane.CORONAL;
            PreviewPicture picture = RegionPreview.standard().of(image, Mask.of(inside, size), plane);
            thumbnails.add(HtmlThumbnails.Thumbnail.ofPng(picture.png(), "Disc of case " + (i + 1) + " with its outline",
                    "Case " + (i + 1) + ", " + picture.plane().name().toLowerCase(Locale.ROOT) + " slice " + picture.slice()));
        }
        return new HtmlThumbnails("The slice with most of each region, its outline in orange.", thumbnails);
    }
}
