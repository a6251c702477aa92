package io.github.radiomics4j.core.cohort;

import io.github.radiomics4j.core.InvalidInputException;
import io.github.radiomics4j.core.feature.FeatureSource;
import io.github.radiomics4j.core.io.WholeFile;
import io.github.radiomics4j.core.perturbation.MaskPerturbation;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * Features of all structures of a cohort. Each structure has a source of its own: a
 * {@link io.github.radiomics4j.core.extraction.FeatureExtractor}, a deep network, your own.
 * <pre>{@code
 * CohortExtraction extraction = CohortExtraction.of(Map.of("disc", mr, "multifidus", mr))
 *         .reportingTo(progress -> System.err.println(progress));
 * CohortResult result = extraction.run(Cohort.read(Path.of("cases.csv")), Path.of("state"), 2);
 * result.writeTo(Path.of("tables"));
 * }</pre>
 *
 * <p><b>Memory.</b> A worker reads a case, measures it and lets it go; it holds one image and one mask at a time. No list of images
 * exists, and numbers stay on disk until the last case is done.
 *
 * <p><b>Kept through kills.</b> Every finished structure of a case is on the disk, in a file of its own, before the next is begun. It is
 * found again by a hash of all that its numbers depend on: the source's settings, the version of this library, the content of image
 * and mask (not their names or dates), the region, and how files are read. So a run after a kill goes on where that one was, and after a
 * change measures what the change touches. A file that was cut or altered is noticed by its checksum and measured again.
 *
 * <p><b>Failures</b> stop nothing and are not kept: a disk that was away comes back, a file is put right, memory is given, and to find
 * that it is still broken costs little.
 *
 * <p>Immutable. The result depends on the cohort alone, not on the number of workers or on which of its cases were finished before.
 */
public final class CohortExtraction {
    private final Map<String, FeatureSource> sources;
    private final CaseReading reading;
    private final Optional<MaskPerturbation> perturbation;
    private final Consumer<CohortProgress> listener;
    private final boolean anew;
    private final StateFolder.Writing writing;

    private CohortExtraction(Map<String, FeatureSource> sources, CaseReading reading, Optional<MaskPerturbation> perturbation,
            Consumer<CohortProgress> listener, boolean anew, StateFolder.Writing writing) {
        this.sources = Collections.unmodifiableMap(new LinkedHashMap<>(sources));
        this.reading = Objects.requireNonNull(reading);
        this.perturbation = perturbation;
        this.listener = Objects.requireNonNull(listener);
        this.anew = anew;
        this.writing = writing;
    }

    /**
     * An extraction that reads as {@link CaseReading#STANDARD} and reports to nobody.
     *
     * @param sources structure to what measures it; several threads use them at once; copied
     * @return the extraction
     */
    public static CohortExtraction of(Map<String, ? extends FeatureSource> sources) {
        return new CohortExtraction(new LinkedHashMap<>(sources), CaseReading.STANDARD, Optional.empty(), progress -> { }, false,
                WholeFile::writeDurably);
    }

    /**
     * This extraction with other rules for files.
     *
     * @param rules how images and masks are read
     * @return the extraction
     */
    public CohortExtraction readBy(CaseReading rules) {
        return new CohortExtraction(sources, rules, perturbation, listener, anew, writing);
    }

    /**
     * This extraction with every mask changed a little before it is measured, under the same settings: tables of repeated measurements,
     * from which a filter tells the features that depend on how the mask was drawn.
     *
     * @param change such as an erosion by 1 mm; where it leaves nothing of a region, that structure of the case fails
     * @return the extraction; its tables have the provenance of those with masks as they are, since they may be compared
     */
    public CohortExtraction perturbedBy(MaskPerturbation change) {
        return new CohortExtraction(sources, reading, Optional.of(change), listener, anew, writing);
    }

    /**
     * This extraction with someone who is told how far it is.
     *
     * @param told after each case, by one thread at a time, with rising numbers; what it throws ends the run
     * @return the extraction
     */
    public CohortExtraction reportingTo(Consumer<CohortProgress> told) {
        return new CohortExtraction(sources, reading, perturbation, told, anew, writing);
    }

    /**
     * This extraction without regard to what is finished already: all is measured, and replaces what is in the state folder.
     *
     * @return the extraction
     */
    public CohortExtraction anew() {
        return new CohortExtraction(sources, reading, perturbation, listener, true, writing);
    }

    /** This extraction on another disk, for tests. */
    CohortExtraction writingBy(StateFolder.Writing other) {
        return new CohortExtraction(sources, reading, perturbation, listener, anew, other);
    }

    /**
     * Measures what is not finished yet. With one worker the caller's thread does it; with more, as many threads are started here and
     * have ended when this returns. An interrupt of the caller ends the run after the cases in hand.
     *
     * @param cohort the cases
     * @param state the folder of finished cases, made where it is missing; one run at a time may use it, and several cohorts may share it
     * @param workers how many cases are measured at once, at least 1; each takes the memory of its image
     * @return the tables and what is not in them
     * @throws IllegalArgumentException where a structure of the cohort has no source, or there is no worker
     * @throws InvalidInputException RESOURCE_LIMIT where another run uses the state folder
     * @throws UncheckedIOException where the state folder cannot be written, a full disk say: the message names the file. Other workers
     *     end their cases, all that was finished stays, and a later run goes on from there
     * @throws java.util.concurrent.CancellationException after an interrupt, which stays set
     */
    public CohortResult run(Cohort cohort, Path state, int workers) {
        if (workers < 1) {
            throw new IllegalArgumentException("at least one worker is needed, were " + workers);
        }
        for (String structure : cohort.structures()) {
            if (!sources.containsKey(structure)) {
                throw new IllegalArgumentException("structure \"" + structure + "\" of the cohort has no feature source; there are "
                        + "some for " + sources.keySet());
            }
        }
        try (StateFolder folder = StateFolder.open(state, writing)) {
            CaseRun run = new CaseRun(sources, reading, perturbation, folder, anew);
            List<List<StructureOutcome>> outcomes = new Workers(cohort.cases(), run, listener).run(workers);
            return CohortResult.of(cohort, sources, reading, outcomes, folder);
        }
    }
}
