package io.github.radiomics4j.examples.cli;

import io.github.radiomics4j.deep.dl4j.Dl4jEncoder;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/** A network that settings may name. */
interface DeepNetwork {

    /**
     * Deep features of this network.
     *
     * @param settings the other keys of the file: each network takes those that mean something for it and refuses the others
     * @return the features' source, to be closed
     * @throws SettingsException where the settings do not fit the network; the message names the place
     */
    DeepSource source(YamlParameters settings);

    /**
     * The networks that settings may name: one entry here, and one row of the table in {@code docs/cli.md}.
     *
     * @param folder where relative names of files start
     * @return in the order of the help
     */
    static List<RecipeKind<DeepNetwork>> all(Path folder) {
        return List.of(
                new RecipeKind<>("scattering", ScatteringNetwork.KEYS, "{dimensions: 2, scales: 3, orientations: 8}",
                        ScatteringNetwork::of),
                new RecipeKind<>("small2d", List.of(RecipeChoices.SEED), "{seed: 1}", p -> {
                    Engine.DL4J.require("network small2d");
                    return new EncoderNetwork(OpenNetwork.of(Dl4jEncoder.small2d(p.whole(RecipeChoices.SEED))));
                }),
                new RecipeKind<>("file", List.of("path", "madeFor"), "{path: encoder.zip, madeFor: 64}",
                        p -> ofFile(folder.resolve(p.yaml().text(p.required("path"), "path")),
                                p.node("madeFor").isPresent() ? OptionalInt.of(p.whole("madeFor")) : OptionalInt.empty())));
    }

    private static DeepNetwork ofFile(Path file, OptionalInt madeFor) {
        return new EncoderNetwork(NetworkFormat.open(file, madeFor));
    }

    /**
     * Reads what stands at {@code network}: one of {@link #all}, or the name of a file, which has a dot or a slash.
     *
     * @param settings the file's keys
     * @param folder where relative names of files start
     * @return the network
     */
    static DeepNetwork read(YamlParameters settings, Path folder) {
        Optional<String> file = settings.yaml().word(settings.required("network")).filter(word -> word.matches(".*[./\\\\].*"));
        return file.isPresent() ? ofFile(folder.resolve(file.get()), OptionalInt.empty())
                : RecipeKind.read(settings.yaml(), settings.required("network"), "network", all(folder)).made();
    }
}
