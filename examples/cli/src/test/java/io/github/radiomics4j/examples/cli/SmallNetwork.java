package io.github.radiomics4j.examples.cli;

import io.github.radiomics4j.deep.IntensityNormalisation;
import io.github.radiomics4j.deep.PatchCutting;
import io.github.radiomics4j.deep.Patches;
import io.github.radiomics4j.deep.RegionSampling;
import io.github.radiomics4j.deep.TrainingCase;
import io.github.radiomics4j.deep.TrainingListener;
import io.github.radiomics4j.deep.TrainingPlan;
import io.github.radiomics4j.deep.dl4j.AutoencoderTraining;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Small files of networks, for tests. */
final class SmallNetwork {
    private static final Path ONNX = Path.of("..", "..", "dl-features", "src", "test", "resources", "io", "github", "radiomics4j", "deep",
            "onnx", "small_cnn.onnx");

    private SmallNetwork() { }

    /** A network that the tests of dl-features compare with its origin. */
    static Path onnx(Path file) throws IOException {
        return Files.copy(ONNX, file);
    }

    /** An autoencoder after one epoch: conv1 of 4 maps, bottleneck of 6. */
    static Path zip(Path file) throws IOException {
        PatchCutting cutting = new PatchCutting(RegionSampling.largestSlice(0), IntensityNormalisation.zScoreInRegion(), 8);
        List<TrainingCase> cases = new ArrayList<>();
        for (int c = 0; c < 4; c++) {
            float[] pixels = new float[64];
            for (int i = 0; i < pixels.length; i++) {
                pixels[i] = (i * (c + 3)) % 7 - 3;
            }
            cases.add(TrainingCase.of("case" + c, Patches.of(cutting, 1, pixels)));
        }
        new AutoencoderTraining(List.of(4, 6), TrainingPlan.seeded(1).withEpochs(1, 1)).train(cases, TrainingListener.silent()).save(file);
        return file;
    }
}
