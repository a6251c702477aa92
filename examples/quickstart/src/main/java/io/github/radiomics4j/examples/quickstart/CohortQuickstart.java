package io.github.radiomics4j.examples.quickstart;

import io.github.radiomics4j.core.cohort.Cohort;
import io.github.radiomics4j.core.cohort.CohortExtraction;
import io.github.radiomics4j.core.cohort.CohortResult;
import io.github.radiomics4j.core.extraction.FeatureExtractor;
import io.github.radiomics4j.core.preprocessing.FixedBinNumber;
import io.github.radiomics4j.validation.study.CohortData;
import io.github.radiomics4j.validation.study.StudyAnalysis;
import io.github.radiomics4j.validation.study.StudyJson;
import io.github.radiomics4j.validation.study.StudyPlan;
import io.github.radiomics4j.validation.study.StudyResult;
import io.github.radiomics4j.validation.study.ValidationPlan;
import io.github.radiomics4j.validation.study.page.StudyPage;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.Map;

/** A study from a folder of patients to its report, by the library alone. */
public final class CohortQuickstart {

    private CohortQuickstart() { }

    /**
     * Runs the study.
     *
     * @param folder with {@code cases.csv}, structures disc and muscle; results are written beside it
     * @param out where AUCs are printed
     */
    public static void run(Path folder, PrintStream out) {
        // README begin
        Cohort cohort = Cohort.read(folder.resolve("cases.csv"));
        FeatureExtractor mr = FeatureExtractor.discretisedBy(new FixedBinNumber(32));
        CohortResult measured = CohortExtraction.of(Map.of("disc", mr, "muscle", mr)).run(cohort, folder.resolve("state"), 2);
        measured.failures().forEach(out::println);                                  // the others go on
        StudyPlan plan = StudyPlan.standard().comparedWith("pfirrmann").withInteraction("disc", "muscle").withSeed(7)
                .withValidations(new ValidationPlan.LeaveOneOut(), new ValidationPlan.KFold(10, 5), new ValidationPlan.Bootstrap(500));
        StudyResult result = StudyAnalysis.run(CohortData.of(measured), plan);
        result.models().forEach(model -> out.println(model.name() + ": " + model.plan("leave-one-out").auc() + ", " + model.formula()));
        measured.writeTo(folder.resolve("tables"));                                 // CSV with dictionary and provenance
        StudyJson.write(result, folder.resolve("study.json"));
        StudyPage.of(result).titled("Recurrence after surgery").page().write(folder.resolve("report.html"));
        // README end
    }
}
