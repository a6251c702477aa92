package io.github.radiomics4j.validation.study.page;

import io.github.radiomics4j.core.cohort.CaseFailure;
import io.github.radiomics4j.core.feature.Provenance;
import io.github.radiomics4j.validation.report.CohortFlowDiagram;
import io.github.radiomics4j.validation.report.HtmlBlock;
import io.github.radiomics4j.validation.report.HtmlChecklist;
import io.github.radiomics4j.validation.report.HtmlDefinitions;
import io.github.radiomics4j.validation.report.HtmlFigure;
import io.github.radiomics4j.validation.report.HtmlPage;
import io.github.radiomics4j.validation.report.HtmlPage.Section;
import io.github.radiomics4j.validation.report.HtmlParagraph;
import io.github.radiomics4j.validation.report.HtmlTable;
import io.github.radiomics4j.validation.report.HtmlTable.Column;
import io.github.radiomics4j.validation.report.HtmlThumbnails;
import io.github.radiomics4j.validation.report.HtmlWarning;
import io.github.radiomics4j.validation.report.checklist.ChecklistAnswer;
import io.github.radiomics4j.validation.report.checklist.ReportingChecklist;
import io.github.radiomics4j.validation.report.checklist.StudyFact;
import io.github.radiomics4j.validation.study.CohortFlow;
import io.github.radiomics4j.validation.study.StudyResult;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * The report of a study as one page that needs no network: cases, settings, scores with their formulas, honest performance beside the
 * apparent one, curves, cut-offs, comparisons, interaction, each case, pictures of the segmentations where they are given, and the
 * checklists CLEAR, METRICS and TRIPOD+AI as far as the result can fill them. The same numbers, exact and complete, are in
 * {@link io.github.radiomics4j.validation.study.StudyJson}. The same result gives the same bytes. Immutable.
 */
public final class StudyPage {
    private final StudyResult result;
    private final String title;
    private final String software;
    private final Map<String, Provenance> extraction;
    private final List<CaseFailure> failures;
    private final List<HtmlThumbnails.Thumbnail> pictures;

    private StudyPage(StudyResult result, String title, String software, Map<String, Provenance> extraction, List<CaseFailure> failures,
            List<HtmlThumbnails.Thumbnail> pictures) {
        this.result = result;
        this.title = title;
        this.software = software;
        this.extraction = extraction;
        this.failures = failures;
        this.pictures = pictures;
    }

    /**
     * The page of a result.
     *
     * @param result of a study with at least one cross-validation among its plans
     * @return the page, without settings of extraction, failures and pictures
     * @throws IllegalArgumentException where no plan has out-of-sample scores
     */
    public static StudyPage of(StudyResult result) {
        if (PerformanceParts.crossValidations(result).isEmpty()) {
            throw new IllegalArgumentException("a report draws curves of out-of-sample scores: add leave-one-out or folds to the plans "
                    + "of the study");
        }
        return new StudyPage(result, "Radiomics study", "radiomics4j", Map.of(), List.of(), List.of());
    }

    /**
     * With a title.
     *
     * @param text what the study is about
     * @return the page with it
     */
    public StudyPage titled(String text) {
        return new StudyPage(result, text, software, extraction, failures, pictures);
    }

    /**
     * With the program that made it.
     *
     * @param nameAndVersion for the checklists and the foot of the page
     * @return the page with it
     */
    public StudyPage madeBy(String nameAndVersion) {
        return new StudyPage(result, title, nameAndVersion, extraction, failures, pictures);
    }

    /**
     * With the settings of the features.
     *
     * @param settings structure to settings, in the order of the page; copied
     * @return the page with them
     */
    public StudyPage withExtraction(Map<String, Provenance> settings) {
        return new StudyPage(result, title, software, Collections.unmodifiableMap(new LinkedHashMap<>(settings)), failures, pictures);
    }

    /**
     * With what could not be measured.
     *
     * @param notMeasured with the reasons; copied
     * @return the page with them
     */
    public StudyPage withFailures(List<CaseFailure> notMeasured) {
        return new StudyPage(result, title, software, extraction, List.copyOf(notMeasured), pictures);
    }

    /**
     * With pictures of the segmentations, which show patients.
     *
     * @param thumbnails in the order of the page; copied
     * @return the page with them
     */
    public StudyPage withPictures(List<HtmlThumbnails.Thumbnail> thumbnails) {
        return new StudyPage(result, title, software, extraction, failures, List.copyOf(thumbnails));
    }

    /**
     * The page.
     *
     * @return ready to be written
     */
    public HtmlPage page() {
        List<String> folds = PerformanceParts.crossValidations(result);
        String plan = folds.get(folds.size() - 1);
        PerformanceParts performance = new PerformanceParts(result, plan);
        List<Section> sections = new ArrayList<>();
        sections.add(cohort());
        sections.add(new Section("Scores",
                List.of(new HtmlParagraph("Each score is a sum of weighted features, on the scale of log odds.")),
                result.models().stream().map(ModelParts::of).toList()));
        sections.add(new Section("Performance", List.of(performance.forest(), performance.aucs()), List.of(performance.curves(),
                new Section("Cut-offs and comparisons", Stream.concat(Stream.of(performance.cutOffs()), performance.comparisons().stream())
                        .toList(), List.of()))));
        if (!result.interactions().isEmpty()) {
            double level = Double.parseDouble(result.settings().get("level"));
            sections.add(new Section("Interaction", List.of(), result.interactions().stream().filter(one -> one.plan().equals(plan))
                    .map(one -> InteractionParts.of(result, one, level)).toList()));
        }
        sections.add(CaseParts.of(result, plan));
        if (!pictures.isEmpty()) {
            sections.add(Section.of("Segmentations", new HtmlThumbnails("The slice with most voxels of each region, with its outline.",
                    pictures)));
        }
        sections.add(settings());
        sections.add(checklists());
        return new HtmlPage(title, front(plan), sections, software);
    }

    private List<HtmlBlock> front(String plan) {
        List<HtmlBlock> front = new ArrayList<>();
        CohortFlow cohort = result.cohort();
        Map<String, String> facts = new LinkedHashMap<>();
        facts.put("Cases analysed", cohort.analysed() + " of " + cohort.read() + ", " + cohort.events() + " events");
        result.models().forEach(model -> facts.put("AUC of " + model.name(),
                Words.auc(model.plan(plan).auc()) + " honest, by " + plan + "; "
                + Words.three(model.apparent().auc()) + " apparent"));
        result.clinical().forEach(one -> facts.put("AUC of " + one.name(), Words.auc(one.auc())));
        front.add(HtmlDefinitions.of(facts));
        if (!result.warnings().isEmpty()) {
            front.add(new HtmlWarning("What to mind", result.warnings().stream()
                    .map(warning -> warning.model().map(model -> model + ": ").orElse("") + warning.message()).toList()));
        }
        return front;
    }

    private Section cohort() {
        CohortFlow cohort = result.cohort();
        List<CohortFlowDiagram.Exclusion> excluded = cohort.exclusions().entrySet().stream()
                .map(one -> new CohortFlowDiagram.Exclusion(one.getKey(), one.getValue())).toList();
        List<HtmlBlock> blocks = new ArrayList<>();
        blocks.add(new HtmlFigure(CohortFlowDiagram.svg("", List.of(new CohortFlowDiagram.Stage("Cases read", cohort.read(), excluded),
                new CohortFlowDiagram.Stage("Cases analysed", cohort.analysed(), List.of())), List.of(
                new CohortFlowDiagram.Group("With the event", cohort.events()),
                new CohortFlowDiagram.Group("Without", cohort.analysed() - cohort.events()))), "Flow of cases."));
        if (!cohort.batches().isEmpty()) {
            blocks.add(HtmlTable.of("Batches", List.of(Column.words("batch"), Column.numbers("cases"), Column.numbers("events")),
                    cohort.batches().entrySet().stream().map(one -> List.of(one.getKey(), Integer.toString(one.getValue().cases()),
                            Integer.toString(one.getValue().events()))).toList()));
        }
        if (!cohort.excluded().isEmpty()) {
            blocks.add(HtmlTable.of("Cases left out", List.of(Column.words("case"), Column.words("reason")),
                    cohort.excluded().stream().map(one -> List.of(one.id(), one.reason())).toList()));
        }
        if (!failures.isEmpty()) {
            blocks.add(HtmlTable.of("Not measured", List.of(Column.words("case"), Column.words("structure"), Column.words("reason")),
                    failures.stream().map(one -> List.of(one.caseId(), one.structure(), one.reason())).toList()));
        }
        return new Section("Cohort", blocks, List.of());
    }

    private Section settings() {
        List<Section> parts = new ArrayList<>();
        extraction.forEach((structure, provenance) -> parts.add(Section.of("Features of " + structure,
                HtmlDefinitions.of(provenance.settings()))));
        return new Section("Settings", List.of(HtmlDefinitions.of(result.settings())), parts);
    }

    private Section checklists() {
        Map<StudyFact, ChecklistAnswer> facts = StudyFacts.of(result, extraction, software);
        return new Section("Reporting", List.of(), Stream.of(ReportingChecklist.clear(), ReportingChecklist.metrics(),
                ReportingChecklist.tripodAi()).map(list -> Section.of(list.name(), new HtmlChecklist(list.fill(facts)))).toList());
    }
}
