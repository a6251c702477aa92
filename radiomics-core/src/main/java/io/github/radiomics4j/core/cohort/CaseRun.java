package io.github.radiomics4j.core.cohort;

import io.github.radiomics4j.core.InvalidInputException;
import io.github.radiomics4j.core.InvalidInputException.Problem;
import io.github.radiomics4j.core.LibraryVersion;
import io.github.radiomics4j.core.Sha256;
import io.github.radiomics4j.core.cohort.StructureOutcome.InputHashes;
import io.github.radiomics4j.core.feature.FeatureSource;
import io.github.radiomics4j.core.feature.FeatureVector;
import io.github.radiomics4j.core.feature.Provenance;
import io.github.radiomics4j.core.image.Mask;
import io.github.radiomics4j.core.image.ScalarImage;
import io.github.radiomics4j.core.perturbation.MaskPerturbation;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/** One case after another: looked up, or read, measured and stored. Immutable; a case's images live as long as its turn. */
final class CaseRun {
    private static final String KEY_FORMAT = "radiomics4j cohort 1";

    private final Map<String, FeatureSource> sources;
    private final Map<String, Provenance> provenances;
    private final CaseReading reading;
    private final Optional<MaskPerturbation> perturbation;
    private final StateFolder state;
    private final boolean anew;

    CaseRun(Map<String, FeatureSource> sources, CaseReading reading, Optional<MaskPerturbation> perturbation, StateFolder state,
            boolean anew) {
        this.sources = sources;
        this.provenances = sources.entrySet().stream().collect(Collectors.toMap(Map.Entry::getKey, e -> e.getValue().provenance()));
        this.reading = reading;
        this.perturbation = perturbation;
        this.state = state;
        this.anew = anew;
    }

    /**
     * Does a case.
     *
     * @param one the case
     * @return what became of each structure that it has, in the order of its structures
     * @throws UncheckedIOException where a finished structure cannot be stored; all else becomes a failure of the structure
     */
    List<StructureOutcome> of(CohortCase one) {
        CaseFiles files = new CaseFiles(reading);
        Map<Path, String> hashes = new HashMap<>();
        Map<String, StructureOutcome> outcomes = new HashMap<>();
        for (String structure : byImage(one)) {
            outcomes.put(structure, structure(one, structure, files, hashes));
        }
        return one.structures().keySet().stream().map(outcomes::get).toList();
    }

    /** Structures of one image, and of these structures of one mask, follow each other, so that each file is opened once. */
    private static List<String> byImage(CohortCase one) {
        Map<Path, Map<Path, List<String>>> groups = new LinkedHashMap<>();
        one.structures().forEach((name, input) -> groups.computeIfAbsent(input.image(), image -> new LinkedHashMap<>())
                .computeIfAbsent(input.mask(), mask -> new ArrayList<>()).add(name));
        return groups.values().stream().flatMap(masks -> masks.values().stream()).flatMap(List::stream).toList();
    }

    private StructureOutcome structure(CohortCase one, String structure, CaseFiles files, Map<Path, String> hashes) {
        StructureInput input = one.structures().get(structure);
        Attempt<InputHashes> inputs = attempt(one, structure, () -> new InputHashes(
                hashes.computeIfAbsent(input.image(), InputDigest::of), hashes.computeIfAbsent(input.mask(), InputDigest::of)));
        if (inputs.failure().isPresent()) {
            return StructureOutcome.failed(Optional.empty(), inputs.failure().get());
        }
        InputHashes found = inputs.made().orElseThrow();
        String key = key(structure, input, found);
        if (!anew && state.find(key).isPresent()) {
            return StructureOutcome.done(structure, found, key, true);
        }
        Attempt<FeatureVector> vector = attempt(one, structure, () -> files.read(input,
                (image, mask) -> measured(sources.get(structure), image, mask)));
        if (vector.failure().isPresent()) {
            return StructureOutcome.failed(Optional.of(found), vector.failure().get());
        }
        state.store(key, vector.made().orElseThrow());
        return StructureOutcome.done(structure, found, key, false);
    }

    private FeatureVector measured(FeatureSource source, ScalarImage image, Mask mask) {
        return perturbation.map(change -> change.measure(source, image, mask)).orElseGet(() -> source.extract(image, mask));
    }

    /** All that a number can depend on. The names of case, structure and files are not among it. */
    private String key(String structure, StructureInput input, InputHashes inputs) {
        StringBuilder text = new StringBuilder(KEY_FORMAT).append('\n').append(LibraryVersion.get()).append('\n');
        provenances.get(structure).settings().forEach((name, value) -> text.append(name).append('=').append(value).append('\n'));
        text.append(reading).append('\n').append(inputs.image()).append('\n').append(inputs.mask()).append('\n').append(input.region());
        perturbation.ifPresent(change -> text.append('\n').append(change.name()));
        return Sha256.of(text.toString());
    }

    /**
     * Something made, or why not.
     *
     * @param made empty where it failed
     * @param failure empty where it did not
     */
    private record Attempt<T>(Optional<T> made, Optional<CaseFailure> failure) {
    }

    private static <T> Attempt<T> attempt(CohortCase one, String structure, Supplier<T> work) {
        try {
            return new Attempt<>(Optional.of(work.get()), Optional.empty());
        } catch (InvalidInputException e) {
            return failed(one, structure, Optional.of(e.problem()), e.getMessage());
        } catch (UncheckedIOException e) {
            return failed(one, structure, Optional.empty(), e.getMessage() + ": " + e.getCause());
        } catch (OutOfMemoryError e) {
            return failed(one, structure, Optional.of(Problem.RESOURCE_LIMIT),
                    "not enough memory for this case beside those measured at the same time; give more, or use fewer workers");
        } catch (RuntimeException | StackOverflowError e) {
            return failed(one, structure, Optional.empty(), "unexpected: " + e);
        }
    }

    private static <T> Attempt<T> failed(CohortCase one, String structure, Optional<Problem> problem, String reason) {
        return new Attempt<>(Optional.empty(), Optional.of(new CaseFailure(one.id(), structure, problem, reason)));
    }
}
