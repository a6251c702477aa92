package io.github.radiomics4j.examples.quickstart;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class ReadmeTest {
    private static final Path MODULE = Path.of(System.getProperty("basedir", "")).toAbsolutePath();
    private static final Path README = MODULE.resolve("../../README.md").normalize();

    @Test
    void everyJavaBlockOfTheReadmeIsCodeThatTheseTestsRun() throws IOException {
        assertEquals(List.of(), CodeBlocks.withoutSource(readme(), sources()), "java blocks of README.md without an equal region between "
                + "\"// README begin\" and \"// README end\" in the sources of examples/quickstart");
    }

    @Test
    void theReadmeShowsEveryRegionOfTheSources() throws IOException {
        List<String> shown = CodeBlocks.ofMarkdown(readme());
        List<String> missing = sources().stream().flatMap(s -> CodeBlocks.ofSource(s).stream()).filter(r -> !shown.contains(r)).toList();
        assertEquals(List.of(), missing, "regions of examples/quickstart that README.md does not show as a java block");
    }

    private static String readme() throws IOException {
        assertTrue(Files.isRegularFile(README), "there is no " + README);
        return Files.readString(README);
    }

    private static List<String> sources() throws IOException {
        List<String> sources = new ArrayList<>();
        try (Stream<Path> files = Files.walk(MODULE.resolve("src/main/java"))) {
            for (Path file : files.filter(f -> f.toString().endsWith(".java")).sorted().toList()) {
                sources.add(Files.readString(file));
            }
        }
        return sources;
    }
}
