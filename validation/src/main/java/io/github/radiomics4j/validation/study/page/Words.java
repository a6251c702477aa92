package io.github.radiomics4j.validation.study.page;

import io.github.radiomics4j.validation.discrimination.Interval;
import io.github.radiomics4j.validation.study.AucEstimate;
import io.github.radiomics4j.validation.study.Rate;
import java.util.Locale;

/** Numbers as readers want them; the exact ones are in the JSON. */
final class Words {

    private Words() {
    }

    static String three(double value) {
        double rounded = Math.rint(value * 1000) / 1000 + 0.0; // no minus before a zero
        return Double.isNaN(value) ? "undefined" : String.format(Locale.ROOT, "%.3f", rounded);
    }

    static String range(Interval interval) {
        return three(interval.lower()) + " to " + three(interval.upper());
    }

    static String auc(AucEstimate estimate) {
        return three(estimate.auc()) + " (" + range(estimate.interval()) + ")";
    }

    static String rate(Rate rate) {
        return rate.counts() + " = " + three(rate.estimate()) + " (" + range(rate.interval()) + ")";
    }

    static String p(double p) {
        return Double.isNaN(p) ? "undefined" : p < 0.001 ? "< 0.001" : three(p);
    }
}
