import io.github.radiomics4j.core.feature.FeatureVector;
import io.github.radiomics4j.core.image.GridSize;
import io.github.radiomics4j.core.image.ImageGeometry;
import io.github.radiomics4j.core.image.Mask;
import io.github.radiomics4j.core.image.ScalarImage;
import io.github.radiomics4j.core.image.VoxelSpacing;
import io.github.radiomics4j.deep.DeepFeatureExtractor;
import io.github.radiomics4j.deep.Encoder;
import io.github.radiomics4j.deep.dl4j.Dl4jEncoder;
import io.github.radiomics4j.deep.onnx.OnnxEncoder;
import java.io.File;
import java.nio.file.Path;
import java.util.Arrays;

/** Prints the jars on the class path, then how many deep features a small image has: by DL4J, or by the ONNX file in the arguments. */
public final class Extraction {

    private Extraction() { }

    public static void main(String[] arguments) {
        for (String entry : System.getProperty("java.class.path").split(File.pathSeparator)) {
            if (entry.endsWith(".jar")) {
                System.out.println("jar " + Path.of(entry).getFileName());
            }
        }
        Encoder encoder = arguments.length == 0 ? Dl4jEncoder.small2d(1) : OnnxEncoder.of(Path.of(arguments[0]));
        GridSize size = new GridSize(24, 24, 3);
        double[] samples = new double[(int) size.voxels()];
        byte[] inside = new byte[samples.length];
        for (int i = 0; i < samples.length; i++) {
            samples[i] = i * 31 % 101;
            inside[i] = 1;
        }
        FeatureVector features = DeepFeatureExtractor.of(encoder)
                .extract(ScalarImage.of(samples, size, ImageGeometry.of(VoxelSpacing.mm(1, 1, 3))), Mask.of(inside, size));
        if (!Arrays.stream(features.values()).allMatch(Double::isFinite)) {
            throw new IllegalStateException("features that are no numbers: " + features);
        }
        System.out.println("features " + features.size());
    }
}
