package io.github.radiomics4j.examples.cli;

import io.github.radiomics4j.core.cohort.Cohort;
import io.github.radiomics4j.core.cohort.CohortCase;
import io.github.radiomics4j.core.cohort.CohortResult;
import io.github.radiomics4j.core.feature.Provenance;
import io.github.radiomics4j.core.perturbation.MaskPerturbation;
import io.github.radiomics4j.radscore.RadscoreJson;
import io.github.radiomics4j.validation.KeptRefits;
import io.github.radiomics4j.validation.report.HtmlThumbnails.Thumbnail;
import io.github.radiomics4j.validation.study.CohortData;
import io.github.radiomics4j.validation.study.StudyAnalysis;
import io.github.radiomics4j.validation.study.StudyData;
import io.github.radiomics4j.validation.study.StudyJson;
import io.github.radiomics4j.validation.study.StudyPlan;
import io.github.radiomics4j.validation.study.StudyResult;
import io.github.radiomics4j.validation.study.page.StudyPage;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
import net.imglib2.parallel.Parallelization;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** The command {@code study}: a cohort in, a report out. */
@Command(name = "study", mixinStandardHelpOptions = true, versionProvider = ManifestVersion.class,
        usageHelpWidth = ExtractCommand.HELP_WIDTH, sortOptions = false,
        description = "Measures a cohort, fits and validates its scores, and writes a report.", exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {"0:done", "1:done without cases that could not be measured, which are listed; or a failure inside the program",
            "2:bad input or usage; the message says what"})
final class StudyCommand implements Callable<Integer> {
    private CommandSpec spec;

    @Parameters(paramLabel = "CASES",
            description = "CSV with a row per case: case, outcome, STRUCTURE.image, STRUCTURE.mask and more, see docs/cohort.md.")
    private Path cases;

    @Option(names = "--study", required = true, paramLabel = "FILE", description = "What to measure and to analyse, see below.")
    private Path studyFile;

    @Option(names = "--pictures", negatable = true, defaultValue = "true", fallbackValue = "true",
            description = "Pictures of all segmentations in the report, which is the default; they show patients.")
    private boolean pictures;

    @Mixin
    private BatchRun run;

    /**
     * Takes the command's description and completes its help with what study files may hold.
     *
     * @param given what picocli made of the annotations
     */
    @Spec
    void setSpec(CommandSpec given) {
        spec = given;
        HelpFooter.add(given, StudyFile::help);
    }

    @Override
    public Integer call() {
        long start = System.nanoTime();
        Set<TableFormat> formats = run.check();
        Cohort cohort = Cohort.read(cases);
        try (StudyFile study = StudyFile.read(studyFile, cohort.structures(), cohort.clinicalColumns())) {
            requireUnseen(study.sources().trainedOn(), cohort);
            try (KeptRefits kept = run.onDisk(run::refits)) { // before any work: of two runs on one folder the second ends here
                return report(study, cohort, formats, kept, start);
            }
        }
    }

    private int report(StudyFile study, Cohort cohort, Set<TableFormat> formats, KeptRefits kept, long start) {
        PrintWriter err = spec.commandLine().getErr();
        CohortResult measured = run.onDisk(() -> {
            CohortResult result = run.measure(cohort, study.sources().ofStructure(), err);
            TableFormat.write(formats, result, run.out());
            return result;
        });
        run.report(measured, (System.nanoTime() - start) / 1e9, err);
        StudyMeasurement all = run.onDisk(() -> StudyMeasurement.of(measured, study.robustness(), change -> again(study, cohort, change)));
        StudyResult result = ExtractCommand.named("cohort " + cases, () -> run.onDisk(() -> analysed(study, all, kept)));
        err.println(String.format(Locale.ROOT, "radiomics4j: %d validations of a score: %d fitted, %d of an earlier run",
                kept.fitted() + kept.taken(), kept.fitted(), kept.taken()));
        run.onDisk(() -> {
            write(study, all, result);
            return true;
        });
        tell(result, start, err);
        return all.failures().isEmpty() ? 0 : 1;
    }

    private CohortResult again(StudyFile study, Cohort cohort, MaskPerturbation change) {
        PrintWriter err = spec.commandLine().getErr();
        CohortResult changed = run.measure(cohort, study.sources().ofStructure(), change, err);
        run.tell(changed.failures(), err);
        err.println(String.format(Locale.ROOT, "radiomics4j: masks changed, %s: %d measured, %d of an earlier run, %d failed",
                change.name(), changed.measured(), changed.taken(), changed.failures().size()));
        return changed;
    }

    private void tell(StudyResult result, long start, PrintWriter err) {
        result.models().forEach(model -> err.println(String.format(Locale.ROOT,
                "radiomics4j: %s: %d %s, AUC %.3f honest (%s), %.3f apparent", model.name(), model.terms().size(),
                model.terms().size() == 1 ? "feature" : "features", model.plans().get(0).auc().auc(), model.plans().get(0).plan(),
                model.apparent().auc())));
        err.println(String.format(Locale.ROOT, "radiomics4j: %d cases, %d events, in %.1f s; report: %s", result.cohort().analysed(),
                result.cohort().events(), (System.nanoTime() - start) / 1e9, run.out().resolve("report.html")));
    }

    /** Features of a network that has learned from the cases look good on them, even on pure noise. */
    private void requireUnseen(Set<String> trainedOn, Cohort cohort) {
        List<String> seen = cohort.cases().stream().map(CohortCase::id).filter(trainedOn::contains).toList();
        if (!seen.isEmpty()) {
            throw new UsageException("the network of the deep settings was trained on " + seen.size() + " of the " + cohort.cases().size()
                    + " cases, the first is \"" + seen.get(0) + "\": its features would look good on them whatever they are worth. Take a"
                    + " network that was trained on other cases, or one that is not trained (network: scattering)");
        }
    }

    private StudyResult analysed(StudyFile study, StudyMeasurement all, KeptRefits kept) {
        CohortResult measured = all.result();
        StudyData data = study.batch().map(column -> CohortData.of(measured, column)).orElseGet(() -> CohortData.of(measured));
        requireNumbers(study, measured.cohort(), data);
        StudyPlan plan = all.filtered(study.plan(), study.robustness());
        List<StudyResult> result = new ArrayList<>();
        Runnable work = () -> result.add(StudyAnalysis.run(data, plan, kept)); // a Runnable's exceptions are not wrapped
        Parallelization.runWithNumThreads(run.threads(), work);
        return result.get(0);
    }

    /** A comparator is a score: its numbers are compared, words are not. */
    private static void requireNumbers(StudyFile study, Cohort cohort, StudyData data) {
        for (String column : study.compared()) {
            if (!data.clinicalColumns().contains(column)) {
                String found = cohort.cases().stream().map(one -> one.clinical().get(column)).filter(text -> !text.matches("[-+.0-9eE]*"))
                        .findFirst().map(text -> "found \"" + text + "\"").orElse("all its fields are empty or it is the batch");
                throw new UsageException("scores are compared with column " + column + ", which must hold numbers, higher ones for cases"
                        + " that are more likely to have the event (a grade as 1 to 5): " + found);
            }
        }
    }

    private void write(StudyFile study, StudyMeasurement all, StudyResult result) {
        CohortResult measured = all.result();
        Path out = run.out();
        StudyJson.write(result, out.resolve("study.json"));
        result.models().forEach(model -> RadscoreJson.write(model.radscore(), out.resolve("radscore-" + model.name() + ".json")));
        Map<String, Provenance> extraction = all.told(study.robustness());
        StudyPage.of(result).titled(study.title()).madeBy(new ManifestVersion().getVersion()[0]).withExtraction(extraction)
                .withFailures(all.failures()).withPictures(pictures ? StudyPictures.of(measured, run.reading()) : List.<Thumbnail>of())
                .page().write(out.resolve("report.html"));
    }
}
