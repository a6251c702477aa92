package io.github.radiomics4j.examples.quickstart;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.radiomics4j.core.image.GridSize;
import io.github.radiomics4j.core.image.Mask;
import io.github.radiomics4j.core.image.ScalarImage;
import io.github.radiomics4j.core.image.VoxelSpacing;
import io.github.radiomics4j.core.io.ImageFiles;
import io.github.radiomics4j.core.io.VoxelType;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Random;
import net.imglib2.img.array.ArrayImgs;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CohortQuickstartTest {
    private static final int CASES = 60;
    private static final GridSize SIZE = new GridSize(7, 7, 3);

    @TempDir
    private Path folder;

    private String writeCase(int i, Random random) throws IOException {
        short[] values = new short[(int) SIZE.voxels()];
        byte[] disc = new byte[values.length];
        byte[] muscle = new byte[values.length];
        for (int v = 0; v < values.length; v++) {
            values[v] = (short) random.nextInt(80 + 30 * (i % 3));
            disc[v] = (byte) (v % 7 < 4 ? 1 : 0);
            muscle[v] = (byte) (1 - disc[v]);
        }
        ScalarImage image = ScalarImage.of(ArrayImgs.shorts(values, 7, 7, 3), VoxelSpacing.isotropic(1));
        ImageFiles.write(image, VoxelType.INT16, folder.resolve(i + ".nii"));
        ImageFiles.write(Mask.of(disc, SIZE).at(image.geometry()), folder.resolve(i + "d.nii"));
        ImageFiles.write(Mask.of(muscle, SIZE).at(image.geometry()), folder.resolve(i + "m.nii"));
        int outcome = random.nextInt(3) + i % 3 > 2 ? 1 : 0;
        return "c" + i + "," + outcome + "," + (1 + random.nextInt(5)) + "," + i + ".nii," + i + "d.nii," + i + "m.nii\n";
    }

    @Test
    void theLibraryAloneGoesFromAFolderToAReport() throws IOException {
        StringBuilder table = new StringBuilder("case,outcome,pfirrmann,image,disc.mask,muscle.mask\n");
        for (int i = 0; i < CASES; i++) {
            table.append(writeCase(i, new Random(i)));
        }
        table.append("broken,1,2,absent.nii,0d.nii,0m.nii\n");
        Files.writeString(folder.resolve("cases.csv"), table);
        ByteArrayOutputStream printed = new ByteArrayOutputStream();
        CohortQuickstart.run(folder, new PrintStream(printed, true, StandardCharsets.UTF_8));
        String said = printed.toString(StandardCharsets.UTF_8);
        assertTrue(said.contains("broken") && said.contains("combined: "), said);
        assertTrue(Files.readString(folder.resolve("report.html")).contains("TRIPOD+AI"), "the report has its checklists");
        assertEquals(1 + CASES, Files.readAllLines(folder.resolve("tables/features-disc.csv")).size());
        assertTrue(Files.exists(folder.resolve("study.json")), "the result as JSON");
    }
}
