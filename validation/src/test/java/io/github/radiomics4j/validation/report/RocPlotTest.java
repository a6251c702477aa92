package io.github.radiomics4j.validation.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.radiomics4j.radscore.BinaryOutcome;
import io.github.radiomics4j.validation.discrimination.Roc;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;

class RocPlotTest {
    private static final BinaryOutcome OUTCOME = BinaryOutcome.of(new int[] {0, 0, 1, 0, 1, 1});
    private static final Roc GOOD = Roc.of(new double[] {1, 2, 3, 4, 5, 6}, OUTCOME);
    private static final Roc FLAT = Roc.of(new double[] {1, 1, 1, 1, 1, 1}, OUTCOME);

    private static Document parsed(String svg) throws Exception {
        return DocumentBuilderFactory.newInstance().newDocumentBuilder()
                .parse(new ByteArrayInputStream(svg.getBytes(StandardCharsets.UTF_8)));
    }

    private static Map<String, Roc> two() {
        Map<String, Roc> curves = new LinkedHashMap<>();
        curves.put("Disc Radscore", GOOD);
        curves.put("Pfirrmann grade", FLAT);
        return curves;
    }

    @Test
    void theLegendGivesEachCurveWithItsAuc() {
        String svg = RocPlot.svg("Recurrence", two());
        assertTrue(svg.contains(">Disc Radscore (AUC 0.889)</text>"), svg);
        assertTrue(svg.contains(">Pfirrmann grade (AUC 0.500)</text>"), svg);
    }

    @Test
    void curvesRunFromTheLowerLeftToTheUpperRightCorner() throws Exception {
        NodeList paths = parsed(RocPlot.svg("", two())).getElementsByTagName("path");
        assertEquals(2, paths.getLength());
        assertEquals("M70 450L470 50", ((Element) paths.item(1)).getAttribute("d"));
        String good = ((Element) paths.item(0)).getAttribute("d");
        assertEquals("M70 450L70 316.67L70 183.33L203.33 183.33L203.33 50L336.67 50L470 50", good);
    }

    @Test
    void thirtyFiveCurvesAreAllDrawnDifferently() throws Exception {
        Map<String, Roc> curves = new LinkedHashMap<>();
        for (int i = 0; i < 35; i++) {
            curves.put("curve " + i, GOOD);
        }
        NodeList paths = parsed(RocPlot.svg("many", curves)).getElementsByTagName("path");
        Set<String> looks = new HashSet<>();
        for (int i = 0; i < paths.getLength(); i++) {
            looks.add(((Element) paths.item(i)).getAttribute("stroke") + ((Element) paths.item(i)).getAttribute("stroke-dasharray"));
        }
        assertEquals(35, looks.size());
    }

    @Test
    void namesAreEscapedAndStayReadable() throws Exception {
        Document document = parsed(RocPlot.svg("p < 0.05 & \"q\"\u0000", Map.of("<script>", GOOD)));
        assertEquals("p < 0.05 & \"q\"\uFFFD", document.getElementsByTagName("title").item(0).getTextContent());
        assertEquals(0, document.getElementsByTagName("script").getLength());
    }

    @Test
    void theFigureIsSelfContained() {
        String svg = RocPlot.svg("Recurrence", two()).replace("http://www.w3.org/2000/svg", "");
        assertFalse(svg.contains("http") || svg.contains("url(") || svg.contains("<script") || svg.contains("<style"), svg);
    }

    @Test
    void theSameCurvesGiveTheSameText() {
        assertEquals(RocPlot.svg("Recurrence", two()), RocPlot.svg("Recurrence", two()));
    }

    @Test
    void longNamesWidenTheFigure() throws Exception {
        String name = "a name that is much longer than the figure would be wide without it, for instance a file's";
        int width = Integer.parseInt(parsed(RocPlot.svg("", Map.of(name, GOOD))).getDocumentElement().getAttribute("width"));
        assertTrue(width > 700, "width " + width);
    }

    @Test
    void noCurveIsRefused() {
        assertThrows(IllegalArgumentException.class, () -> RocPlot.svg("empty", Map.of()));
    }
}
