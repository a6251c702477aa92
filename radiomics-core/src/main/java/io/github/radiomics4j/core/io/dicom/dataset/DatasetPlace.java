package io.github.radiomics4j.core.io.dicom.dataset;

import java.nio.file.Path;
import java.util.Optional;

/**
 * Where a dataset stands, for messages: a file, or an item of a sequence of the dataset around it.
 *
 * @param file the file
 * @param around the dataset that holds the sequence; empty for the file's own dataset
 * @param sequence the number of the sequence's tag, 0 for the file's own dataset
 * @param item counted from 1
 */
record DatasetPlace(Path file, Optional<DatasetPlace> around, int sequence, int item) {

    static DatasetPlace of(Path file) {
        return new DatasetPlace(file, Optional.empty(), 0, 0);
    }

    DatasetPlace item(int sequenceTag, int number) {
        return new DatasetPlace(file, Optional.of(this), sequenceTag, number);
    }

    @Override
    public String toString() {
        return around.map(outer -> outer + (outer.around.isEmpty() ? ": " : ", ") + "item " + item + " of "
                + DicomTag.of(sequence).map(DicomTag::keyword).orElse(DicomTag.written(sequence))).orElse(file.toString());
    }
}
