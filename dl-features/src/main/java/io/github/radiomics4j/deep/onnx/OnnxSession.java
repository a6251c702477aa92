package io.github.radiomics4j.deep.onnx;

import ai.onnxruntime.NodeInfo;
import ai.onnxruntime.OnnxJavaType;
import ai.onnxruntime.OnnxTensor;
import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtLoggingLevel;
import ai.onnxruntime.OrtSession;
import ai.onnxruntime.OrtSession.SessionOptions;
import ai.onnxruntime.TensorInfo;
import io.github.radiomics4j.core.InvalidInputException;
import io.github.radiomics4j.core.InvalidInputException.Problem;
import java.nio.FloatBuffer;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReadWriteLock;
import java.util.concurrent.locks.ReentrantReadWriteLock;

/**
 * The only class that knows ONNX Runtime. Runs may overlap, as the runtime allows for one session; closing waits for them.
 * One thread computes a run: the caller's.
 */
final class OnnxSession {
    private final OrtEnvironment environment;
    private final OrtSession session;
    private final List<TensorShape> inputs;
    private final List<TensorShape> outputs;
    private final ReadWriteLock lifetime = new ReentrantReadWriteLock();
    private boolean closed;

    /** The runtime did not compute a run: the images do not fit the network. */
    static final class RunRefused extends Exception {
        private static final long serialVersionUID = 1L;

        RunRefused(OrtException cause) {
            super(cause.getMessage(), cause);
        }
    }

    private OnnxSession(OrtEnvironment environment, OrtSession session) throws OrtException {
        this.environment = environment;
        this.session = session;
        this.inputs = shapes(session.getInputInfo());
        this.outputs = shapes(session.getOutputInfo());
    }

    static OnnxSession open(byte[] model, String file) {
        OrtEnvironment environment = environment();
        try (SessionOptions options = new SessionOptions()) {
            options.setIntraOpNumThreads(1);
            options.setInterOpNumThreads(1);
            options.setExecutionMode(SessionOptions.ExecutionMode.SEQUENTIAL);
            options.setDeterministicCompute(true);
            options.setSessionLogLevel(OrtLoggingLevel.ORT_LOGGING_LEVEL_FATAL);
            return new OnnxSession(environment, environment.createSession(model, options));
        } catch (OrtException e) {
            boolean broken = e.getCode() == OrtException.OrtErrorCode.ORT_INVALID_PROTOBUF;
            throw new InvalidInputException(broken ? Problem.NOT_THIS_FORMAT : Problem.UNSUPPORTED_NETWORK, "ONNX Runtime "
                    + environment.getVersion() + " does not take the network in " + file + ": " + e.getMessage() + (broken
                    ? "; is it a whole ONNX file?" : "; only operators of the ONNX standard are computed, none of one's own"), e);
        }
    }

    private static OrtEnvironment environment() {
        try {
            return OrtEnvironment.getEnvironment();
        } catch (LinkageError e) {
            throw new IllegalStateException("the native code of ONNX Runtime cannot be loaded on " + System.getProperty("os.name") + " "
                    + System.getProperty("os.arch") + ": " + e.getMessage() + "; choose a version of " + OnnxEncoder.COORDINATE
                    + " that was built for it", e);
        }
    }

    String version() {
        return environment.getVersion();
    }

    List<TensorShape> inputs() {
        return inputs;
    }

    List<TensorShape> outputs() {
        return outputs;
    }

    /** The values of some outputs for one input, in the outputs' order. */
    List<TensorValues> run(String input, TensorValues values, Set<String> wanted) throws RunRefused {
        Lock alive = lifetime.readLock();
        alive.lock();
        try {
            if (closed) {
                throw new IllegalStateException("the encoder is closed: open the file again");
            }
            return computed(input, values, wanted);
        } catch (OrtException e) {
            throw new RunRefused(e);
        } finally {
            alive.unlock();
        }
    }

    private List<TensorValues> computed(String input, TensorValues values, Set<String> wanted) throws OrtException {
        try (OnnxTensor tensor = OnnxTensor.createTensor(environment, FloatBuffer.wrap(values.values()), values.shape());
                OrtSession.RunOptions options = new OrtSession.RunOptions()) {
            options.setLogLevel(OrtLoggingLevel.ORT_LOGGING_LEVEL_FATAL);
            List<TensorValues> found = new ArrayList<>();
            try (OrtSession.Result result = session.run(Map.of(input, tensor), wanted, options)) {
                for (String name : wanted) {
                    OnnxTensor one = (OnnxTensor) result.get(name).orElseThrow();
                    long[] shape = one.getInfo().getShape();
                    float[] numbers = new float[Math.toIntExact(TensorValues.product(shape))];
                    if (numbers.length > 0) {
                        one.getFloatBuffer().get(numbers);
                    }
                    found.add(new TensorValues(numbers, shape));
                }
            }
            return found;
        }
    }

    void close() {
        Lock end = lifetime.writeLock();
        end.lock();
        try {
            if (!closed) {
                closed = true;
                session.close();
            }
        } catch (OrtException e) {
            throw new IllegalStateException("ONNX Runtime could not close the network: " + e.getMessage(), e);
        } finally {
            end.unlock();
        }
    }

    private static List<TensorShape> shapes(Map<String, NodeInfo> nodes) {
        Map<String, TensorShape> shapes = new LinkedHashMap<>();
        nodes.forEach((name, node) -> {
            boolean floats = node.getInfo() instanceof TensorInfo tensor && tensor.type == OnnxJavaType.FLOAT;
            long[] axes = floats ? ((TensorInfo) node.getInfo()).getShape() : new long[0];
            shapes.put(name, new TensorShape(name, floats, axes));
        });
        return List.copyOf(shapes.values());
    }
}
