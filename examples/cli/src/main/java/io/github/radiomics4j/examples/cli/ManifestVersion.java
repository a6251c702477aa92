package io.github.radiomics4j.examples.cli;

import java.util.Optional;
import picocli.CommandLine.IVersionProvider;

/** The version that the build wrote into the jar's manifest. */
final class ManifestVersion implements IVersionProvider {

    @Override
    public String[] getVersion() {
        String version = Optional.ofNullable(ManifestVersion.class.getPackage().getImplementationVersion())
                .orElse("(unknown version: not started from its jar)");
        return new String[] {"radiomics4j " + version, "Java " + Runtime.version()};
    }
}
