package io.github.radiomics4j.examples.lumbar;

import io.github.radiomics4j.core.feature.Provenance;
import io.github.radiomics4j.core.preview.RegionPreview;
import io.github.radiomics4j.core.table.FeatureTableCsv;
import io.github.radiomics4j.radscore.Radscore;
import io.github.radiomics4j.radscore.RadscoreJson;
import io.github.radiomics4j.validation.discrimination.Interval;
import io.github.radiomics4j.validation.discrimination.PairedAucTest;
import io.github.radiomics4j.validation.report.HtmlPage;
import io.github.radiomics4j.validation.report.HtmlThumbnails;
import io.github.radiomics4j.validation.report.RocPlot;
import io.github.radiomics4j.validation.study.CutOffResult;
import io.github.radiomics4j.validation.study.InteractionResult;
import io.github.radiomics4j.validation.study.ModelResult;
import io.github.radiomics4j.validation.study.Rate;
import io.github.radiomics4j.validation.study.StudyJson;
import io.github.radiomics4j.validation.study.page.StudyPage;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** Writes the study's files. Equal results give equal bytes: no dates, no paths, no numbers of threads. */
final class StudyReport {
    /** What every file says. */
    static final String SYNTHETIC = "SYNTHETIC cohort: images and outcomes come from a random generator, no patient is behind them";

    private static final double SHOWN_OFTEN = 0.1;

    private final StudyResults results;
    private final StudyOptions options;

    StudyReport(StudyResults results, StudyOptions options) {
        this.results = results;
        this.options = options;
    }

    /**
     * Writes all files.
     *
     * @param folder an existing folder; files of the same names are overwritten
     * @throws IOException where a file cannot be written
     */
    void write(Path folder) throws IOException {
        for (Region region : Region.values()) {
            FeatureTableCsv.write(results.tables().get(region), folder.resolve("synthetic-features-" + region.label() + ".csv"));
        }
        for (ModelResult model : results.study().models()) {
            RadscoreJson.write(marked(model.radscore()), folder.resolve("radscore-" + model.name() + ".json"));
        }
        StudyJson.write(results.study(), folder.resolve("study.json"));
        write(folder, "synthetic-cohort.csv", cohortCsv());
        write(folder, "results.csv", resultsCsv());
        write(folder, "results.md", resultsMarkdown());
        write(folder, "formulas.txt", formulas());
        page().write(folder.resolve("report.html"));
        write(folder, "roc.svg", RocPlot.svg("Recurrence in a SYNTHETIC cohort: " + size(), results.curves()));
    }

    private HtmlPage page() {
        Map<String, Provenance> extraction = new LinkedHashMap<>();
        results.tables().forEach((region, table) -> extraction.put(region.label(), table.provenance()));
        List<HtmlThumbnails.Thumbnail> pictures = new ArrayList<>();
        for (int c = 0; c < results.cohort().size(); c++) {
            SyntheticCase one = results.cohort().render(c);
            for (Region region : Region.values()) {
                String words = results.cohort().id(c) + ", " + region.label();
                pictures.add(HtmlThumbnails.Thumbnail.ofPng(RegionPreview.standard().of(one.image(), one.mask(region)).png(),
                        words + ", with its outline", words));
            }
        }
        return StudyPage.of(results.study()).titled("Recurrence in a SYNTHETIC cohort: no patient is behind these images")
                .withExtraction(extraction).withPictures(pictures).page();
    }

    private static void write(Path folder, String name, String text) throws IOException {
        Files.writeString(folder.resolve(name), text, StandardCharsets.UTF_8);
    }

    private static Radscore marked(Radscore radscore) {
        SortedMap<String, String> training = new TreeMap<>(radscore.training());
        training.put("cohort", SYNTHETIC);
        return radscore.withTraining(training);
    }

    private String size() {
        return results.cohort().size() + " cases, " + results.cohort().outcome().positives() + " recurrences";
    }

    /** Truth and out-of-sample scores, case by case. */
    private String cohortCsv() {
        SyntheticCohort cohort = results.cohort();
        StringBuilder text = new StringBuilder("case,recurrence,pfirrmann_grade,"
                + "true_disc_heterogeneity,true_muscle_heterogeneity,true_logit");
        results.study().models().forEach(m -> text.append(',').append(m.name()).append("_radscore_leave_one_out"));
        for (int c = 0; c < cohort.size(); c++) {
            Traits traits = cohort.traits(c);
            text.append('\n').append(cohort.id(c)).append(',').append(cohort.outcome().isPositive(c) ? 1 : 0).append(',')
                    .append(traits.pfirrmann()).append(',').append(traits.disc()).append(',').append(traits.muscle()).append(',')
                    .append(traits.logit());
            results.study().cases().get(c).scores().forEach(s -> text.append(',').append(s.honest().get(StudyResults.LEAVE_ONE_OUT)));
        }
        return text.append('\n').toString();
    }

    private String resultsCsv() {
        StringBuilder text = new StringBuilder("cohort,cases,events,score,plan,auc,auc_lower_95,auc_upper_95,interval,"
                + "auc_minus_pfirrmann,difference_lower_95,difference_upper_95,p_delong_paired\n");
        for (ResultRow row : results.rows()) {
            text.append("synthetic,").append(results.cohort().size()).append(',').append(results.cohort().outcome().positives())
                    .append(",\"").append(row.score()).append("\",\"").append(row.plan()).append("\",").append(row.auc().auc()).append(',')
                    .append(row.auc().interval().lower()).append(',').append(row.auc().interval().upper())
                    .append(",\"").append(row.auc().method()).append("\",");
            text.append(row.againstPfirrmann().map(t -> t.difference() + "," + t.differenceInterval(0.95).lower() + ","
                    + t.differenceInterval(0.95).upper() + "," + t.pValue()).orElse(",,,")).append('\n');
        }
        return text.toString();
    }

    /** The table of results as Markdown; also printed on the console. */
    String table() {
        StringBuilder text = new StringBuilder("| score | validation | AUC | 95 % interval | AUC − Pfirrmann | p (DeLong, paired) |\n"
                + "|---|---|---:|---:|---:|---:|\n");
        for (ResultRow row : results.rows()) {
            text.append("| ").append(row.score()).append(" | ").append(row.plan()).append(" | ").append(three(row.auc().auc()))
                    .append(" | ").append(range(row.auc().interval())).append(" | ")
                    .append(row.againstPfirrmann().map(t -> three(t.difference())).orElse("")).append(" | ")
                    .append(row.againstPfirrmann().map(StudyReport::pValue).orElse("")).append(" |\n");
        }
        return text.toString();
    }

    private String resultsMarkdown() {
        StringBuilder text = new StringBuilder("# Radscores of disc and muscle for recurrence after lumbar disc surgery\n\n**" + SYNTHETIC
                + ". Nothing here is evidence about patients; it shows that the way from voxels to a validated score works.**\n\n");
        text.append(size()).append("; seed ").append(options.seed()).append(", ").append(options.bootstrapSamples())
                .append(" bootstrap samples.\n\n").append(table());
        text.append("""

                ## How to read it

                - Every validated line refits the whole recipe (selection, scaling, weights) in every resample, on training cases only.
                - The last line is the ceiling: the score by which the generator drew the outcome. No measurement of the images can be
                  expected to rank better, since the rest is chance. The two lines above it are the parts that disc and muscle have in it.
                - The generator drew traits and outcome, before any image was made, until the last three lines and the Pfirrmann grade lay
                  close to their design (AUC 0.80, 0.67, 0.85 and 0.50).
                - The Pfirrmann grade shapes brightness and height of the disc, but the generator gave it no part in the outcome.
                - Intervals of cross-validated lines take the out-of-sample scores as given (DeLong, on the logit scale). The bootstrap's
                  interval is that of the apparent AUC, moved by the optimism. Leave-one-out pools scores of many fits, which costs it a
                  little where the signal is weak. No p-value is adjusted for the number of comparisons.
                - Weak effects vary from cohort to cohort: run other seeds before you believe a difference.

                """);
        text.append(cutOffs()).append(interaction()).append("## What to mind\n\n");
        results.study().warnings().forEach(warning -> text.append("- ").append(warning.model().map(m -> m + ": ").orElse(""))
                .append(warning.message()).append(".\n"));
        text.append("\n## How it was done\n\n");
        text.append("Regions: disc (label 1); muscle (labels 2 to 5, multifidus and erector spinae of both sides, merged into one ")
                .append("region). Settings of the features are in the data dictionaries beside the feature tables, those of the recipes ")
                .append("in the JSON files.\n\n");
        for (ModelResult model : results.study().models()) {
            text.append("- ").append(model.name()).append(": ").append(model.terms().size()).append(" terms. Recipe: ")
                    .append(model.radscore().training().entrySet().stream().filter(e -> e.getKey().contains("/"))
                            .map(e -> e.getKey() + " = " + e.getValue()).collect(Collectors.joining("; "))).append(".\n");
        }
        for (Region region : Region.values()) {
            List<String> undefined = results.undefined().get(region);
            text.append("- ").append(region.label()).append(": ").append(results.tables().get(region).columnCount())
                    .append(" features per case, ").append(undefined.size()).append(" left out because they are undefined for some case")
                    .append(undefined.isEmpty() ? "" : ": " + String.join(", ", undefined)).append(".\n");
        }
        text.append("""
                - Deep features come from a wavelet scattering network (fixed filters, nothing to train), averaged over orientations.
                """);
        if (options.deep() == StudyOptions.Deep.COHORT) {
            text.append("- Encoder learned on the cohort: in place of the scattering network an autoencoder of the region's largest ")
                    .append("slice, trained anew on the training cases of every fold, without their outcomes. Two more comparisons with the ")
                    .append("grade. On another kind of processor their last digits ")
                    .append("may differ.\n");
        }
        text.append("\n## How often features were selected (bootstrap)\n\n| score | feature | share of ")
                .append(options.bootstrapSamples()).append(" samples |\n|---|---|---:|\n");
        for (ModelResult model : results.study().models()) {
            model.plans().get(2).selection().frequency().entrySet().stream().filter(e -> e.getValue() >= SHOWN_OFTEN)
                    .forEach(e -> text.append("| ").append(model.name()).append(" | `").append(e.getKey()).append("` | ")
                            .append(String.format(Locale.ROOT, "%.2f", e.getValue())).append(" |\n"));
        }
        return text.toString();
    }

    private String cutOffs() {
        StringBuilder text = new StringBuilder("## Cut-offs (Youden, leave-one-out scores)\n\nCut-offs were chosen on the cases that they"
                + " are judged by; the last two columns are of cut-offs that were chosen without the case.\n\n| score | cut-off | sensitivity |"
                + " specificity | PPV | NPV | sensitivity, honest | specificity, honest |\n|---|---:|---:|---:|---:|---:|---:|---:|\n");
        for (ModelResult model : results.study().models()) {
            CutOffResult cutOff = model.plan(StudyResults.LEAVE_ONE_OUT).honest().orElseThrow().cutOff();
            text.append("| ").append(model.name()).append(" | ").append(three(cutOff.chosen().counts().threshold()));
            for (Rate rate : List.of(cutOff.chosen().sensitivity(), cutOff.chosen().specificity(),
                    cutOff.chosen().positivePredictiveValue(), cutOff.chosen().negativePredictiveValue(), cutOff.chosenInTraining().sensitivity(),
                    cutOff.chosenInTraining().specificity())) {
                text.append(" | ").append(share(rate));
            }
            text.append(" |\n");
        }
        return text.append('\n').toString();
    }

    private String interaction() {
        InteractionResult found = results.study().interactions().get(0);
        StringBuilder text = new StringBuilder("## Disc and muscle together (leave-one-out scores)\n\n| disc | muscle | recurrences, groups"
                + " at the cut-offs above | groups at honest cut-offs |\n|---|---|---:|---:|\n");
        for (int g = 0; g < 4; g++) {
            text.append("| ").append(g % 2 == 0 ? "low" : "high").append(" | ").append(g < 2 ? "low" : "high").append(" | ")
                    .append(share(found.atChosenCutOffs().rates().get(g))).append(" | ")
                    .append(share(found.atTrainingCutOffs().rates().get(g))).append(" |\n");
        }
        return text.append("\nProduct of both scores: ").append(found.product().value()
                .map(p -> "odds ratio " + three(p.oddsRatio()) + " (" + range(p.oddsRatioInterval()) + "), p "
                        + String.format(Locale.ROOT, "%.4f", p.test().p()))
                .orElse(found.product().reason())).append(". The generator put no product in.\n\n").toString();
    }

    private static String share(Rate rate) {
        return rate.counts() + (rate.counts().trials() == 0 ? "" : " = " + String.format(Locale.ROOT, "%.2f", rate.estimate()));
    }

    private static String range(Interval interval) {
        return three(interval.lower()) + " to " + three(interval.upper());
    }

    private String formulas() {
        StringBuilder text = new StringBuilder(SYNTHETIC + ".\n"
                + "These formulas describe the generator, not patients: never use them for a person.\n"
                + "Features as they are (not z-scored); risk = 1 / (1 + exp(-Radscore)).\n");
        for (ModelResult model : results.study().models()) {
            text.append('\n').append(model.name()).append(":\n").append(model.formula()).append('\n');
        }
        return text.toString();
    }

    private static String three(double value) {
        return String.format(Locale.ROOT, "%.3f", value);
    }

    private static String pValue(PairedAucTest test) {
        if (Double.isNaN(test.pValue())) {
            return "undefined";
        }
        return test.pValue() < 0.0001 ? "< 0.0001" : String.format(Locale.ROOT, "%.4f", test.pValue());
    }
}
