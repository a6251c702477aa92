package io.github.radiomics4j.examples.cli;

/** What was asked for cannot be done, and the user can change that: the message says how. Ends the program with exit code 2. */
final class UsageException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    /**
     * A request that cannot be carried out.
     *
     * @param message what, why, what to do
     */
    UsageException(String message) {
        super(message);
    }

    /**
     * A request that cannot be carried out, found through another exception.
     *
     * @param message what, why, what to do
     * @param cause the exception that showed it
     */
    UsageException(String message, Throwable cause) {
        super(message, cause);
    }
}
