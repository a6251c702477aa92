package io.github.radiomics4j.radscore.selection;

import io.github.radiomics4j.radscore.Dropped;
import io.github.radiomics4j.radscore.selection.JointInformationSelection.Choice;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** The loop of a forward selection: again and again the feature of highest score, of equal ones the earlier. */
final class ForwardSelection {

    private ForwardSelection() {
    }

    /** What the next feature is chosen by. */
    interface Scores {
        /** The score of a feature beside those chosen so far. */
        double score(int feature);

        /** Takes note of a choice; {@code left} tells which features may still be chosen. */
        void choose(int feature, boolean[] left);
    }

    /** At most {@code keep} choices; the features that were not chosen are added to {@code dropped}, selected {@code by} what. */
    static List<Choice> of(List<String> names, int keep, Scores scores, String by, List<Dropped> dropped) {
        boolean[] left = new boolean[names.size()];
        Arrays.fill(left, true);
        List<Choice> choices = new ArrayList<>();
        while (choices.size() < Math.min(keep, names.size())) {
            int best = best(scores, left);
            choices.add(new Choice(names.get(best), scores.score(best)));
            left[best] = false;
            scores.choose(best, left);
        }
        for (int f = 0; f < left.length; f++) {
            if (left[f]) {
                dropped.add(new Dropped(names.get(f), "not among the first " + choices.size() + " of " + by));
            }
        }
        return choices;
    }

    private static int best(Scores scores, boolean[] left) {
        int best = -1;
        double highest = Double.NEGATIVE_INFINITY;
        for (int f = 0; f < left.length; f++) {
            double score = left[f] ? scores.score(f) : Double.NEGATIVE_INFINITY;
            if (left[f] && (best < 0 || score > highest)) {
                best = f;
                highest = score;
            }
        }
        return best;
    }
}
