package io.github.radiomics4j.radscore;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Arrays;
import java.util.Map;
import java.util.function.ToDoubleFunction;
import org.apache.commons.numbers.gamma.Digamma;
import org.apache.commons.numbers.gamma.LogGamma;
import org.apache.commons.statistics.distribution.BetaDistribution;
import org.apache.commons.statistics.distribution.ChiSquaredDistribution;
import org.apache.commons.statistics.distribution.FDistribution;
import org.apache.commons.statistics.distribution.NormalDistribution;
import org.apache.commons.statistics.distribution.TDistribution;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;

/** The functions that every p-value and interval here comes from, as the libraries give them, against scipy. */
class SpecialFunctionsReferenceTest {
    private static final Conformance CONFORMANCE = new Conformance();
    private static final double BODY = 1e-12;
    private static final double TAIL = 1e-9;
    private static final NormalDistribution NORMAL = NormalDistribution.of(0, 1);

    @AfterAll
    static void write() {
        CONFORMANCE.write("special-functions.txt");
    }

    @Test
    void librariesAgreeWithScipy() {
        Map<String, ToDoubleFunction<double[]>> functions = Map.ofEntries(Map.entry("digamma", a -> Digamma.value(a[0])),
                Map.entry("lgamma", a -> LogGamma.value(a[0])), Map.entry("norm_cdf", a -> NORMAL.cumulativeProbability(a[0])),
                Map.entry("norm_ppf", a -> NORMAL.inverseCumulativeProbability(a[0])),
                Map.entry("chi2_sf", a -> ChiSquaredDistribution.of(a[1]).survivalProbability(a[0])),
                Map.entry("chi2_ppf", a -> ChiSquaredDistribution.of(a[1]).inverseCumulativeProbability(a[0])),
                Map.entry("t_sf", a -> TDistribution.of(a[1]).survivalProbability(a[0])),
                Map.entry("t_ppf", a -> TDistribution.of(a[1]).inverseCumulativeProbability(a[0])),
                Map.entry("f_sf", a -> FDistribution.of(a[1], a[2]).survivalProbability(a[0])),
                Map.entry("f_ppf", a -> FDistribution.of(a[1], a[2]).inverseCumulativeProbability(a[0])),
                Map.entry("beta_ppf", a -> BetaDistribution.of(a[1], a[2]).inverseCumulativeProbability(a[0])));
        JsonNode section = SharedStatistics.expected("special_functions");
        for (Map.Entry<String, JsonNode> function : section.properties()) {
            for (Map.Entry<String, JsonNode> value : function.getValue().properties()) {
                double[] arguments = Arrays.stream(value.getKey().split(",")).mapToDouble(Double::parseDouble).toArray();
                double expected = value.getValue().doubleValue();
                double actual = functions.get(function.getKey()).applyAsDouble(arguments);
                boolean tail = Math.abs(expected) < 1e-6;
                double scale = expected == 0 ? 1 : Math.abs(expected);
                CONFORMANCE.check("Special functions", function.getKey() + "(" + value.getKey() + ")", expected / scale, actual / scale,
                        tail ? TAIL : BODY);
            }
        }
    }
}
