package io.github.radiomics4j.core.io.dicom.pixels;

import io.github.radiomics4j.core.InvalidInputException.Problem;

/** Compressed bytes that cannot be decoded; whoever knows the file adds its name. */
final class DamagedFrameException extends Exception {
    private static final long serialVersionUID = 1L;

    private final Problem problem;

    DamagedFrameException(Problem problem, String message) {
        super(message);
        this.problem = problem;
    }

    DamagedFrameException(Problem problem, String message, Throwable cause) {
        super(message, cause);
        this.problem = problem;
    }

    static DamagedFrameException truncated(String message) {
        return new DamagedFrameException(Problem.TRUNCATED, message);
    }

    static DamagedFrameException invalid(String message) {
        return new DamagedFrameException(Problem.HEADER_INVALID, message);
    }

    /** A code stream of another size than the header states. */
    static void requireSize(PixelFormat format, int columns, int rows) throws DamagedFrameException {
        if (columns != format.size().x() || rows != format.size().y()) {
            throw invalid("it holds " + columns + " × " + rows + " pixels, the header says " + format.size().x() + " × "
                    + format.size().y());
        }
    }

    Problem problem() {
        return problem;
    }
}
