package io.github.radiomics4j.core;

import static com.tngtech.archunit.library.Architectures.layeredArchitecture;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.syntax.ArchRuleDefinition;
import com.tngtech.archunit.library.dependencies.SlicesRuleDefinition;
import org.junit.jupiter.api.Test;

/** The order of packages in {@code docs/architecture.md}: a package uses only packages above it, families not each other. */
class DirectionRuleTest {
    private static final JavaClasses CORE = new ClassFileImporter().withImportOption(new ImportOption.DoNotIncludeTests())
            .importPackages("io.github.radiomics4j.core");

    private static String in(String packageName) {
        return "io.github.radiomics4j.core." + packageName + "..";
    }

    @Test
    void packagesUseOnlyPackagesAboveThem() {
        layeredArchitecture().consideringOnlyDependenciesInLayers()
                .layer("numeric").definedBy(in("numeric")).layer("image").definedBy(in("image")).layer("io").definedBy(in("io"))
                .layer("roi").definedBy(in("roi")).layer("preprocessing").definedBy(in("preprocessing")).layer("feature").definedBy(in("feature"))
                .layer("intensity").definedBy(in("intensity")).layer("texture").definedBy(in("texture"))
                .layer("morphology").definedBy(in("morphology")).layer("table").definedBy(in("table"))
                .layer("extraction").definedBy(in("extraction"))
                .layer("map").definedBy(in("map")).layer("cohort").definedBy(in("cohort"))
                .layer("preview").definedBy(in("preview"))
                .layer("perturbation").definedBy(in("perturbation"))
                .whereLayer("numeric").mayNotAccessAnyLayer()
                .whereLayer("image").mayOnlyAccessLayers("numeric")
                .whereLayer("io").mayOnlyAccessLayers("image")
                .whereLayer("roi").mayOnlyAccessLayers("image", "numeric")
                .whereLayer("preprocessing").mayOnlyAccessLayers("image", "roi", "numeric")
                .whereLayer("feature").mayOnlyAccessLayers("image", "roi", "numeric")
                .whereLayer("intensity").mayOnlyAccessLayers("feature", "roi", "image", "numeric")
                .whereLayer("texture").mayOnlyAccessLayers("feature", "roi", "image", "numeric")
                .whereLayer("morphology").mayOnlyAccessLayers("feature", "roi", "image", "numeric")
                .whereLayer("table").mayOnlyAccessLayers("feature", "image", "numeric")
                .whereLayer("extraction").mayOnlyAccessLayers("feature", "intensity", "morphology", "texture", "preprocessing", "roi",
                        "image", "numeric")
                .whereLayer("map").mayOnlyAccessLayers("extraction", "feature", "intensity", "texture", "preprocessing", "roi", "image",
                        "numeric")
                .whereLayer("cohort").mayOnlyAccessLayers("perturbation", "extraction", "table", "feature", "io", "image", "numeric")
                .whereLayer("preview").mayOnlyAccessLayers("image", "numeric")
                .whereLayer("perturbation").mayOnlyAccessLayers("extraction", "table", "feature", "image", "numeric")
                .withOptionalLayers(true).check(CORE);
    }

    @Test
    void fileFormatsDoNotKnowEachOther() {
        DescribedPredicate<JavaClass> frontDoor = JavaClass.Predicates.resideInAPackage(in("io.region"));
        SlicesRuleDefinition.slices().matching("io.github.radiomics4j.core.io.(*)..").should().notDependOnEachOther()
                .ignoreDependency(frontDoor, DescribedPredicate.alwaysTrue()).ignoreDependency(DescribedPredicate.alwaysTrue(), frontDoor)
                .check(CORE);
    }

    @Test
    void libraryPrintsNothing() {
        ArchRuleDefinition.noClasses().should().accessField(System.class, "out").orShould().accessField(System.class, "err").check(CORE);
    }

    @Test
    void onlyImageHandlesImgLib2Types() {
        ArchRuleDefinition.noClasses().that().resideOutsideOfPackages(in("image"), in("io")).should().dependOnClassesThat()
                .resideInAPackage("net.imglib2..").check(CORE);
    }
}
