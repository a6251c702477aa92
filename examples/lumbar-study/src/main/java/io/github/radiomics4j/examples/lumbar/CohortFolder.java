package io.github.radiomics4j.examples.lumbar;

import io.github.radiomics4j.core.io.ImageFiles;
import io.github.radiomics4j.core.io.VoxelType;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/** A synthetic cohort as files, the way a clinical group has one: images, masks, and the table of cases for {@code radiomics4j study}. */
public final class CohortFolder {

    private CohortFolder() {
    }

    /**
     * Writes a cohort.
     *
     * @param arguments the folder, made where it is missing, and how many cases; files of the same names are replaced
     * @throws IOException where the folder cannot be written
     */
    public static void main(String[] arguments) throws IOException {
        write(SyntheticCohort.of(Integer.parseInt(arguments[1]), 1), Path.of(arguments[0]));
    }

    static void write(SyntheticCohort cohort, Path folder) throws IOException {
        Files.createDirectories(folder);
        StringBuilder table = new StringBuilder("case,outcome,pfirrmann,image,disc.mask,muscle.mask\n");
        for (int c = 0; c < cohort.size(); c++) {
            String id = cohort.id(c);
            SyntheticCase one = cohort.render(c);
            ImageFiles.write(one.image(), VoxelType.UINT16, folder.resolve(id + ".nii.gz"));
            table.append(id).append(',').append(cohort.outcome().isPositive(c) ? 1 : 0).append(',').append(cohort.traits(c).pfirrmann())
                    .append(',').append(id).append(".nii.gz");
            for (Region region : Region.values()) {
                String file = id + "-" + region.label() + ".nii.gz";
                ImageFiles.write(one.mask(region).at(one.image().geometry()), folder.resolve(file));
                table.append(',').append(file);
            }
            table.append('\n');
        }
        Files.writeString(folder.resolve("cases.csv"), table, StandardCharsets.UTF_8);
    }
}
