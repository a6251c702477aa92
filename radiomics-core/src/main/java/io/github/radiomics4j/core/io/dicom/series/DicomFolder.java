package io.github.radiomics4j.core.io.dicom.series;

import io.github.radiomics4j.core.InvalidInputException;
import io.github.radiomics4j.core.InvalidInputException.Problem;
import io.github.radiomics4j.core.io.ReadLimits;
import io.github.radiomics4j.core.io.dicom.dataset.DicomDataset;
import io.github.radiomics4j.core.io.dicom.dataset.DicomFile;
import io.github.radiomics4j.core.io.dicom.dataset.DicomTag;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The DICOM files of a folder, grouped by Series Instance UID. Sub-folders are not entered. Files that do not begin like DICOM are
 * passed over, as are series without images (structure sets, segmentations, doses, reports).
 */
final class DicomFolder {
    private DicomFolder() {
    }

    /** Whether any file of the folder is DICOM. */
    static boolean hasDicom(Path folder) {
        return files(folder).stream().anyMatch(DicomFile::isDicom);
    }

    /** The files of the folder's one image series, or of the one that is asked for. */
    static List<DicomFile> series(Path folder, Optional<String> uid, ReadLimits limits) {
        Map<String, List<DicomFile>> bySeries = new LinkedHashMap<>();
        for (Path file : files(folder)) {
            DicomFile.readIfDicom(file, limits)
                    .ifPresent(read -> bySeries.computeIfAbsent(DicomSeries.uid(read), any -> new ArrayList<>()).add(read));
        }
        if (bySeries.isEmpty()) {
            throw new InvalidInputException(Problem.NOT_THIS_FORMAT, folder
                    + ": the folder has no DICOM file (sub-folders are not entered)");
        }
        Map<String, List<DicomFile>> images = new LinkedHashMap<>(bySeries);
        images.values().removeIf(files -> files.stream().noneMatch(DicomFolder::isImage));
        if (images.isEmpty()) {
            throw new InvalidInputException(Problem.NO_PIXEL_DATA, folder + ": no DICOM file of the folder is an image");
        }
        if (uid.isPresent() && !images.containsKey(uid.get())) {
            throw new InvalidInputException(Problem.SERIES_INCONSISTENT, folder + ": the series " + uid.get()
                    + " is not among the images of the folder: " + list(images));
        }
        if (uid.isEmpty() && images.size() > 1) {
            throw new InvalidInputException(Problem.SERIES_INCONSISTENT, folder + ": the folder holds images of " + images.size()
                    + " series; choose one by its UID: " + list(images));
        }
        return images.get(uid.orElseGet(() -> images.keySet().iterator().next()));
    }

    private static String list(Map<String, List<DicomFile>> series) {
        return series.entrySet().stream().map(one -> {
            DicomDataset dataset = one.getValue().get(0).dataset();
            return one.getKey() + " (" + dataset.text(DicomTag.MODALITY).orElse("no modality") + ", " + one.getValue().size() + " files)";
        }).collect(Collectors.joining(", "));
    }

    private static boolean isImage(DicomFile file) {
        return file.pixels().isPresent() && !file.dataset().text(DicomTag.MODALITY).orElse("").matches("SEG|RTDOSE");
    }

    private static List<Path> files(Path folder) {
        try (Stream<Path> all = Files.list(folder)) {
            return all.filter(Files::isRegularFile).sorted().toList();
        } catch (IOException e) {
            throw new UncheckedIOException("cannot list " + folder, e);
        }
    }
}
