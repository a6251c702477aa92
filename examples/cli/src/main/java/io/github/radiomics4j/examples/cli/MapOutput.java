package io.github.radiomics4j.examples.cli;

import io.github.radiomics4j.core.image.ScalarImage;
import io.github.radiomics4j.core.io.ImageFiles;
import io.github.radiomics4j.core.io.ImageWriter;
import io.github.radiomics4j.core.io.VoxelType;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import picocli.CommandLine.Option;

/** The option that says where a command writes the image that it makes. */
final class MapOutput {
    @Option(names = "--out", required = true, paramLabel = "FILE",
            description = "The map to write, .nii, .nii.gz or .nrrd. A file of that name is replaced once all is done.")
    private Path out;

    Path path() {
        return out;
    }

    /**
     * Refuses, before anything is read, what cannot be written or would replace an input.
     *
     * @param image the image that is read
     * @param regions the mask that is read
     * @param settings the settings that are read
     * @return writes the map once it is made
     * @throws UsageException where the name is not one of an image file, or that of an input
     */
    Open checked(ImageOptions image, RegionOptions regions, Path settings) {
        List<ImageWriter> writers = ImageFiles.writers();
        if (writers.stream().noneMatch(writer -> writer.isNamed(out))) {
            throw new UsageException("--out names an image file that ends in one of " + writers.stream()
                    .flatMap(writer -> writer.suffixes().stream()).collect(Collectors.joining(", ")) + ", was " + out);
        }
        OutputFile output = OutputFile.at(out);
        output.requireNot(image.path(), "--image");
        output.requireNot(regions.path(), "--mask");
        output.requireNot(settings, "--settings");
        return map -> output.writeBy(file -> ImageFiles.write(map, VoxelType.FLOAT64, file));
    }

    /** A file that may be written. */
    @FunctionalInterface
    interface Open {
        void write(ScalarImage map);
    }
}
