package io.github.radiomics4j.examples.cli;

import io.github.radiomics4j.deep.TrainingCase;
import io.github.radiomics4j.deep.TrainingEpoch;
import io.github.radiomics4j.deep.TrainingListener;
import io.github.radiomics4j.deep.dl4j.TrainedEncoder;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** The command {@code deep train}: an encoder learned from a cohort, written as a file for {@code extract --deep}. */
@Command(name = "train", mixinStandardHelpOptions = true, versionProvider = ManifestVersion.class,
        usageHelpWidth = ExtractCommand.HELP_WIDTH, sortOptions = false,
        description = {"Trains an encoder on a structure of a cohort and writes it as a zip for extract --deep.", "",
            "The encoder has seen these cases, a classifier their outcomes too. NEVER VALIDATE features of it on the same cases: they look "
                + "good on pure noise. Use it for another cohort. To validate on one cohort, train inside each resample: class "
                + "LearnedFeatures of the library, as EncoderTraining shows."},
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {"0:done", "1:a failure inside the program; --debug shows where", "2:bad input or usage; the message says what"})
final class DeepTrainCommand implements Callable<Integer> {
    private CommandSpec spec;

    @Mixin
    private StructureOptions structure;

    @Option(names = "--training", required = true, paramLabel = "FILE", description = "How to train, see below.")
    private Path training;

    @Option(names = "--out", required = true, paramLabel = "FILE",
            description = "The encoder to write, its name ending in .zip. A file of that name is replaced once all is done.")
    private Path out;

    @Mixin
    private BatchReading reading;

    /**
     * Takes the command's description and completes its help.
     *
     * @param given what picocli made of the annotations
     */
    @Spec
    void setSpec(CommandSpec given) {
        spec = given;
        HelpFooter.add(given, TrainingFile::help);
    }

    @Override
    public Integer call() {
        if (!out.toString().toLowerCase(Locale.ROOT).endsWith(".zip")) {
            throw new UsageException("--out names a file that ends in .zip, was " + out);
        }
        Engine.DL4J.require("a training");
        CohortTraining plan = TrainingFile.read(training);
        OutputFile output = OutputFile.at(out);
        output.requireNot(training, "--training");
        PrintWriter err = spec.commandLine().getErr();
        StructureCases cases = structure.read(reading.reading(), err);
        cases.requireNotOverwrittenBy(output);
        TrainedEncoder encoder = train(plan, cut(plan, cases), epoch -> err.println(line(epoch)));
        output.writeBy(encoder::save);
        TrainingEpoch best = encoder.epochs().stream().filter(TrainingEpoch::best).reduce((a, b) -> b).orElseThrow();
        err.println(String.format(Locale.ROOT, "radiomics4j: %s of %d cases, hold-out loss %.6g in epoch %d of %d, written to %s;"
                + " its features cannot be validated on these cases", plan.kind(), encoder.trainedOn().size(), best.holdOutLoss(),
                best.number(), encoder.epochs().size(), out));
        return 0;
    }

    /** Of each image is kept what is cut of it. Outcomes are asked for before any image is read, where they are needed at all. */
    private static List<TrainingCase> cut(CohortTraining plan, StructureCases cases) {
        Map<String, Boolean> events = plan.recipe().looksAtOutcomes() ? cases.outcomes() : Map.of();
        List<TrainingCase> cut = new ArrayList<>();
        cases.each(plan.cutting()::cut).forEach((id, patches) -> {
            TrainingCase one = TrainingCase.of(id, patches);
            cut.add(events.containsKey(id) ? one.withOutcome(events.get(id)) : one);
        });
        return cut;
    }

    private static TrainedEncoder train(CohortTraining plan, List<TrainingCase> cases, TrainingListener listener) {
        try {
            return plan.work().train(cases, listener);
        } catch (IllegalArgumentException e) {
            throw new UsageException("the training does not fit the cases: " + e.getMessage(), e);
        }
    }

    private static String line(TrainingEpoch epoch) {
        return String.format(Locale.ROOT, "radiomics4j: epoch %d of %d, loss %.6g, hold-out loss %.6g%s", epoch.number(), epoch.planned(),
                epoch.trainingLoss(), epoch.holdOutLoss(), epoch.best() ? ", the lowest so far" : "");
    }
}
