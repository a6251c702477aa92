package io.github.radiomics4j.validation.report.checklist;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;

/**
 * A checklist of reporting: numbers and topics of its items. The topics are said in our own words, to find an item by; what an item asks
 * for in full is in the publication. Filling it in proposes answers, the authors answer for them.
 *
 * @param name short name
 * @param citation the publication
 * @param items in the order of the publication
 */
public record ReportingChecklist(String name, String citation, List<ChecklistItem> items) {

    /**
     * Copies the items.
     *
     * @param name short name
     * @param citation the publication
     * @param items in the order of the publication
     */
    public ReportingChecklist {
        items = List.copyOf(items);
    }

    /**
     * The checklist for evaluation of radiomics research, 58 items.
     *
     * @return CLEAR, version 1.0
     */
    public static ReportingChecklist clear() {
        return new ReportingChecklist("CLEAR", "Kocak B, Baessler B, Bakas S, et al. CheckList for EvaluAtion of Radiomics research "
                + "(CLEAR). Insights Imaging 2023;14:75. doi:10.1186/s13244-023-01415-8", read("clear.csv"));
    }

    /**
     * The methodological radiomics score, 30 items with weights that add up to 1.
     *
     * @return METRICS, version 1.0
     */
    public static ReportingChecklist metrics() {
        return new ReportingChecklist("METRICS", "Kocak B, Akinci D’Antonoli T, Mercaldo N, et al. METhodological RadiomICs Score "
                + "(METRICS). Insights Imaging 2024;15:8. doi:10.1186/s13244-023-01572-w", read("metrics.csv"));
    }

    /**
     * The statement on reporting prediction models, 27 main items in 52 parts.
     *
     * @return TRIPOD+AI, the main checklist without that for abstracts
     */
    public static ReportingChecklist tripodAi() {
        return new ReportingChecklist("TRIPOD+AI", "Collins GS, Moons KGM, Dhiman P, et al. TRIPOD+AI statement. BMJ 2024;385:e078378. "
                + "doi:10.1136/bmj-2023-078378", read("tripod-ai.csv"));
    }

    private static List<ChecklistItem> read(String resource) {
        CSVFormat format = CSVFormat.RFC4180.builder().setCommentMarker('#').setHeader().setSkipHeaderRecord(true).get();
        try (InputStream in = ReportingChecklist.class.getResourceAsStream(resource);
                CSVParser rows = format.parse(new InputStreamReader(in, StandardCharsets.UTF_8))) {
            return rows.stream().map(ReportingChecklist::item).toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static ChecklistItem item(CSVRecord row) {
        String weight = row.get("weight");
        String fact = row.get("fact");
        return new ChecklistItem(row.get("item"), row.get("section"), row.get("text"),
                weight.isEmpty() ? OptionalDouble.empty() : OptionalDouble.of(Double.parseDouble(weight)),
                fact.isEmpty() ? Optional.empty() : Optional.of(StudyFact.valueOf(fact)));
    }

    /**
     * An item by its number.
     *
     * @param number such as "23" or "12a"
     * @return the item
     * @throws IllegalArgumentException where there is none of that number
     */
    public ChecklistItem item(String number) {
        return items.stream().filter(item -> item.number().equals(number)).findFirst().orElseThrow(() -> new IllegalArgumentException(
                name + " has no item \"" + number + "\", its items are " + items.get(0).number() + " to "
                        + items.get(items.size() - 1).number()));
    }

    /**
     * Fills in what is known. Items whose fact is not given, and those that only the authors can answer, stay open.
     *
     * @param facts the answer to each fact that is known; not modified
     * @return the checklist with its answers
     */
    public FilledChecklist fill(Map<StudyFact, ChecklistAnswer> facts) {
        FilledChecklist filled = new FilledChecklist(this, Map.of());
        for (ChecklistItem item : items) {
            Optional<ChecklistAnswer> answer = item.fact().flatMap(fact -> Optional.ofNullable(facts.get(fact)));
            if (answer.isPresent()) {
                filled = filled.with(item.number(), answer.get());
            }
        }
        return filled;
    }
}
