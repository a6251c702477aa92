package io.github.radiomics4j.examples.lumbar;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Holds the place of the study. */
public final class LumbarStudy {
    private LumbarStudy() { }

    /**
     * Runs the study.
     *
     * @param arguments the folder to write into
     * @throws IOException if it cannot be written
     */
    public static void main(String[] arguments) throws IOException {
        Path output = Files.createDirectories(Path.of(arguments[0]));
        System.out.println("lumbar study: " + output);
    }
}
