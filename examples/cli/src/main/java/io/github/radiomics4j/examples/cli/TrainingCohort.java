package io.github.radiomics4j.examples.cli;

import io.github.radiomics4j.core.InvalidInputException;
import io.github.radiomics4j.core.InvalidInputException.Problem;
import io.github.radiomics4j.core.image.Mask;
import io.github.radiomics4j.core.image.ScalarImage;
import io.github.radiomics4j.core.io.ImageFiles;
import io.github.radiomics4j.core.io.region.ReferencedGrid;
import io.github.radiomics4j.core.io.region.RegionChoice;
import io.github.radiomics4j.core.io.region.RegionLabel;
import io.github.radiomics4j.core.io.region.RegionReader;
import io.github.radiomics4j.core.io.region.Regions;
import io.github.radiomics4j.deep.PatchCutting;
import io.github.radiomics4j.deep.TrainingCase;
import io.github.radiomics4j.radscore.BinaryOutcome;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.stream.IntStream;

/** The cases of a cohort, as a table lists them: where their images and masks lie, and what happened to them. */
final class TrainingCohort {
    private static final String ID = "id";
    private static final String IMAGE = "image";
    private static final String MASK = "mask";
    private static final String LABEL = "label";
    private static final String OUTCOME = "outcome";

    private final Path file;
    private final CsvTable table;
    private final Optional<double[]> labels;
    private final Optional<BinaryOutcome> outcome;

    private TrainingCohort(Path file, CsvTable table, boolean supervised) {
        this.file = file;
        this.table = table;
        this.labels = table.choice().names().contains(LABEL) ? Optional.of(table.numbers(table.choice().one("--cases", LABEL)))
                : Optional.empty();
        this.outcome = supervised ? Optional.of(table.outcome(table.choice().one("a classifier's --cases", OUTCOME))) : Optional.empty();
        labels.ifPresent(this::requireLabels);
    }

    /**
     * Reads the list, not yet the images.
     *
     * @param file CSV with the columns id, image and mask (files, relative to the folder of the list), and label and outcome where needed
     * @param supervised whether outcomes are needed; otherwise they are not looked at
     * @return the cohort
     * @throws UsageException where a column is missing
     * @throws InvalidInputException MISSING_FILE; TABLE_INVALID where it is no such table
     */
    static TrainingCohort read(Path file, boolean supervised) {
        CsvTable table = CsvTable.read(file, "--cases", Optional.of(ID), List.of(IMAGE, MASK));
        List.of(IMAGE, MASK).forEach(column -> table.choice().one("--cases", column));
        return new TrainingCohort(file, table, supervised);
    }

    private void requireLabels(double[] values) {
        IntStream.range(0, values.length).filter(i -> !Double.isNaN(values[i]) && (values[i] != (int) values[i] || values[i] == 0))
                .findFirst().ifPresent(i -> {
                    throw new InvalidInputException(Problem.TABLE_INVALID, file + " case \"" + table.cases().get(i)
                            + "\": a label is a whole number other than 0, was " + values[i]);
                });
    }

    /**
     * The files that are read.
     *
     * @return images and masks of all cases
     */
    List<Path> files() {
        List<Path> files = new ArrayList<>();
        for (String column : List.of(IMAGE, MASK)) {
            IntStream.range(0, table.cases().size()).forEach(row -> files.add(path(row, column)));
        }
        return files;
    }

    /**
     * Reads the images one by one and keeps what is cut of them.
     *
     * @param cutting how a region becomes images to learn from
     * @return the cases in the order of the table, with outcomes where they are needed
     * @throws InvalidInputException where an image or mask cannot be read or cut; the message names the case
     */
    List<TrainingCase> cases(PatchCutting cutting) {
        List<TrainingCase> cases = new ArrayList<>();
        each(cutting::cut).forEach((id, cut) -> {
            TrainingCase one = TrainingCase.of(id, cut);
            int row = cases.size();
            cases.add(outcome.map(o -> one.withOutcome(o.isPositive(row))).orElse(one));
        });
        return cases;
    }

    /**
     * Reads the images one by one and keeps what is made of each.
     *
     * @param work what is done with an image and its region
     * @param <T> what comes of it
     * @return case to that, in the order of the table
     * @throws InvalidInputException where an image or mask cannot be read, or the work finds it so; the message names the case
     */
    <T> Map<String, T> each(BiFunction<ScalarImage, Mask, T> work) {
        Map<String, T> made = new LinkedHashMap<>();
        for (int row = 0; row < table.cases().size(); row++) {
            made.put(table.cases().get(row), one(row, work));
        }
        return made;
    }

    private <T> T one(int row, BiFunction<ScalarImage, Mask, T> work) {
        return ExtractCommand.named("case \"" + table.cases().get(row) + "\"", () -> {
            ScalarImage image = ImageFiles.read(path(row, IMAGE));
            Path maskFile = path(row, MASK);
            Regions regions = new RegionReader().open(maskFile);
            RegionChoice choice = RegionChoice.number(label(row, regions.labels(), maskFile));
            return work.apply(image, regions.mask(choice, ReferencedGrid.of(image)));
        });
    }

    private int label(int row, List<RegionLabel> present, Path mask) {
        Optional<Integer> given = labels.map(values -> values[row]).filter(value -> !value.isNaN()).map(Double::intValue);
        if (given.isEmpty() && present.size() > 1) {
            throw new InvalidInputException(Problem.TABLE_INVALID, "mask " + mask + " has labels " + present
                    + "; say which in a column " + LABEL + " of " + file);
        }
        return LabelChoice.of(given.stream().map(String::valueOf).toList()).among(present, mask.toString()).get(0);
    }

    private Path path(int row, String column) {
        return file.toAbsolutePath().resolveSibling(table.texts(column).get(row));
    }
}
