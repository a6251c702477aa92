package io.github.radiomics4j.core;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Properties;

/** The version of this library, as its build wrote it beside the classes: part of what stored results are found by. */
public final class LibraryVersion {

    private LibraryVersion() {
    }

    /**
     * The version.
     *
     * @return such as {@code 1.0.0}
     * @throws IllegalStateException where the build left it out
     */
    public static String get() {
        Properties properties = new Properties();
        try (InputStream in = LibraryVersion.class.getResourceAsStream("version.properties")) {
            if (in == null) {
                throw new IllegalStateException("version.properties is missing beside the classes of the library: build it whole");
            }
            properties.load(in);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read the version of the library", e);
        }
        return properties.getProperty("version");
    }
}
