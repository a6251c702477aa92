package io.github.radiomics4j.core.io.dicom.series;

import io.github.radiomics4j.core.InvalidInputException;
import io.github.radiomics4j.core.InvalidInputException.Problem;
import io.github.radiomics4j.core.io.dicom.dataset.DicomDataset;
import io.github.radiomics4j.core.io.dicom.dataset.DicomTag;
import java.util.List;
import java.util.Optional;

/** What an enhanced multi-frame object says of each frame: in the frame's own groups, or else in those that all frames share. */
public final class FunctionalGroups {
    private final DicomDataset dataset;
    private final Optional<DicomDataset> shared;
    private final List<DicomDataset> perFrame;

    private FunctionalGroups(DicomDataset dataset, int frames) {
        this.dataset = dataset;
        this.shared = dataset.item(DicomTag.SHARED_FUNCTIONAL_GROUPS_SEQUENCE);
        this.perFrame = dataset.items(DicomTag.PER_FRAME_FUNCTIONAL_GROUPS_SEQUENCE);
        if (!perFrame.isEmpty() && perFrame.size() != frames) {
            throw dataset.invalid(DicomTag.PER_FRAME_FUNCTIONAL_GROUPS_SEQUENCE, Problem.HEADER_INVALID, "must have one item per frame ("
                    + frames + "), found " + perFrame.size());
        }
    }

    /**
     * The groups of a file.
     *
     * @param dataset the file's own
     * @param frames how many frames the file has
     * @return empty for the objects of old, which describe one frame in the dataset itself
     * @throws InvalidInputException HEADER_INVALID where groups of frames are there, but not one item for each frame
     */
    public static Optional<FunctionalGroups> of(DicomDataset dataset, int frames) {
        boolean there = dataset.has(DicomTag.SHARED_FUNCTIONAL_GROUPS_SEQUENCE)
                || dataset.has(DicomTag.PER_FRAME_FUNCTIONAL_GROUPS_SEQUENCE);
        return there ? Optional.of(new FunctionalGroups(dataset, frames)) : Optional.empty();
    }

    /**
     * A frame's item of a group.
     *
     * @param sequence the group
     * @param frame counted from 0
     * @return the frame's own or the shared one; empty where there is neither
     */
    public Optional<DicomDataset> group(DicomTag sequence, int frame) {
        Optional<DicomDataset> own = perFrame.isEmpty() ? Optional.empty() : perFrame.get(frame).item(sequence);
        return own.or(() -> shared.flatMap(groups -> groups.item(sequence)));
    }

    /**
     * A frame's item of a group that must be there.
     *
     * @param sequence the group
     * @param frame counted from 0
     * @return the frame's own or the shared one
     * @throws InvalidInputException NO_GEOMETRY where there is neither
     */
    public DicomDataset required(DicomTag sequence, int frame) {
        return group(sequence, frame).orElseThrow(() -> (perFrame.isEmpty() ? dataset : perFrame.get(frame)).missing(sequence,
                Problem.NO_GEOMETRY));
    }
}
