package io.github.radiomics4j.benchmarks;

import io.github.radiomics4j.core.extraction.FeatureExtractor;
import io.github.radiomics4j.core.feature.FeatureFamily;
import io.github.radiomics4j.core.feature.FeatureKey;
import io.github.radiomics4j.core.feature.FeatureVector;
import io.github.radiomics4j.core.image.Mask;
import io.github.radiomics4j.core.image.ScalarImage;
import io.github.radiomics4j.core.intensity.IntensityStatistics;
import io.github.radiomics4j.core.io.ImageFiles;
import io.github.radiomics4j.core.morphology.Morphology;
import io.github.radiomics4j.core.preprocessing.FixedBinNumber;
import io.github.radiomics4j.core.roi.PreparedRoi;
import io.github.radiomics4j.core.texture.Glcm;
import io.github.radiomics4j.core.texture.Gldzm;
import io.github.radiomics4j.core.texture.Glrlm;
import io.github.radiomics4j.core.texture.Glszm;
import io.github.radiomics4j.core.texture.Ngldm;
import io.github.radiomics4j.core.texture.Ngtdm;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * Measures families of one region when told to, for {@code benchmarks/peers/features.py}: reads lines of a family and the IBSI code of one
 * of its features and answers each with seconds of wall and processor time, the number of features and the value of that one. The region
 * is read and prepared once; all families are measured a few times before the first answer, as a service in use would have done.
 */
public final class PeerWorker {
    private static final int WARM_UP = 15;

    private PeerWorker() {
    }

    /**
     * Answers until its input ends.
     *
     * @param args the image, the mask, and the number of grey levels
     * @throws IOException where a file cannot be read
     */
    public static void main(String[] args) throws IOException {
        ScalarImage image = ImageFiles.read(Path.of(args[0]));
        Mask mask = ImageFiles.readMask(Path.of(args[1]), 1);
        FeatureExtractor extractor = FeatureExtractor.discretisedBy(new FixedBinNumber(Integer.parseInt(args[2])));
        PreparedRoi roi = extractor.prepare(image, mask);
        Map<String, FeatureExtractor> families = new LinkedHashMap<>();
        families().forEach((name, family) -> families.put(name, extractor.withFamilies(List.of(family))));
        for (int i = 0; i < WARM_UP; i++) {
            families.values().forEach(family -> family.measure(roi));
        }
        System.out.println("{\"version\": \"radiomics4j\", \"families\": ["
                + families.keySet().stream().map(name -> '"' + name + '"').collect(Collectors.joining(", ")) + "]}");
        BufferedReader lines = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
        for (String line = lines.readLine(); line != null; line = lines.readLine()) {
            String[] asked = line.split(" ");
            System.out.println(answer(families.get(asked[0]), roi, asked[1]));
        }
    }

    private static Map<String, FeatureFamily<?>> families() {
        Map<String, FeatureFamily<?>> families = new LinkedHashMap<>();
        families.put("glcm", new Glcm());
        families.put("glrlm", new Glrlm());
        families.put("glszm", new Glszm());
        families.put("gldzm", new Gldzm());
        families.put("ngtdm", new Ngtdm());
        families.put("ngldm", new Ngldm());
        families.put("intensity", new IntensityStatistics());
        families.put("morphology", new Morphology().withoutAutocorrelation());
        return families;
    }

    private static String answer(FeatureExtractor family, PreparedRoi roi, String code) {
        var processor = ManagementFactory.getThreadMXBean();
        long wall = System.nanoTime();
        long cpu = processor.getCurrentThreadCpuTime();
        FeatureVector found = family.measure(roi);
        wall = System.nanoTime() - wall;
        cpu = processor.getCurrentThreadCpuTime() - cpu;
        FeatureKey checked = found.keys().stream().filter(key -> key.feature().ibsiCode().filter(known -> known.value().equals(code)).isPresent()).findFirst()
                .orElseThrow();
        return String.format(Locale.ROOT, "{\"wall\": %.9f, \"cpu\": %.9f, \"features\": %d, \"check\": %s}", wall / 1e9, cpu / 1e9,
                found.keys().size(), found.get(checked));
    }
}
