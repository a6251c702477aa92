package io.github.radiomics4j.deep.dl4j;

import io.github.radiomics4j.deep.NetworkFile;
import java.util.Arrays;
import org.bytedeco.javacpp.Loader;

/** What can be said of a Keras file without the libraries that read it. */
final class KerasFormat {
    static final String CONVERSION = "only files of Keras 2 are read: convert it with keras3_to_keras2.py (docs/deep.md tells how), or"
            + " export it to ONNX";

    private static final byte[] HDF5 = {(byte) 0x89, 'H', 'D', 'F', '\r', '\n', 0x1a, '\n'};

    private KerasFormat() { }

    static boolean isHdf5(NetworkFile file) {
        byte[] bytes = file.bytes();
        return bytes.length >= HDF5.length && Arrays.equals(bytes, 0, HDF5.length, HDF5, 0, HDF5.length);
    }

    static void requireImport() {
        ClassLoader loader = KerasFormat.class.getClassLoader();
        try {
            Class.forName("org.deeplearning4j.nn.modelimport.keras.KerasModel", false, loader);
            Loader.load(Class.forName("org.bytedeco.hdf5.global.hdf5", false, loader));
        } catch (ClassNotFoundException | LinkageError e) {
            throw new IllegalStateException("files of Keras are read by DeepLearning4J's model import and HDF5, optional dependencies that"
                    + " are not all on the class path: add org.deeplearning4j:deeplearning4j-modelimport:1.0.0-M2.1 without what it brings"
                    + " (exclude *:*), org.bytedeco:hdf5:1.12.1-1.5.7, and that once more with the classifier " + Loader.getPlatform()
                    + " to your project", e);
        }
    }
}
