package io.github.radiomics4j.examples.cli;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.radiomics4j.radscore.BinaryOutcome;
import io.github.radiomics4j.validation.discrimination.AucInterval;
import io.github.radiomics4j.validation.discrimination.CutOff;
import io.github.radiomics4j.validation.discrimination.DeLong;
import io.github.radiomics4j.validation.discrimination.Obuchowski;
import io.github.radiomics4j.validation.discrimination.PairedAucTest;
import io.github.radiomics4j.validation.discrimination.Roc;
import java.util.List;
import java.util.Optional;

/**
 * What is said of AUCs in JSON: by DeLong where each case is independent of the others, by Obuchowski where groups are. Keys bear the
 * author's name.
 *
 * @param outcome of the cases
 * @param groups for each case the name of its group, such as the patient; empty where cases are independent
 */
record AucInference(BinaryOutcome outcome, Optional<List<String>> groups) {
    private static final double LEVEL = 0.95;

    /**
     * Puts what is said of a score: its AUC with both intervals, and the cut-off of the largest Youden index.
     *
     * @param node where to
     * @param scores one per case
     */
    void describe(ObjectNode node, double[] scores) {
        AucInterval auc = groups.map(group -> Obuchowski.interval(scores, outcome, group, LEVEL))
                .orElseGet(() -> DeLong.interval(scores, outcome, LEVEL));
        JsonOutput.put(node, "auc", auc.auc());
        JsonOutput.put(node, key("se"), auc.standardError());
        JsonOutput.put(node, key("ci95"), auc.plain());
        auc.logit().ifPresentOrElse(logit -> JsonOutput.put(node, key("logit_ci95"), logit), () -> node.putNull(key("logit_ci95")));
        CutOff youden = Roc.of(scores, outcome).youden();
        ObjectNode cutOff = node.putObject("youden");
        JsonOutput.put(cutOff, "threshold", youden.threshold());
        JsonOutput.put(cutOff, "index", youden.youdenIndex());
        JsonOutput.put(cutOff, "sensitivity", youden.sensitivity());
        JsonOutput.put(cutOff, "specificity", youden.specificity());
    }

    /**
     * Puts a comparison of two scores of the same cases.
     *
     * @param node where to
     * @param a one per case
     * @param b one per case
     */
    void compare(ObjectNode node, double[] a, double[] b) {
        PairedAucTest test = groups.map(group -> Obuchowski.pairedTest(a, b, outcome, group))
                .orElseGet(() -> DeLong.pairedTest(a, b, outcome));
        JsonOutput.put(node, "auc_difference", test.difference());
        JsonOutput.put(node, key("difference_ci95"), test.differenceInterval(LEVEL));
        JsonOutput.put(node, key("paired_z"), test.z());
        JsonOutput.put(node, key("paired_p"), test.pValue());
    }

    private String key(String what) {
        return (groups.isPresent() ? "obuchowski_" : "delong_") + what;
    }
}
