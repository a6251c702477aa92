package io.github.radiomics4j.validation.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.radiomics4j.radscore.BinaryOutcome;
import io.github.radiomics4j.validation.calibration.Calibration;
import io.github.radiomics4j.validation.calibration.PredictedRisks;
import io.github.radiomics4j.validation.calibration.RankGroups;
import io.github.radiomics4j.validation.utility.DecisionCurve;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;

class PlotsTest {
    private static final int CASES = 60;
    private static final PredictedRisks RISKS = PredictedRisks.of(
            IntStream.range(0, CASES).mapToDouble(i -> (i + 0.5) / CASES).toArray(),
            BinaryOutcome.of(IntStream.range(0, CASES).map(i -> i % 7 * 9 < i ? 1 : 0).toArray()));
    private static final double[] THRESHOLDS = IntStream.rangeClosed(1, 60).mapToDouble(t -> t / 100.0).toArray();

    private static Document parsed(String svg) throws Exception {
        return DocumentBuilderFactory.newInstance().newDocumentBuilder()
                .parse(new ByteArrayInputStream(svg.getBytes(StandardCharsets.UTF_8)));
    }

    private static String calibration() {
        return CalibrationPlot.svg("Recurrence", Map.of("Disc Radscore", new Calibration(RISKS)), new RankGroups(6));
    }

    private static String decision() {
        return DecisionCurvePlot.svg("Recurrence", Map.of("Disc Radscore", DecisionCurve.of(RISKS, THRESHOLDS)));
    }

    /** Every number of the path is a coordinate within the square of 70 to 470 by 50 to 450. */
    private static void assertWithinFrame(Element path) {
        for (String spot : path.getAttribute("d").substring(1).split("[ML]")) {
            String[] xy = spot.split(" ");
            double x = Double.parseDouble(xy[0]);
            double y = Double.parseDouble(xy[1]);
            assertTrue(x >= 70 && x <= 470 && y >= 50 && y <= 450, path.getAttribute("d"));
        }
    }

    @Test
    void everyCurveStaysWithinTheFrame() throws Exception {
        for (String svg : List.of(calibration(), decision())) {
            NodeList paths = parsed(svg).getElementsByTagName("path");
            assertTrue(paths.getLength() > 0);
            for (int i = 0; i < paths.getLength(); i++) {
                assertWithinFrame((Element) paths.item(i));
            }
        }
    }

    @Test
    void theCalibrationPlotHasADotForEachGroupAndNamesTheIndices() throws Exception {
        assertEquals(6, parsed(calibration()).getElementsByTagName("circle").getLength());
        assertTrue(calibration().contains(">Disc Radscore (ICI 0."), calibration());
    }

    @Test
    void onlyASingleModelShowsItsDistribution() {
        assertTrue(calibration().contains("fill-opacity"));
        Map<String, Calibration> two = new LinkedHashMap<>();
        two.put("a", new Calibration(RISKS));
        two.put("b", new Calibration(RISKS));
        assertFalse(CalibrationPlot.svg("", two, new RankGroups(6)).contains("fill-opacity"));
    }

    @Test
    void risksOfZeroAndOneAndOfOneValueAreDrawn() throws Exception {
        BinaryOutcome outcome = BinaryOutcome.of(new int[] {0, 1, 1});
        for (double[] risks : List.of(new double[] {0, 1, 1}, new double[] {0.3, 0.3, 0.3})) {
            Calibration calibration = new Calibration(PredictedRisks.of(risks, outcome));
            assertEquals(1, parsed(CalibrationPlot.svg("", Map.of("a", calibration), new RankGroups(3)))
                    .getElementsByTagName("path").getLength());
        }
    }

    @Test
    void theDecisionCurveShowsBothExtremes() throws Exception {
        Document document = parsed(decision());
        assertEquals(3, document.getElementsByTagName("path").getLength());
        assertTrue(decision().contains(">Treat all</text>") && decision().contains(">Treat none</text>"));
    }

    @Test
    void figuresAreSelfContainedAndTheSameEachTime() {
        for (String svg : List.of(calibration(), decision())) {
            String content = svg.replace("http://www.w3.org/2000/svg", "");
            assertFalse(content.contains("http") || content.contains("url(") || content.contains("<script"), content);
        }
        assertEquals(calibration(), calibration());
        assertEquals(decision(), decision());
    }

    @Test
    void curvesThatCannotBeComparedAreRefused() {
        assertThrows(IllegalArgumentException.class, () -> CalibrationPlot.svg("", Map.of(), new RankGroups(6)));
        assertThrows(IllegalArgumentException.class, () -> DecisionCurvePlot.svg("", Map.of()));
        assertThrows(IllegalArgumentException.class, () -> DecisionCurvePlot.svg("", Map.of("a", DecisionCurve.of(RISKS, 0.2))));
        Map<String, DecisionCurve> curves = new LinkedHashMap<>();
        curves.put("cohort", DecisionCurve.of(RISKS, THRESHOLDS));
        curves.put("case-control", DecisionCurve.ofCaseControl(RISKS, 0.1, THRESHOLDS));
        assertThrows(IllegalArgumentException.class, () -> DecisionCurvePlot.svg("", curves));
    }

    @Test
    void axesCoverTheirRangeWithFewRoundTicks() {
        PlotAxis axis = PlotAxis.covering("", -0.043, 0.17);
        assertEquals(List.of("0", "0.05", "0.1", "0.15"), axis.ticks().stream().map(PlotAxis::text).toList());
        assertEquals(List.of("−200", "−150", "−100", "−50", "0"),
                PlotAxis.covering("", -240, 10).ticks().stream().map(PlotAxis::text).toList());
        assertTrue(axis.from().doubleValue() <= -0.043 && axis.to().doubleValue() >= 0.17);
    }
}
