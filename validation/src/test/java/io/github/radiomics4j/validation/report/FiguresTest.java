package io.github.radiomics4j.validation.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.radiomics4j.core.InvalidInputException;
import io.github.radiomics4j.core.InvalidInputException.Problem;
import io.github.radiomics4j.radscore.BinaryOutcome;
import io.github.radiomics4j.validation.discrimination.Interval;
import io.github.radiomics4j.validation.discrimination.Proportion;
import io.github.radiomics4j.validation.interaction.CutOffGroups;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;

class FiguresTest {
    private static final String LONG = "a_name_without_any_blank_that_is_far_longer_than_a_line_of_the_figure_can_be_and_goes_on|and_on";

    private static List<Element> all(String svg, String name) {
        NodeList nodes = HtmlPageTest.parsed(svg).getElementsByTagName(name);
        return IntStream.range(0, nodes.getLength()).mapToObj(i -> (Element) nodes.item(i)).toList();
    }

    private static double number(Element element, String attribute) {
        return Double.parseDouble(element.getAttribute(attribute));
    }

    @Test
    void everyFigureHasATitleAndADescription() {
        DemoFigures.all().forEach((name, svg) -> {
            assertFalse(all(svg, "title").get(0).getTextContent().isBlank(), name);
            assertFalse(all(svg, "desc").get(0).getTextContent().isBlank(), name);
        });
    }

    @Test
    void everyFigureIsSelfContainedAndTheSameEachTime() {
        Map<String, String> again = DemoFigures.all();
        DemoFigures.all().forEach((name, svg) -> {
            assertEquals(again.get(name), svg);
            String rest = svg.replace("http://www.w3.org/2000/svg", "");
            assertFalse(rest.contains("http") || rest.contains("url(") || rest.contains("<style") || rest.contains(" id="), name);
        });
    }

    @Test
    void everyColourOfAFigureIsOneThatAPageCanSwap() {
        Set<String> known = Arrays.stream(PlotColour.values()).map(PlotColour::onPaper).collect(Collectors.toSet());
        DemoFigures.all().forEach((name, svg) -> Pattern.compile("#[0-9A-Fa-f]{6}").matcher(svg).results()
                .forEach(hit -> assertTrue(known.contains(hit.group()), name + " " + hit.group())));
    }

    @Test
    void wordsStayWithinTheFigure() {
        Map<String, String> figures = new LinkedHashMap<>(DemoFigures.all());
        figures.put("long forest", AucForestPlot.svg(LONG,
                List.of(new AucForestPlot.Row(LONG, LONG, 0.5, new Interval(0, 1, 0.95), true))));
        figures.put("long frequencies", SelectionFrequencyPlot.svg(LONG, Map.of(LONG, 1.0), Set.of(), 1));
        figures.put("long contributions", ContributionPlot.svg(LONG, "", LONG, -1234567.8,
                List.of(new ContributionPlot.Contribution(LONG, 1e-9))));
        figures.put("huge contributions", ContributionPlot.svg("", "", "start", 1e300,
                List.of(new ContributionPlot.Contribution(LONG, -3e300), new ContributionPlot.Contribution("small", 1e-300))));
        figures.put("long flow", CohortFlowDiagram.svg(LONG, List.of(new CohortFlowDiagram.Stage(LONG, 1234567,
                List.of(new CohortFlowDiagram.Exclusion(LONG, 0)))), List.of(new CohortFlowDiagram.Group(LONG, 1234567),
                new CohortFlowDiagram.Group(LONG, 0), new CohortFlowDiagram.Group(LONG, 0))));
        figures.forEach((name, svg) -> {
            double width = number(all(svg, "svg").get(0), "width");
            double height = number(all(svg, "svg").get(0), "height");
            all(svg, "text").stream().filter(text -> !text.hasAttribute("transform")).forEach(text -> {
                boolean heading = text.getAttribute("font-size").equals("16");
                double wide = PlotText.length(text.getTextContent()) * (heading ? SvgCanvas.HEADING_CHARACTER : SvgCanvas.CHARACTER);
                double before = switch (text.getAttribute("text-anchor")) {
                    case "middle" -> wide / 2;
                    case "end" -> wide;
                    default -> 0;
                };
                double left = number(text, "x") - before;
                assertTrue(left >= -2 && left + wide <= width + 2, name + ": " + text.getTextContent() + " from " + left + " wide " + wide);
                assertTrue(number(text, "y") <= height - 4, name + ": " + text.getTextContent());
            });
        });
    }

    @Test
    void apparentRowsAreHollowAndDashedHonestOnesFilled() {
        String svg = AucForestPlot.svg("", List.of(new AucForestPlot.Row("m", "apparent", 0.9, new Interval(0.8, 1, 0.95), true),
                new AucForestPlot.Row("m", "validated", 0.7, new Interval(0.5, 0.8, 0.95), false)));
        List<Element> dots = all(svg, "circle");
        String paper = PlotColour.PAPER.onPaper();
        String blue = PlotColour.BLUE.onPaper();
        assertEquals(List.of(paper, blue, paper, blue), dots.stream().map(dot -> dot.getAttribute("fill")).toList(), "legend, then rows");
        assertTrue(svg.contains(">0.90 (0.80 to 1.00)</text>"), svg);
        assertTrue(svg.contains("m, apparent (apparent): 0.90 (0.80 to 1.00); m, validated: 0.70 (0.50 to 0.80)</desc>"), svg);
    }

    @Test
    void aForestOfSeveralLevelsOrImpossibleAucsIsRefused() {
        Interval ninety = new Interval(0.5, 0.8, 0.9);
        assertThrows(IllegalArgumentException.class, () -> AucForestPlot.svg("", List.of()));
        assertThrows(IllegalArgumentException.class, () -> AucForestPlot.svg("", List.of(
                new AucForestPlot.Row("m", "p", 0.7, ninety, false),
                new AucForestPlot.Row("m", "q", 0.7, new Interval(0.5, 0.8, 0.95), false))));
        assertThrows(IllegalArgumentException.class, () -> new AucForestPlot.Row("m", "p", Double.NaN, ninety, false));
        assertThrows(IllegalArgumentException.class, () -> new AucForestPlot.Row("m", "p", 0.9, new Interval(0.8, 1.01, 0.9), false));
    }

    @Test
    void frequenciesFallAndTiesGoByName() {
        String svg = SelectionFrequencyPlot.svg("", Map.of("b", 0.5, "a", 0.5, "c", 0.9, "d", 0.1), Set.of("a"), 3);
        List<String> words = all(svg, "text").stream().map(Element::getTextContent).filter(w -> w.matches("[abcd]")).toList();
        assertEquals(List.of("c", "a", "b"), words);
        assertTrue(svg.contains("Not drawn: 1 more, each in at most 0.10 of resamples"), svg);
        assertThrows(IllegalArgumentException.class, () -> SelectionFrequencyPlot.svg("", Map.of(), Set.of(), 3));
        assertThrows(IllegalArgumentException.class, () -> SelectionFrequencyPlot.svg("", Map.of("a", 1.1), Set.of(), 3));
        assertThrows(IllegalArgumentException.class, () -> SelectionFrequencyPlot.svg("", Map.of("a", 1.0), Set.of(), 0));
    }

    @Test
    void eachContributionStartsWhereTheOneBeforeEnded() {
        String svg = ContributionPlot.svg("", "score", "start", 0, List.of(new ContributionPlot.Contribution("up", 2),
                new ContributionPlot.Contribution("down", -1)));
        List<Element> bars = all(svg, "rect").subList(1, 3);
        double unit = number(bars.get(1), "width");
        assertEquals(2 * unit, number(bars.get(0), "width"), 0.02);
        assertEquals(number(bars.get(0), "x") + number(bars.get(0), "width"), number(bars.get(1), "x") + unit, 0.02);
        assertTrue(svg.contains(">+2.00</text>") && svg.contains(">−1.00</text>") && svg.contains(">1.00</text>"), svg);
        assertThrows(IllegalArgumentException.class, () -> ContributionPlot.svg("", "s", "start", 0, List.of()));
        assertThrows(IllegalArgumentException.class, () -> new ContributionPlot.Contribution("x", Double.NaN));
    }

    @Test
    void aFlowWhoseCountsDoNotAddUpIsRefused() {
        CohortFlowDiagram.Stage first = new CohortFlowDiagram.Stage("all", 10, List.of(new CohortFlowDiagram.Exclusion("lost", 2)));
        CohortFlowDiagram.Stage wrong = new CohortFlowDiagram.Stage("left", 9, List.of());
        String message = assertThrows(IllegalArgumentException.class, () -> CohortFlowDiagram.svg("", List.of(first, wrong), List.of()))
                .getMessage();
        assertEquals("\"all\" leaves 8 of 10 cases, but \"left\" has 9", message);
        List<CohortFlowDiagram.Group> groups = List.of(new CohortFlowDiagram.Group("event", 3), new CohortFlowDiagram.Group("none", 4));
        assertThrows(IllegalArgumentException.class, () -> CohortFlowDiagram.svg("", List.of(first), groups));
        assertThrows(IllegalArgumentException.class, () -> CohortFlowDiagram.svg("", List.of(), List.of()));
        assertThrows(IllegalArgumentException.class, () -> new CohortFlowDiagram.Group("x", -1));
    }

    @Test
    void groupsShowEventsOfCasesAndAnEmptyOneSaysSo() {
        String svg = InteractionPlot.rates("", "A", "B", new CutOffGroups(new Proportion(1, 10), new Proportion(2, 9), new Proportion(0, 0),
                new Proportion(4, 5)), 0.95);
        for (String words : List.of("1/10", "2/9", "no case", "4/5", "low", "high", "B high", "B low")) {
            assertTrue(svg.contains(">" + words + "</text>"), words);
        }
    }

    @Test
    void casesWithTheEventAreTriangles() {
        String svg = DemoFigures.all().get("cases");
        int events = DemoFigures.OUTCOME.positives();
        String red = PlotColour.VERMILION.onPaper();
        assertEquals(events + 1, all(svg, "path").stream().filter(path -> path.getAttribute("fill").equals(red)).count());
        assertEquals(DemoFigures.CASES - events + 1, all(svg, "circle").size());
    }

    @Test
    void casesWithoutFiniteScoresAreRefused() {
        BinaryOutcome outcome = BinaryOutcome.of(new int[] {0, 1});
        double[] good = {1, 2};
        assertEquals(Problem.NONFINITE_VALUES, assertThrows(InvalidInputException.class,
                () -> InteractionPlot.cases("", "a", new double[] {1, Double.NaN}, 0, "b", good, 0, outcome)).problem());
        assertThrows(IllegalArgumentException.class, () -> InteractionPlot.cases("", "a", new double[3], 0, "b", good, 0, outcome));
        assertThrows(IllegalArgumentException.class, () -> InteractionPlot.cases("", "a", good, Double.NaN, "b", good, 0, outcome));
        String one = InteractionPlot.cases("", "a", new double[] {1, 1}, 1, "b", new double[] {1, 1}, 1, outcome);
        assertFalse(one.contains("NaN"), one);
    }

    @Property
    void wrappedTextLosesNothingButBlanks(@ForAll String text, @ForAll @IntRange(min = 2, max = 40) int most) {
        List<String> lines = PlotText.wrapped(text, most);
        assertEquals(withoutBlanks(text), withoutBlanks(String.join("", lines)));
        lines.forEach(line -> assertTrue(PlotText.length(line) <= most));
    }

    private static List<Integer> withoutBlanks(String text) {
        return text.codePoints().filter(c -> !Character.isWhitespace(c)).boxed().toList();
    }
}
