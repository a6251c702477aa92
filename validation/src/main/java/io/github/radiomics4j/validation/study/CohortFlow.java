package io.github.radiomics4j.validation.study;

import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * From the cases that were read to those analysed.
 *
 * @param read distinct ids in all tables
 * @param excluded the cases left out, in the order of reading; copied
 * @param analysed the cases left
 * @param events how many of them are positive
 * @param patients how many patients they are; as many as cases where the data name none
 * @param batches batch to its cases among those analysed; empty where the data name none
 */
public record CohortFlow(int read, List<Exclusion> excluded, int analysed, int events, int patients, SortedMap<String, Batch> batches) {

    /**
     * Copies the list.
     *
     * @param read distinct ids in all tables
     * @param excluded the cases left out, in the order of reading; copied
     * @param analysed the cases left
     * @param events how many of them are positive
     * @param patients how many patients they are
     * @param batches batch to its cases among those analysed
     */
    public CohortFlow {
        excluded = List.copyOf(excluded);
    }

    /**
     * A case that is not analysed.
     *
     * @param id of the case
     * @param reason such as {@code no outcome} or {@code no disc, no muscle}
     */
    public record Exclusion(String id, String reason) {
    }

    /**
     * The cases of one scanner or hospital.
     *
     * @param cases how many are analysed
     * @param events how many of them are positive
     */
    public record Batch(int cases, int events) {
    }

    /**
     * Whether cases come in clusters, such as the discs of one patient: AUC intervals and paired tests then are by patient.
     *
     * @return true where there are fewer patients than cases
     */
    public boolean hasSeveralCasesPerPatient() {
        return patients < analysed;
    }

    /**
     * How many cases were left out for each reason.
     *
     * @return reason to number, in the order of reasons
     */
    public SortedMap<String, Integer> exclusions() {
        SortedMap<String, Integer> counts = new TreeMap<>();
        excluded.forEach(one -> counts.merge(one.reason(), 1, Integer::sum));
        return counts;
    }
}
