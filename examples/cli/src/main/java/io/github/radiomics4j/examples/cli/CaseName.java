package io.github.radiomics4j.examples.cli;

import java.nio.file.Path;
import java.util.List;
import java.util.Locale;

/** What a case is called when the user gives no name. */
final class CaseName {
    /** Longer endings stand before those that they end in. */
    private static final List<String> ENDINGS = List.of(".nii.gz", ".hdr.gz", ".img.gz", ".ome.tiff", ".ome.tif", ".nii", ".hdr", ".img",
            ".nrrd", ".nhdr", ".mha", ".mhd", ".tiff", ".tif", ".dcm");

    private CaseName() { }

    /**
     * The image's file name without the ending of its format, otherwise without what follows its last dot.
     *
     * @param image an image file or the folder of a series
     * @return a name that is not empty
     */
    static String of(Path image) {
        Path last = image.toAbsolutePath().normalize().getFileName();
        if (last == null) {
            return "image";
        }
        String name = last.toString();
        String lower = name.toLowerCase(Locale.ROOT);
        for (String ending : ENDINGS) {
            if (lower.endsWith(ending) && lower.length() > ending.length()) {
                return name.substring(0, name.length() - ending.length());
            }
        }
        int dot = name.lastIndexOf('.');
        return dot > 0 ? name.substring(0, dot) : name;
    }
}
