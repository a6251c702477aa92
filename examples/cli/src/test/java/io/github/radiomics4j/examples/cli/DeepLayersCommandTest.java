package io.github.radiomics4j.examples.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.github.radiomics4j.deep.dl4j.Dl4jEncoder;
import io.github.radiomics4j.deep.onnx.OnnxEncoder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DeepLayersCommandTest {
    @TempDir
    private Path folder;

    @Test
    void aZipIsPrintedAsTheDocumentationShows() throws IOException {
        Path zip = SmallNetwork.zip(folder.resolve("encoder.zip"));
        byte[] before = Files.readAllBytes(zip);
        CommandRun run = CommandRun.of("deep", "layers", zip);
        assertEquals(0, run.exitCode(), run.err());
        assertEquals("", run.err());
        String documentation = Files.readString(Path.of("..", "..", "docs", "cli.md"));
        String shown = run.out().replace("\r", "").replaceAll("[0-9a-f]{64}", "<SHA>");
        assertTrue(documentation.contains("deep layers encoder.zip\n" + shown + "```"), shown);
        assertEquals(-1, Arrays.mismatch(before, Files.readAllBytes(zip)), "the file must stay as it is");
    }

    @Test
    void anOnnxFileIsPrintedAsJson() throws IOException {
        Path model = SmallNetwork.onnx(folder.resolve("small_cnn.onnx"));
        CommandRun run = CommandRun.of("deep", "layers", "--json", model);
        assertEquals(0, run.exitCode(), run.err());
        JsonNode json = JsonMapper.builder().build().readTree(run.out());
        try (OnnxEncoder encoder = OnnxEncoder.of(model)) {
            assertEquals("small_cnn", json.get("network").textValue());
            assertEquals(encoder.inputChannels(), json.get("input_channels").intValue());
            assertEquals(encoder.minimumSize(), json.get("smallest_size").intValue());
            assertEquals(encoder.fixedSize().isEmpty(), json.get("only_size").isNull());
            assertEquals(encoder.weightsSha256(), json.get("weights_sha256").textValue());
            assertEquals(encoder.layers().size(), json.get("layers").size());
            for (JsonNode layer : json.get("layers")) {
                assertEquals(encoder.channels(layer.get("name").textValue()), layer.get("channels").intValue());
            }
        }
    }

    @Test
    void aSizeThatAZipWasMadeForIsTheOnlyOneShown() throws IOException {
        CommandRun run = CommandRun.of("deep", "layers", SmallNetwork.zip(folder.resolve("e.zip")), "--made-for", 8, "--json");
        assertEquals(0, run.exitCode(), run.err());
        assertEquals(8, JsonMapper.builder().build().readTree(run.out()).get("only_size").intValue());
    }

    @Test
    void aKerasFileIsReadToo() throws IOException {
        Path model = Path.of("..", "..", "dl-features", "src", "test", "resources", "io", "github", "radiomics4j", "deep", "dl4j",
                "keras_chain.h5");
        CommandRun run = CommandRun.of("deep", "layers", "--json", model);
        assertEquals(0, run.exitCode(), run.err());
        JsonNode json = JsonMapper.builder().build().readTree(run.out());
        assertEquals(Dl4jEncoder.load(model).layers().size(), json.get("layers").size());
        assertEquals("keras_chain", json.get("network").textValue());
    }

    private static void refuses(CommandRun run, String message) {
        assertEquals(2, run.exitCode(), run.err());
        assertEquals("", run.out());
        assertEquals(1, run.err().lines().count(), run.err());
        assertTrue(run.err().contains(message), run.err());
    }

    @Test
    void whatIsNoNetworkIsNamed() throws IOException {
        refuses(CommandRun.of("deep", "layers", folder.resolve("absent.zip")), "absent.zip cannot be read");
        refuses(CommandRun.of("deep", "layers", Files.writeString(folder.resolve("text.onnx"), "no network")), "text.onnx");
        refuses(CommandRun.of("deep", "layers", folder.resolve("a.pt")), "a network's file ends in one of .onnx, .zip, .h5, was ");
        refuses(CommandRun.of("deep", "layers", SmallNetwork.onnx(folder.resolve("s.onnx")), "--made-for", 8), "leave the size out");
        refuses(CommandRun.of("deep", "layers", SmallNetwork.zip(folder.resolve("s.zip")), "--made-for", 0), "at least 1 pixel");
        refuses(CommandRun.of("deep"), "a command of deep is missing, such as layers (try: radiomics4j deep --help)");
    }
}
