package io.github.radiomics4j.examples.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.radiomics4j.deep.Augmentation;
import io.github.radiomics4j.deep.CubeSampling;
import io.github.radiomics4j.deep.IntensityNormalisation;
import io.github.radiomics4j.deep.PatchCutting;
import io.github.radiomics4j.deep.RegionSampling;
import io.github.radiomics4j.deep.TrainingPlan;
import io.github.radiomics4j.deep.dl4j.AutoencoderTraining;
import io.github.radiomics4j.deep.dl4j.ClassifierTraining;
import io.github.radiomics4j.deep.dl4j.ClassifierTraining.ClassWeights;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;

class TrainingFileTest {
    private static final PatchCutting USUAL = new PatchCutting(RegionSampling.largestSlice(0), IntensityNormalisation.zScoreInRegion(), 64);

    private static CohortTraining parse(String text) {
        return TrainingFile.parse(text, "t.yaml");
    }

    @Test
    void theSmallestFilesMeanTheLibrarysDefaults() {
        assertEquals(AutoencoderTraining.of(TrainingPlan.seeded(1)), parse(TrainingFile.MINIMAL).recipe());
        assertEquals(ClassifierTraining.of(TrainingPlan.seeded(2)), parse("{kind: classifier, seed: 2}").recipe());
        assertEquals(USUAL, parse(TrainingFile.MINIMAL).cutting());
    }

    @Test
    void aTrainingIsMadeAsAskedFor() {
        CohortTraining training = parse("kind: classifier\nseed: 3\nchannels: [4, 6]\nsize: 16\nsampling: {every_slice: {margin: 2}}\n"
                + "normalisation: {window: {lower: 0, upper: 9}}\nepochs: 5\npatience: 2\nholdOut: 0.3\nbatch: 4\nlearningRate: 0.01\n"
                + "augmentation: {shift: 1, flipRows: false}\nclassWeights: equal\n");
        assertEquals(new ClassifierTraining(List.of(4, 6), ClassWeights.EQUAL,
                new TrainingPlan(5, 2, 0.3, 4, 0.01, new Augmentation(true, false, 1), 3)), training.recipe());
        assertEquals(new PatchCutting(RegionSampling.eachSlice(2), IntensityNormalisation.window(0, 9), 16), training.cutting());
        assertEquals(Augmentation.none(),
                ((AutoencoderTraining) parse("{kind: autoencoder, seed: 1, augmentation: none}").recipe()).plan().augmentation());
    }

    @Test
    void cubesMeanANetworkOfThreeDimensions() {
        CohortTraining training = parse("{kind: autoencoder, seed: 1, sampling: cube, augmentation: {flipSlices: true}}");
        assertEquals(AutoencoderTraining.ofCubes(TrainingPlan.seeded(1).augmentedBy(Augmentation.flipsAndShifts(2).withFlippedSlices())),
                training.recipe());
        assertEquals(new PatchCutting(CubeSampling.of(0), IntensityNormalisation.zScoreInRegion(), 32), training.cutting());
        assertEquals(ClassifierTraining.ofCubes(TrainingPlan.seeded(1)), parse("{kind: classifier, seed: 1, sampling: cube}").recipe());
    }

    @ParameterizedTest
    @CsvFileSource(resources = "/training-mistakes.csv", delimiter = '|', quoteCharacter = '`')
    void aMistakeIsNamedWithItsPlace(String text, int line, int column, String message) {
        SettingsException e = assertThrows(SettingsException.class, () -> parse(text.replace('/', '\n')), text);
        assertTrue(e.getMessage().contains(message), e.getMessage());
        assertEquals(line + ":" + column, e.line() + ":" + e.column(), e.getMessage());
    }

    @Test
    void theTrainingInTheDocumentationShowsTheDefaults() throws IOException {
        String documentation = Files.readString(Path.of("..", "..", "docs", "cli.md"));
        Matcher block = Pattern.compile("```yaml training\\R(.*?)```", Pattern.DOTALL).matcher(documentation);
        assertTrue(block.find());
        assertEquals(parse(TrainingFile.MINIMAL).recipe(), parse(block.group(1)).recipe());
        assertEquals(USUAL, parse(block.group(1)).cutting());
        TrainingFile.KEYS.forEach(key -> assertTrue(documentation.contains("`" + key + "`"), key));
    }
}
