package io.github.radiomics4j.core.cohort;

import io.github.radiomics4j.core.InvalidInputException;
import io.github.radiomics4j.core.InvalidInputException.Problem;
import io.github.radiomics4j.core.feature.FeatureKey;
import io.github.radiomics4j.core.feature.FeatureSource;
import io.github.radiomics4j.core.feature.Provenance;
import io.github.radiomics4j.core.table.FeatureColumn;
import io.github.radiomics4j.core.table.FeatureTable;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What was measured of a cohort, and what was not. Immutable.
 *
 * <p>Every structure of every case is in exactly one place: in its table, among the {@link #failures}, or among the {@link #missing}.
 */
public final class CohortResult {
    private final Cohort cohort;
    private final CaseReading reading;
    private final Map<String, Provenance> provenances;
    private final List<List<StructureOutcome>> outcomes;
    private final Map<String, FeatureTable> tables;

    private CohortResult(Cohort cohort, CaseReading reading, Map<String, Provenance> provenances, List<List<StructureOutcome>> outcomes,
            Map<String, FeatureTable> tables) {
        this.cohort = cohort;
        this.reading = reading;
        this.provenances = provenances;
        this.outcomes = outcomes;
        this.tables = Collections.unmodifiableMap(tables);
    }

    static CohortResult of(Cohort cohort, Map<String, FeatureSource> sources, CaseReading reading, List<List<StructureOutcome>> outcomes,
            StateFolder state) {
        Map<String, Provenance> provenances = new LinkedHashMap<>();
        Map<String, FeatureTable> tables = new LinkedHashMap<>();
        for (String structure : cohort.structures()) {
            Provenance provenance = sources.get(structure).provenance();
            provenances.put(structure, provenance);
            table(cohort, structure, provenance, outcomes, state).ifPresent(table -> tables.put(structure, table));
        }
        return new CohortResult(cohort, reading, provenances, outcomes, tables);
    }

    private static Optional<FeatureTable> table(Cohort cohort, String structure, Provenance provenance,
            List<List<StructureOutcome>> outcomes, StateFolder state) {
        Map<String, String> keys = new LinkedHashMap<>();
        for (int i = 0; i < outcomes.size(); i++) {
            String id = cohort.cases().get(i).id();
            outcomes.get(i).stream().filter(outcome -> outcome.structure().equals(structure))
                    .forEach(outcome -> outcome.key().ifPresent(key -> keys.put(id, key)));
        }
        if (keys.isEmpty()) {
            return Optional.empty();
        }
        List<String> ids = List.copyOf(keys.keySet());
        List<FeatureKey> features = stored(state, keys, ids.get(0)).keys();
        double[][] values = new double[features.size()][ids.size()];
        for (int row = 0; row < ids.size(); row++) {
            StateFolder.Stored one = stored(state, keys, ids.get(row));
            if (!one.keys().equals(features)) {
                throw new InvalidInputException(Problem.SETTINGS_MISMATCH, structure + ": case \"" + ids.get(row) + "\" has "
                        + one.keys().size() + " features, other ones than the " + features.size() + " of case \"" + ids.get(0)
                        + "\": a feature source must give the same for every input");
            }
            for (int column = 0; column < values.length; column++) {
                values[column][row] = one.values()[column];
            }
        }
        return Optional.of(FeatureTable.of(ids, features.stream().map(FeatureColumn::of).toList(), values, provenance));
    }

    private static StateFolder.Stored stored(StateFolder state, Map<String, String> keys, String id) {
        return state.find(keys.get(id)).orElseThrow(() -> new InvalidInputException(Problem.MISSING_FILE, "the finished case \"" + id
                + "\" was altered or deleted in the state folder while the run went on; run again"));
    }

    /**
     * The cohort.
     *
     * @return what was to be measured
     */
    public Cohort cohort() {
        return cohort;
    }

    /**
     * The features.
     *
     * @return structure to table, in the order of structures, rows in the order of the cohort's cases, without those that failed or lack
     *     the structure; a structure of which no case was measured has no table
     */
    public Map<String, FeatureTable> tables() {
        return tables;
    }

    /**
     * What could not be measured.
     *
     * @return in the order of cases and structures
     */
    public List<CaseFailure> failures() {
        return outcomes.stream().flatMap(List::stream).flatMap(outcome -> outcome.failure().stream()).toList();
    }

    /**
     * What is not there to be measured.
     *
     * @return in the order of cases and structures
     */
    public List<MissingStructure> missing() {
        List<MissingStructure> missing = new ArrayList<>();
        for (CohortCase one : cohort.cases()) {
            cohort.structures().stream().filter(structure -> !one.structures().containsKey(structure))
                    .forEach(structure -> missing.add(new MissingStructure(one.id(), structure)));
        }
        return missing;
    }

    /**
     * How many structures of cases were finished before this run and only looked up.
     *
     * @return a count
     */
    public long taken() {
        return outcomes.stream().flatMap(List::stream).filter(StructureOutcome::taken).count();
    }

    /**
     * How many structures of cases this run has measured.
     *
     * @return a count
     */
    public long measured() {
        return outcomes.stream().flatMap(List::stream).filter(outcome -> outcome.key().isPresent() && !outcome.taken()).count();
    }

    /**
     * Writes all of it; each file appears whole or not at all.
     * <pre>
     * features-STRUCTURE.csv             a row per case, with features-STRUCTURE.dictionary.csv
     * clinical.csv                       case, patient, outcome and the clinical columns, a row per case
     * not-measured.csv                   case, structure, status (failed or missing), problem and reason
     * provenance.json                    version, Java, settings and their fingerprints, hashes of all inputs
     * </pre>
     * Of a structure without a table, one that an earlier run wrote is deleted, since it is not this run's.
     *
     * @param folder where to, made where it is missing
     * @throws InvalidInputException MISSING_FILE where something that is no file has one of the names
     * @throws java.io.UncheckedIOException where the disk fails; the message names the file
     */
    public void writeTo(Path folder) {
        CohortFiles files = new CohortFiles(folder);
        files.writeTables(this);
        files.writeRecords(this);
    }

    /**
     * Writes all but the tables of features, for those who write these in another form.
     *
     * @param folder where to, made where it is missing
     * @throws InvalidInputException as {@link #writeTo}
     * @throws java.io.UncheckedIOException as {@link #writeTo}
     */
    public void writeRecordsTo(Path folder) {
        new CohortFiles(folder).writeRecords(this);
    }

    CaseReading reading() {
        return reading;
    }

    Map<String, Provenance> provenances() {
        return provenances;
    }

    List<List<StructureOutcome>> outcomes() {
        return outcomes;
    }
}
