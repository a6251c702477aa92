package io.github.radiomics4j.core.io.dicom.series;

import io.github.radiomics4j.core.InvalidInputException;
import io.github.radiomics4j.core.InvalidInputException.Problem;
import io.github.radiomics4j.core.image.GridSize;
import io.github.radiomics4j.core.image.ImageGeometry;
import io.github.radiomics4j.core.image.ScalarImage;
import io.github.radiomics4j.core.io.ReadLimits;
import io.github.radiomics4j.core.io.StoredVoxels;
import io.github.radiomics4j.core.io.dicom.dataset.DicomFile;
import io.github.radiomics4j.core.io.dicom.dataset.DicomTag;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The slices of one series as one volume, sorted by position along the normal of their planes; index z grows along row direction ×
 * column direction. Headers have been read and checked, pixels are read by {@link #image}. Immutable.
 */
public final class DicomSeries {
    private final Path source;
    private final SliceStack stack;
    private final double factor;

    private DicomSeries(Path source, SliceStack stack, double factor) {
        this.source = source;
        this.stack = stack;
        this.factor = factor;
    }

    /**
     * Puts the files of one series together.
     *
     * @param source the folder or file, for messages
     * @param files single-frame files, or one or more enhanced multi-frame ones; at least one, in any order
     * @return the volume, its pixels still unread
     * @throws InvalidInputException NO_PIXEL_DATA, NO_GEOMETRY where position, orientation or spacing is not stated,
     *     GEOMETRY_INVALID, SERIES_INCONSISTENT where slices differ in size, orientation, spacing, frame of reference or series, or
     *     lie at the same position, SERIES_IRREGULAR where one is missing, shifted or the stack is oblique, HEADER_INVALID,
     *     UNSUPPORTED_DATATYPE, RESOURCE_LIMIT for more than 2³¹ − 1 voxels
     */
    public static DicomSeries of(Path source, List<DicomFile> files) {
        if (files.isEmpty()) {
            throw new IllegalArgumentException("a series needs at least one file");
        }
        List<Slice> slices = new ArrayList<>();
        for (DicomFile file : files) {
            if (!uid(file).equals(uid(files.get(0)))) {
                throw new InvalidInputException(Problem.SERIES_INCONSISTENT, source + ": " + files.get(0).file() + " and " + file.file()
                        + " are of different series");
            }
            slices.addAll(Slice.of(file));
        }
        SliceStack stack = SliceStack.of(source, slices);
        GridSize plane = slices.get(0).format().size();
        StoredVoxels.sizeOf(source, plane.x(), plane.y(), slices.size());
        return new DicomSeries(source, stack, 1);
    }

    static String uid(DicomFile file) {
        return file.dataset().text(DicomTag.SERIES_INSTANCE_UID).orElse("");
    }

    private DicomFile first() {
        return stack.slices().get(0).file();
    }

    /**
     * The Series Instance UID.
     *
     * @return empty where the files state none
     */
    public Optional<String> seriesUid() {
        return first().dataset().text(DicomTag.SERIES_INSTANCE_UID);
    }

    /**
     * The Frame of Reference UID: objects that state the same one share a coordinate system.
     *
     * @return empty where the files state none
     */
    public Optional<String> frameOfReferenceUid() {
        return first().dataset().text(DicomTag.FRAME_OF_REFERENCE_UID);
    }

    /**
     * The SOP Instance UIDs of the slices' files.
     *
     * @return one per slice, in the order of index z; empty text where a file states none
     */
    public List<String> instanceUids() {
        return stack.slices().stream().map(slice -> slice.file().dataset().text(DicomTag.SOP_INSTANCE_UID).orElse("")).toList();
    }

    /**
     * Where the voxels lie. The distance of slices is the mean step of their positions; for a single slice it is
     * {@code SpacingBetweenSlices} or else {@code SliceThickness}.
     *
     * @return LPS millimetres
     */
    public ImageGeometry geometry() {
        return stack.geometry();
    }

    /**
     * The number of voxels along each axis.
     *
     * @return columns, rows, slices
     */
    public GridSize size() {
        GridSize plane = stack.slices().get(0).format().size();
        return new GridSize(plane.x(), plane.y(), stack.slices().size());
    }

    /**
     * The same slices with PET activities as standardised uptake values by body weight, see {@link SuvFactor}.
     *
     * @return values in g/ml
     * @throws InvalidInputException HEADER_INVALID where an element that the conversion needs is missing (named in the message) or
     *     states another quantity
     */
    public DicomSeries suvBodyWeight() {
        return new DicomSeries(source, stack, SuvFactor.of(stack.slices().stream().map(slice -> slice.file().dataset()).toList()));
    }

    /**
     * Reads the pixels. Each slice is rescaled by its own slope and intercept; whole numbers stay whole numbers in memory where the
     * rescale allows it, all else is {@code double}.
     *
     * @param limits what the voxels may take
     * @return the image
     * @throws InvalidInputException RESOURCE_LIMIT, or as {@link io.github.radiomics4j.core.io.dicom.pixels.DicomPixels#read}
     * @throws java.io.UncheckedIOException where the disk fails
     */
    public ScalarImage image(ReadLimits limits) {
        List<Slice> slices = stack.slices();
        Map<DicomFile, Map<Integer, Integer>> places = new LinkedHashMap<>();
        for (int z = 0; z < slices.size(); z++) {
            places.computeIfAbsent(slices.get(z).file(), file -> new LinkedHashMap<>()).put(slices.get(z).frame(), z);
        }
        List<Rescale> rescales = slices.stream().map(slice -> slice.rescale().times(factor)).toList();
        VolumeVoxels voxels = VolumeVoxels.of(source, size(), slices.stream().map(Slice::format).toList(), rescales, limits);
        places.forEach((file, frames) -> voxels.readFile(file, frames, limits));
        return voxels.image(stack.geometry());
    }

    @Override
    public String toString() {
        return source + ": series " + seriesUid().orElse("without UID") + ", " + size() + ", " + geometry();
    }
}
