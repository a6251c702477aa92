package io.github.radiomics4j.core.cohort;

import io.github.radiomics4j.core.LibraryVersion;
import java.io.IOException;
import java.io.Writer;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Where numbers come from, as JSON: no date is in it, so the same run gives the same bytes. */
final class ProvenanceJson {

    private ProvenanceJson() {
    }

    static void write(CohortResult result, Writer out) throws IOException {
        out.write("{\n");
        out.write("  \"format\": \"radiomics4j cohort provenance\",\n  \"schema_version\": 1,\n");
        out.write("  \"library_version\": " + text(LibraryVersion.get()) + ",\n");
        out.write("  \"java\": " + text(Runtime.version() + " " + System.getProperty("java.vm.name")) + ",\n");
        out.write("  \"system\": " + text(System.getProperty("os.name") + " " + System.getProperty("os.arch")) + ",\n");
        out.write("  \"reading\": " + object(reading(result.reading())) + ",\n");
        out.write("  \"structures\": {\n    " + String.join(",\n    ", structures(result)) + "\n  },\n");
        out.write("  \"inputs\": [");
        String separator = "\n    ";
        for (int i = 0; i < result.outcomes().size(); i++) {
            CohortCase one = result.cohort().cases().get(i);
            for (StructureOutcome outcome : result.outcomes().get(i)) {
                out.write(separator + object(input(one, outcome)));
                separator = ",\n    ";
            }
        }
        out.write("\n  ]\n}\n");
    }

    private static Map<String, String> reading(CaseReading reading) {
        Map<String, String> values = new LinkedHashMap<>();
        values.put("fraction", text(Double.toString(reading.rules().fraction())));
        values.put("any_series", Boolean.toString(reading.rules().anySeries()));
        values.put("cut_at_border", Boolean.toString(reading.rules().cut()));
        values.put("resample_mask", Boolean.toString(reading.resampleMask()));
        values.put("suv", Boolean.toString(reading.suv()));
        reading.tiffSpacing().ifPresent(spacing -> values.put("tiff_spacing", text(spacing.toString())));
        return values;
    }

    private static List<String> structures(CohortResult result) {
        List<String> lines = new ArrayList<>();
        result.provenances().forEach((structure, provenance) -> {
            Map<String, String> settings = new LinkedHashMap<>();
            provenance.settings().forEach((name, value) -> settings.put(name, text(value)));
            lines.add(text(structure) + ": {\"fingerprint\": " + text(provenance.fingerprint())
                    + ", \"settings\": " + object(settings) + "}");
        });
        return lines;
    }

    private static Map<String, String> input(CohortCase one, StructureOutcome outcome) {
        Map<String, String> values = new LinkedHashMap<>();
        StructureInput files = one.structures().get(outcome.structure());
        values.put("case", text(one.id()));
        values.put("structure", text(outcome.structure()));
        values.put("image", text(files.image().toString()));
        values.put("mask", text(files.mask().toString()));
        values.put("region", text(files.region().toString()));
        outcome.inputs().ifPresent(hashes -> {
            values.put("image_sha256", text(hashes.image()));
            values.put("mask_sha256", text(hashes.mask()));
        });
        values.put("status", text(outcome.key().isPresent() ? "measured" : "failed"));
        return values;
    }

    /** An object in one line, its values JSON already. */
    private static String object(Map<String, String> values) {
        List<String> members = new ArrayList<>();
        values.forEach((name, value) -> members.add(text(name) + ": " + value));
        return "{" + String.join(", ", members) + "}";
    }

    private static String text(String plain) {
        StringBuilder quoted = new StringBuilder("\"");
        for (char c : plain.toCharArray()) {
            if (c == '"' || c == '\\') {
                quoted.append('\\').append(c);
            } else if (c < ' ' || Character.isSurrogate(c)) {
                quoted.append(String.format("\\u%04x", (int) c));
            } else {
                quoted.append(c);
            }
        }
        return quoted.append('"').toString();
    }
}
