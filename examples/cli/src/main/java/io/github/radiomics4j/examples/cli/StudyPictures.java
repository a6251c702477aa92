package io.github.radiomics4j.examples.cli;

import io.github.radiomics4j.core.cohort.CaseReading;
import io.github.radiomics4j.core.cohort.CohortCase;
import io.github.radiomics4j.core.cohort.CohortResult;
import io.github.radiomics4j.core.preview.RegionPreview;
import io.github.radiomics4j.validation.report.HtmlThumbnails.Thumbnail;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** Pictures of the segmentations that were measured, case by case; each image is read again and let go. */
final class StudyPictures {

    private StudyPictures() { }

    /**
     * The pictures.
     *
     * @param measured tells which structures of which cases
     * @param reading how their files are read
     * @return in the order of cases and structures
     */
    static List<Thumbnail> of(CohortResult measured, CaseReading reading) {
        List<Thumbnail> pictures = new ArrayList<>();
        for (String structure : measured.cohort().structures()) {
            Set<String> ids = measured.tables().containsKey(structure) ? Set.copyOf(measured.tables().get(structure).cases()) : Set.of();
            List<CohortCase> cases = measured.cohort().cases().stream().filter(one -> ids.contains(one.id())).toList();
            cases.forEach(one -> pictures.add(reading.read(one.structures().get(structure), (image, mask) -> Thumbnail.ofPng(
                    RegionPreview.standard().of(image, mask).png(), structure + " of case " + one.id() + " with its outline",
                    one.id() + ", " + structure))));
        }
        return pictures;
    }
}
