package io.github.radiomics4j.examples.cli;

/** A library that computes networks. It is too large for the runnable jar: the build puts it into the folder {@code lib} beside it. */
enum Engine {
    /** For DL4J zips, seeded networks and training. */
    DL4J("DeepLearning4J", "org.deeplearning4j:deeplearning4j-nn and org.nd4j:nd4j-native", "org.nd4j.linalg.factory.Nd4j"),
    /** For Keras files, beside {@link #DL4J}. */
    KERAS_IMPORT("DeepLearning4J's import of Keras", "org.deeplearning4j:deeplearning4j-modelimport",
            "org.deeplearning4j.nn.modelimport.keras.KerasModelImport"),
    /** For ONNX files. */
    ONNX_RUNTIME("ONNX Runtime", "com.microsoft.onnxruntime:onnxruntime", "ai.onnxruntime.OrtEnvironment");

    private final String title;
    private final String coordinates;
    private final String type;

    Engine(String title, String coordinates, String type) {
        this.title = title;
        this.coordinates = coordinates;
        this.type = type;
    }

    /**
     * Checks that the library can be found, without starting it.
     *
     * @param what needs it
     * @throws UsageException where it cannot; the message says where to put it
     */
    void require(String what) {
        try {
            Class.forName(type, false, Engine.class.getClassLoader());
        } catch (ClassNotFoundException e) {
            throw new UsageException(what + " is computed by " + title + " (" + coordinates + "), which is not there: put the folder lib that "
                    + "the build makes beside radiomics4j.jar; network: scattering needs no library", e);
        }
    }
}
