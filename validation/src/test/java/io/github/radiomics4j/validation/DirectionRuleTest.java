package io.github.radiomics4j.validation;

import static com.tngtech.archunit.library.Architectures.layeredArchitecture;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import org.junit.jupiter.api.Test;

/** The order of packages in {@code docs/architecture.md}: a study uses all others, and none of them a study. */
class DirectionRuleTest {
    private static final String ROOT = "io.github.radiomics4j.validation";
    private static final JavaClasses VALIDATION = new ClassFileImporter().withImportOption(new ImportOption.DoNotIncludeTests())
            .importPackages(ROOT);

    @Test
    void packagesUseOnlyPackagesAboveThem() {
        layeredArchitecture().consideringOnlyDependenciesInLayers()
                .layer("resampling").definedBy(ROOT + ".resampling..").layer("discrimination").definedBy(ROOT + ".discrimination..")
                .layer("recipes").definedBy(ROOT).layer("calibration").definedBy(ROOT + ".calibration..")
                .layer("utility").definedBy(ROOT + ".utility..").layer("interaction").definedBy(ROOT + ".interaction..")
                .layer("report").definedBy(ROOT + ".report..").layer("study").definedBy(ROOT + ".study..")
                .whereLayer("resampling").mayNotAccessAnyLayer()
                .whereLayer("discrimination").mayOnlyAccessLayers("resampling")
                .whereLayer("recipes").mayOnlyAccessLayers("resampling", "discrimination")
                .whereLayer("calibration").mayOnlyAccessLayers("recipes", "discrimination")
                .whereLayer("utility").mayOnlyAccessLayers("calibration", "discrimination")
                .whereLayer("interaction").mayOnlyAccessLayers("discrimination")
                .whereLayer("report").mayOnlyAccessLayers("discrimination", "calibration", "utility", "interaction")
                .whereLayer("study").mayNotBeAccessedByAnyLayer()
                .check(VALIDATION);
    }
}
