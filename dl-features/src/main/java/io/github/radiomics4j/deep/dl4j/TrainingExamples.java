package io.github.radiomics4j.deep.dl4j;

import io.github.radiomics4j.deep.PatchCutting;
import io.github.radiomics4j.deep.TrainingCase;
import io.github.radiomics4j.deep.TrainingCase.Outcome;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;

/** The patches of training cases one by one, dealt to training and hold-out by whole cases. */
record TrainingExamples(List<Example> training, List<Example> heldOut) {

    record Example(TrainingCase one, int patch) {

        boolean isPositive() {
            return one.outcome() == Outcome.POSITIVE;
        }
    }

    /** How all cases' patches were cut; they must be of the network's dimensions and as often divisible. */
    static PatchCutting commonCutting(List<TrainingCase> cases, ConvolutionChain encoder) {
        if (cases.isEmpty()) {
            throw new IllegalArgumentException("an encoder cannot be trained on no cases");
        }
        PatchCutting cutting = cases.get(0).patches().cutting();
        if (cutting.dimensions() != encoder.dimensions()) {
            throw new IllegalArgumentException("patches for this network must have " + encoder.dimensions() + " dimensions, were cut as "
                    + cutting.label());
        }
        if (cutting.size() % encoder.reduction() != 0) {
            throw new IllegalArgumentException("patches for this network must have a multiple of " + encoder.reduction()
                    + " pixels along an edge, was " + cutting.size());
        }
        for (TrainingCase one : cases) {
            if (!one.patches().cutting().equals(cutting)) {
                throw new IllegalArgumentException("patches must all be cut in one way, but those of case \"" + one.id() + "\" are \""
                        + one.patches().cutting().label() + "\" and the first case's \"" + cutting.label() + "\"");
            }
        }
        return cutting;
    }

    /** Each outcome is dealt by itself where outcomes count; at least one different case of it goes to either side. */
    static TrainingExamples dealt(List<TrainingCase> cases, double share, boolean byOutcome, Random random) {
        Map<Outcome, List<String>> strata = new TreeMap<>();
        outcomes(cases, byOutcome).forEach((id, outcome) -> strata.computeIfAbsent(outcome, o -> new ArrayList<>()).add(id));
        if (byOutcome && (strata.containsKey(Outcome.UNKNOWN) || strata.size() < 2)) {
            throw new IllegalArgumentException("supervised training needs cases of both outcomes and the outcome of each, was "
                    + strata.keySet());
        }
        Set<String> heldOut = new HashSet<>();
        strata.forEach((outcome, ids) -> {
            if (ids.size() < 2) {
                throw new IllegalArgumentException("training with early stopping needs at least 2 different cases"
                        + (byOutcome ? " of each outcome, was 1 " + outcome : ", was 1"));
            }
            Collections.shuffle(ids, random);
            int held = (int) Math.max(1, Math.min(ids.size() - 1, Math.round(share * ids.size())));
            heldOut.addAll(ids.subList(0, held));
        });
        return new TrainingExamples(of(cases, heldOut, false), of(cases, heldOut, true));
    }

    /** Different cases in the order in which they first come. */
    private static Map<String, Outcome> outcomes(List<TrainingCase> cases, boolean byOutcome) {
        Map<String, Outcome> outcomes = new LinkedHashMap<>();
        for (TrainingCase one : cases) {
            Outcome outcome = byOutcome ? one.outcome() : Outcome.UNKNOWN;
            Outcome before = outcomes.putIfAbsent(one.id(), outcome);
            if (before != null && before != outcome) {
                throw new IllegalArgumentException("case \"" + one.id() + "\" is " + before + " and " + outcome
                        + ": equal names are the same case, which has one outcome");
            }
        }
        return outcomes;
    }

    private static List<Example> of(List<TrainingCase> cases, Set<String> heldOut, boolean held) {
        List<Example> examples = new ArrayList<>();
        for (TrainingCase one : cases) {
            if (heldOut.contains(one.id()) == held) {
                for (int patch = 0; patch < one.patches().count(); patch++) {
                    examples.add(new Example(one, patch));
                }
            }
        }
        return List.copyOf(examples);
    }
}
