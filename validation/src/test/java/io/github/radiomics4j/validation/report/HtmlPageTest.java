package io.github.radiomics4j.validation.report;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import javax.xml.parsers.DocumentBuilderFactory;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;
import org.xml.sax.InputSource;

class HtmlPageTest {
    private static final String DRAWING = "<svg xmlns=\"http://www.w3.org/2000/svg\"><title>t</title><desc>d</desc>";

    static Document parsed(String html) {
        try {
            return DocumentBuilderFactory.newInstance().newDocumentBuilder().parse(new InputSource(new StringReader(html)));
        } catch (Exception e) {
            throw new AssertionError(e.getMessage() + "\n" + html, e);
        }
    }

    private static List<Element> all(Document page, String name) {
        NodeList nodes = page.getElementsByTagName(name);
        return IntStream.range(0, nodes.getLength()).mapToObj(i -> (Element) nodes.item(i)).toList();
    }

    private static HtmlPage of(HtmlBlock... blocks) {
        return new HtmlPage("Title", List.of(), List.of(HtmlPage.Section.of("Section", blocks)), "");
    }

    @Test
    void theDemonstrationPageIsWrittenForLooking() throws Exception {
        Path file = Path.of("target", "report-demo.html");
        DemoPage.page().write(file);
        parsed(Files.readString(file));
    }

    @Test
    void thePageNeedsNothingFromElsewhere() {
        String html = DemoPage.page().html();
        assertFalse(html.contains("http:") || html.contains("https:") || html.contains("url(") || html.contains("@import"), "network");
        assertFalse(html.contains("<script") || html.contains("<link") || html.contains("<iframe"), "elements");
        Document page = parsed(html);
        all(page, "img").forEach(img -> assertTrue(img.getAttribute("src").startsWith("data:image/png;base64,")));
        all(page, "a").forEach(a -> assertTrue(a.getAttribute("href").startsWith("#")));
    }

    @Test
    void thePolicyLetsInTheStyleSheetOfThePageAndNothingElse() throws Exception {
        String html = DemoPage.page().html();
        String style = html.substring(html.indexOf("<style>") + "<style>".length(), html.indexOf("</style>"));
        byte[] digest = MessageDigest.getInstance("SHA-256").digest(style.getBytes(StandardCharsets.UTF_8));
        String hash = Base64.getEncoder().encodeToString(digest);
        String policy = all(parsed(html), "meta").stream().filter(m -> m.getAttribute("http-equiv").equals("Content-Security-Policy"))
                .findFirst().orElseThrow().getAttribute("content");
        assertEquals("default-src 'none'; style-src 'sha256-" + hash + "'; img-src data:; base-uri 'none'; form-action 'none'", policy);
        assertFalse(html.contains(" style=\""), "the policy would not let styles of elements in");
    }

    @Test
    void equalInputGivesEqualBytes(@TempDir Path folder) throws Exception {
        DemoPage.page().write(folder.resolve("a.html"));
        DemoPage.page().write(folder.resolve("b.html"));
        assertArrayEquals(Files.readAllBytes(folder.resolve("a.html")), Files.readAllBytes(folder.resolve("b.html")));
    }

    @Test
    void theTableOfContentsLeadsToEverySection() {
        Document page = parsed(DemoPage.page().html());
        List<String> links = all(page, "a").stream().map(a -> a.getAttribute("href").substring(1)).toList();
        assertEquals(all(page, "section").stream().map(s -> s.getAttribute("id")).toList(), links);
        assertEquals(links.size(), new HashSet<>(links).size());
    }

    @Test
    void headingsGoDownOneLevelAtATime() {
        Matcher headings = Pattern.compile("<h([1-6])[ >]").matcher(DemoPage.page().html());
        List<Integer> levels = new ArrayList<>();
        while (headings.find()) {
            levels.add(Integer.parseInt(headings.group(1)));
        }
        assertEquals(1, levels.get(0));
        assertEquals(1, levels.stream().filter(level -> level == 1).count());
        for (int i = 1; i < levels.size(); i++) {
            assertTrue(levels.get(i) <= levels.get(i - 1) + 1, levels.toString());
        }
    }

    @Test
    void whatIsSeenIsAlsoSaid() {
        Document page = parsed(DemoPage.page().html());
        assertEquals("en", page.getDocumentElement().getAttribute("lang"));
        all(page, "img").forEach(img -> assertFalse(img.getAttribute("alt").isBlank()));
        all(page, "svg").forEach(svg -> {
            assertEquals("img", svg.getAttribute("role"));
            assertFalse(svg.getElementsByTagName("title").item(0).getTextContent().isBlank());
            assertFalse(svg.getElementsByTagName("desc").item(0).getTextContent().isBlank());
        });
        all(page, "th").forEach(th -> assertTrue(Set.of("row", "col").contains(th.getAttribute("scope"))));
        all(page, "table").forEach(table -> assertEquals(1, table.getElementsByTagName("caption").getLength()));
    }

    @Test
    void tablesAndFiguresAreNumberedThroughThePage() {
        Document page = parsed(DemoPage.page().html());
        List<Element> captions = all(page, "figcaption");
        for (int i = 0; i < captions.size(); i++) {
            assertTrue(captions.get(i).getTextContent().startsWith("Figure " + (i + 1) + ". "));
        }
    }

    @Test
    void textStandsOutFromItsGroundInLightAndDark() {
        Matcher roots = Pattern.compile(":root\\{(?:color-scheme:light dark;)?(--ink[^}]*)}").matcher(PageStyle.sheet());
        int schemes = 0;
        while (roots.find()) {
            schemes++;
            Map<String, String> colours = Arrays.stream(roots.group(1).split(";")).map(v -> v.split(":"))
                    .collect(Collectors.toMap(v -> v[0], v -> v[1]));
            for (String pair : List.of("ink paper", "muted paper", "link paper", "alert paper", "ink soft", "link soft", "ink alert-soft",
                    "alert alert-soft")) {
                String[] names = pair.split(" ");
                double contrast = contrast(colours.get("--" + names[0]), colours.get("--" + names[1]));
                assertTrue(contrast >= 4.5, pair + " " + contrast);
            }
        }
        assertEquals(2, schemes);
        for (PlotColour colour : List.of(PlotColour.INK, PlotColour.BLUE, PlotColour.VERMILION, PlotColour.MUTED)) {
            double least = colour == PlotColour.INK ? 4.5 : 3;
            assertTrue(contrast(colour.onPaper(), PlotColour.PAPER.onPaper()) >= least, colour + " on paper");
            assertTrue(contrast(colour.onDark(), PlotColour.PAPER.onDark()) >= least, colour + " in the dark");
        }
    }

    /** As WCAG 2 defines it, 1 to 21. */
    private static double contrast(String a, String b) {
        double first = luminance(a);
        double second = luminance(b);
        return (Math.max(first, second) + 0.05) / (Math.min(first, second) + 0.05);
    }

    private static double luminance(String hex) {
        double[] weights = {0.2126, 0.7152, 0.0722};
        double sum = 0;
        for (int c = 0; c < weights.length; c++) {
            double v = Integer.parseInt(hex.substring(1 + 2 * c, 3 + 2 * c), 16) / 255.0;
            sum += weights[c] * (v <= 0.04045 ? v / 12.92 : Math.pow((v + 0.055) / 1.055, 2.4));
        }
        return sum;
    }

    @Property(tries = 200)
    void anyTextComesOutAsItWentIn(@ForAll String text) {
        String shown = shown(text);
        HtmlTable table = HtmlTable.of(text, List.of(HtmlTable.Column.words(text), HtmlTable.Column.numbers(text)),
                List.of(List.of(text, text))).withFootnote(text);
        Document page = parsed(new HtmlPage("T" + text, List.of(), List.of(HtmlPage.Section.of("S" + text, new HtmlParagraph(text), table,
                new HtmlWarning(text, List.of(text)), new HtmlCode(text, text), new HtmlDefinitions(List.of(
                        new HtmlDefinitions.Entry(text, text))))), "F" + text).html());
        assertEquals("T" + shown, all(page, "title").get(0).getTextContent());
        assertEquals("T" + shown, all(page, "h1").get(0).getTextContent());
        assertEquals("1 S" + shown, all(page, "h2").get(0).getTextContent());
        assertEquals(shown, all(page, "dt").get(0).getTextContent());
        assertEquals(shown, all(page, "dd").get(0).getTextContent());
        assertEquals(shown, all(page, "code").get(0).getTextContent());
        assertEquals(List.of(shown), all(page, "td").stream().map(Element::getTextContent).toList());
        assertEquals(List.of(shown, shown, shown), all(page, "th").stream().map(Element::getTextContent).toList());
        assertEquals("Table 1. " + shown, all(page, "caption").get(0).getTextContent());
        assertEquals("F" + shown + "\n", all(page, "footer").get(0).getTextContent());
    }

    /** Line breaks are read as line feeds; what XML does not allow is replaced. */
    private static String shown(String text) {
        StringBuilder shown = new StringBuilder();
        text.codePoints().forEach(c -> {
            boolean allowed = c == 9 || c == 10 || c == 13 || c >= 0x20 && c < 0xD800 || c >= 0xE000 && c < 0xFFFE || c >= 0x10000;
            shown.appendCodePoint(allowed ? c : 0xFFFD);
        });
        return shown.toString().replace("\r\n", "\n").replace('\r', '\n');
    }

    @Property(tries = 200)
    void anyNameInAFigureLeavesThePageWellFormed(@ForAll String name) {
        String svg = ContributionPlot.svg(name, name, name, 0, List.of(new ContributionPlot.Contribution(name, 1)));
        Document page = parsed(of(new HtmlFigure(svg, name)).html());
        assertEquals(0, all(page, "script").size());
        assertEquals(1, all(page, "svg").size());
    }

    @Test
    void markupInATextIsShownNotRun() {
        String attack = "</p><script>alert(1)</script><img src=x onerror=\"alert(1)\">";
        Document page = parsed(of(new HtmlParagraph(attack)).html());
        assertEquals(0, all(page, "script").size());
        assertEquals(0, all(page, "img").size());
        assertEquals(attack, all(page, "p").stream().map(Element::getTextContent).filter(attack::equals).findFirst().orElseThrow());
    }

    @Test
    void aFigureThatRunsOrFetchesIsRefused() {
        for (String inside : List.of("<script>alert(1)</script>", "<image href=\"x.png\"/>", "<rect onclick=\"alert(1)\"/>",
                "<rect fill=\"url(#a)\"/>", "<a href=\"x\"><text>x</text></a>", "<foreignObject/>", "<rect style=\"fill:red\"/>",
                "<svg/>", "<desc><g/></desc>", "<use xmlns:xlink=\"http://www.w3.org/1999/xlink\" xlink:href=\"#a\"/>")) {
            assertThrows(IllegalArgumentException.class, () -> new HtmlFigure(DRAWING + inside + "</svg>", ""), inside);
        }
        assertThrows(IllegalArgumentException.class, () -> new HtmlFigure("<!DOCTYPE svg [<!ENTITY a \"b\">]>" + DRAWING + "</svg>", ""));
        assertThrows(IllegalArgumentException.class, () -> new HtmlFigure("<svg xmlns=\"http://www.w3.org/2000/svg\"/>", ""));
        assertThrows(IllegalArgumentException.class, () -> new HtmlFigure("not a drawing", ""));
    }

    @Test
    void aBlockCannotWriteWhatRunsOrFetches() {
        for (HtmlBlock block : List.<HtmlBlock>of(p -> p.open("script").close(), p -> p.open("p", "onclick", "alert(1)").close(),
                p -> p.open("p", "style", "color:red").close(), p -> p.element("a", "x", "href", "javascript:alert(1)"),
                p -> p.empty("img", "src", "x.png"), p -> p.open("p").open("div").close().close(), p -> p.open("p", "id"))) {
            assertThrows(IllegalArgumentException.class, () -> of(block).html());
        }
        assertThrows(IllegalStateException.class, () -> of(p -> p.open("em")).html());
    }

    @Test
    void aTableWithAShortRowIsRefused() {
        String message = assertThrows(IllegalArgumentException.class, () -> HtmlTable.of("Results", List.of(HtmlTable.Column.words("a"),
                HtmlTable.Column.words("b")), List.of(List.of("1", "2"), List.of("3")))).getMessage();
        assertEquals("row 1 of table \"Results\" has 1 cells, its columns are 2", message);
    }

    @Test
    void aPictureThatIsNoPngOrHasNoWordsIsRefused() {
        assertThrows(IllegalArgumentException.class, () -> HtmlThumbnails.Thumbnail.ofPng(new byte[40], "a", ""));
        assertThrows(IllegalArgumentException.class, () -> new HtmlThumbnails.Thumbnail("AAAA", 1, 1, " ", ""));
        assertThrows(IllegalArgumentException.class, () -> new HtmlThumbnails.Thumbnail("\"", 1, 1, "a", ""));
    }
}
