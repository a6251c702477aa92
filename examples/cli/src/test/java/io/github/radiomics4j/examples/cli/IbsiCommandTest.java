package io.github.radiomics4j.examples.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.radiomics4j.core.image.IndexBox;
import io.github.radiomics4j.core.image.ScalarImage;
import io.github.radiomics4j.core.io.ImageFiles;
import io.github.radiomics4j.examples.cli.ibsi.Configuration;
import io.github.radiomics4j.examples.cli.ibsi.ConformanceCsv;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.apache.commons.csv.CSVRecord;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;
import org.xml.sax.SAXException;

/** The command on the phantoms of IBSI; one run for all tests. */
class IbsiCommandTest {
    private static final Path DATA = Path.of(System.getProperty("radiomics4j.shared", "../shared"), "ibsi");

    @TempDir
    private static Path folder;

    private static CommandRun run;
    private static List<CSVRecord> rows;
    private static List<CSVRecord> references;

    @BeforeAll
    static void runOnce() throws IOException {
        Assumptions.assumeTrue(Files.isDirectory(DATA), () -> "skipped: there is no folder " + DATA + " with the phantoms of IBSI");
        run = CommandRun.of("ibsi", "--data", DATA, "--out", folder.resolve("new").resolve("out"), "--markdown", folder.resolve("ibsi.md"));
        rows = CommandRun.rows(out("ibsi1.csv"));
        references = CommandRun.rows(Configuration.references(DATA));
    }

    private static Path out(String name) {
        return folder.resolve("new").resolve("out").resolve(name);
    }

    private static List<CSVRecord> rows(boolean diagnostics) {
        return rows.stream().filter(row -> row.get("family").startsWith("diagnostics_") == diagnostics).toList();
    }

    private static void everyRowPasses(String title, String file, boolean diagnostics, int total) throws IOException {
        List<CSVRecord> wanted = rows(diagnostics);
        List<CSVRecord> missed = wanted.stream().filter(row -> !row.get("pass").equals("true")).toList();
        Files.writeString(Files.createDirectories(Path.of("target", "conformance")).resolve(file),
                title + ": " + (wanted.size() - missed.size()) + "/" + wanted.size() + "\n");
        assertTrue(missed.isEmpty(), () -> "missed: " + String.join("\nmissed: ",
                missed.stream().map(row -> row.toMap().toString()).toList()));
        assertEquals(total, wanted.size());
    }

    @Test
    void everyFeatureOfChapterOneIsMet() throws IOException {
        everyRowPasses("Command line, IBSI 1 features", "cli-ibsi1-features.txt", false, 1804);
    }

    @Test
    void everyDiagnosticOfChapterOneIsMet() throws IOException {
        everyRowPasses("Command line, IBSI 1 diagnostics", "cli-ibsi1-diagnostics.txt", true, 300);
    }

    @Test
    void theSummaryGoesToStandardOutputAndTheProgramEndsWell() {
        assertEquals("IBSI-1 features: 1804/1804\nIBSI-1 diagnostics: 300/300\n", run.out().replace("\r", ""));
        assertEquals(0, run.exitCode(), run.err());
        assertEquals(1, run.err().lines().count(), run.err());
    }

    @Test
    void theTableHasARowForEachReferenceValueInItsOrder() {
        assertEquals(ConformanceCsv.COLUMNS, rows.get(0).getParser().getHeaderNames());
        assertEquals(references.size(), rows.size());
        for (int i = 0; i < rows.size(); i++) {
            CSVRecord reference = references.get(i);
            CSVRecord row = rows.get(i);
            for (String column : List.of("dataset", "family", "aggregation", "feature", "compliance_tag", "consensus")) {
                assertEquals(reference.get(column), row.get(column), column + " of row " + (i + 1));
            }
            assertEquals(new BigDecimal(reference.get("reference_value")), new BigDecimal(row.get("reference")));
            assertEquals(new BigDecimal(reference.get("tolerance")), new BigDecimal(row.get("tolerance")));
            assertEquals(reference.get("ibsi_id_variant").isEmpty() ? reference.get("ibsi_id") : reference.get("ibsi_id_variant"),
                    row.get("ibsi_id"));
        }
    }

    @ParameterizedTest
    @EnumSource(Configuration.class)
    void extractWithTheSettingsOfTheJarGivesTheSameBits(Configuration configuration) throws IOException {
        Path settings = Files.writeString(folder.resolve(configuration.settingsName()), configuration.settings());
        Path table = folder.resolve(configuration.dataset() + ".csv");
        CommandRun extract = CommandRun.of("extract", "--image", configuration.image(DATA), "--mask", configuration.mask(DATA),
                "--settings", settings, "--out", table);
        assertEquals(0, extract.exitCode(), extract.err());
        Map<String, Double> values = new HashMap<>();
        for (CSVRecord row : CommandRun.rows(table)) {
            String name = row.get("family") + " " + row.get("ibsi_id") + " " + row.get("aggregation_id");
            assertEquals(null, values.put(name, Double.valueOf(row.get("value"))), name);
        }
        int compared = 0;
        for (int i = 0; i < rows.size(); i++) {
            CSVRecord row = rows.get(i);
            if (row.get("dataset").equals(configuration.dataset()) && !row.get("family").startsWith("diagnostics_")) {
                String name = row.get("family") + " " + row.get("ibsi_id") + " " + references.get(i).get("aggregation_id");
                assertEquals(Double.doubleToLongBits(values.get(name)),
                        Double.doubleToLongBits(Double.parseDouble(row.get("computed"))), name);
                compared++;
            }
        }
        assertEquals(values.size(), compared, "features of extract that have a reference value");
    }

    @Test
    void thePageIsWellFormedAndNeedsNothingElse() throws IOException, SAXException, ParserConfigurationException {
        Document page = DocumentBuilderFactory.newInstance().newDocumentBuilder().parse(out("ibsi1.html").toFile());
        NodeList all = page.getElementsByTagName("*");
        Set<String> ids = new HashSet<>();
        List<String> targets = new ArrayList<>();
        int values = 0;
        for (int i = 0; i < all.getLength(); i++) {
            Element element = (Element) all.item(i);
            assertFalse(List.of("script", "link", "img", "iframe").contains(element.getTagName()), element.getTagName());
            assertFalse(element.hasAttribute("src"), element.getTagName());
            assertTrue(element.getAttribute("id").isEmpty() || ids.add(element.getAttribute("id")), "id twice");
            if (element.hasAttribute("href")) {
                targets.add(element.getAttribute("href"));
            }
            values += element.getTagName().equals("tr") && element.getElementsByTagName("td").getLength() > 0
                    && List.of("yes", "no").contains(element.getLastChild().getTextContent()) ? 1 : 0;
        }
        assertEquals(references.size(), values, "rows of values");
        assertEquals(6, targets.size());
        targets.forEach(target -> assertTrue(target.startsWith("#") && ids.contains(target.substring(1)), target));
        String text = Files.readString(out("ibsi1.html"));
        assertFalse(text.contains("url(") || text.contains("@import"), "the style asks for another file");
        assertTrue(text.contains("1804/1804") && text.contains("300/300"));
    }

    @Test
    void theCommittedPageIsTheOneThatTheCommandWrites() throws IOException {
        assertEquals(Files.readString(folder.resolve("ibsi.md")), Files.readString(Path.of("..", "..", "docs", "ibsi.md")),
                "docs/ibsi.md is not what ibsi --markdown docs/ibsi.md writes; write it again");
    }

    /** IBSI asks for rounding where the image was stored as fractions; the values of this NIfTI file are whole, so nothing is rounded. */
    @Test
    void theIntensitiesOfTheCtPhantomAreWholeNumbersAlready() {
        ScalarImage image = ImageFiles.read(Configuration.CT_A.image(DATA));
        assertTrue(Arrays.stream(image.copy(IndexBox.whole(image.size()))).allMatch(value -> value == Math.rint(value)));
    }

    @Test
    void theExampleForCtIsConfigurationC() {
        assertEquals(SettingsFile.parse(Configuration.CT_C.settings(), "C").extractor().provenance(),
                SettingsFile.read(Path.of("src", "settings", "ct-lung-ibsi-c.yaml")).extractor().provenance());
    }

    /** The digital phantom with some reference values of the test's own. */
    private static Path data(Path name, String... lines) throws IOException {
        Path phantom = Files.createDirectories(name.resolve("ibsi1").resolve("digital_phantom"));
        Files.copy(Configuration.DIGITAL_PHANTOM.image(DATA), phantom.resolve("image.nii.gz"));
        Files.copy(Configuration.DIGITAL_PHANTOM.mask(DATA), phantom.resolve("mask.nii.gz"));
        Files.writeString(Configuration.references(name), "dataset,family,family_id,aggregation,aggregation_id,feature,ibsi_id,"
                + "ibsi_id_variant,compliance_tag,reference_value,tolerance,consensus\n" + String.join("\n", lines) + "\n");
        return name;
    }

    @Test
    void aMissedValueIsShownAndEndsWithExitCodeOne() throws IOException {
        Path data = data(folder.resolve("missed"),
                "digital_phantom,intensity_statistics,UHIW,3D,DHQ4,Mean intensity,Q4LE,,stat_mean,2.15,0,strong",
                "digital_phantom,intensity_statistics,UHIW,3D,DHQ4,\"Mean <intensity>, wrong\",Q4LE,,stat_mean_2,2.16,0,strong",
                "digital_phantom,intensity_statistics,UHIW,3D,DHQ4,Unheard of,ZZZZ,,stat_new,1,0,strong");
        Path reports = folder.resolve("missed-out");
        CommandRun missing = CommandRun.of("ibsi", "--data", data, "--out", reports);
        assertEquals(1, missing.exitCode(), missing.err());
        assertEquals("IBSI-1 features: 1/3\nIBSI-1 diagnostics: 0/0\n"
                + "missed: digital_phantom, intensity_statistics, 3D, Mean <intensity>, wrong (Q4LE): computed 2.1486486486486487, "
                + "reference 2.16 ± 0\n"
                + "missed: digital_phantom, intensity_statistics, 3D, Unheard of (ZZZZ): computed nothing, reference 1 ± 0\n",
                missing.out().replace("\r", ""));
        assertEquals(List.of("true", "false", "false"),
                CommandRun.rows(reports.resolve("ibsi1.csv")).stream().map(r -> r.get("pass")).toList());
        assertTrue(Files.readString(reports.resolve("ibsi1.html"))
                .contains("<li>digital_phantom, intensity_statistics, 3D, Mean &lt;intensity&gt;"));
    }

    @Test
    void aMissingImageIsOneLineThatNamesItAndNothingIsWritten() throws IOException {
        Path data = data(folder.resolve("no-image"), "digital_phantom,glcm,LFYI,3D merged,IAZD,x,TU9B,,cm,1,0,strong",
                "ct_config_a,glcm,LFYI,2D averaged,BTW3,x,TU9B,,cm,1,0,strong");
        Path reports = folder.resolve("no-image-out");
        CommandRun missing = CommandRun.of("ibsi", "--data", data, "--out", reports);
        assertEquals(2, missing.exitCode());
        assertEquals(1, missing.err().lines().count(), missing.err());
        assertTrue(missing.err().contains(Configuration.CT_A.image(data).toString()), missing.err());
        assertFalse(Files.exists(reports));
    }
}
