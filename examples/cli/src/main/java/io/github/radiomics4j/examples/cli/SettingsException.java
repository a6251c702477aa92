package io.github.radiomics4j.examples.cli;

/** A settings file that cannot be used. The message starts with the place, {@code file:line:column}. Exit code 2. */
final class SettingsException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final int line;
    private final int column;

    /**
     * A mistake at a place of the file.
     *
     * @param file the file's name as the user wrote it
     * @param line from 1; 0 where the whole file is meant
     * @param column from 1; 0 where the whole file is meant
     * @param message what, which rule, what was found
     */
    SettingsException(String file, int line, int column, String message) {
        this(file, line, column, message, null);
    }

    /**
     * A mistake at a place of the file, found through another exception.
     *
     * @param file the file's name as the user wrote it
     * @param line from 1; 0 where the whole file is meant
     * @param column from 1; 0 where the whole file is meant
     * @param message what, which rule, what was found
     * @param cause the exception that showed it, or null
     */
    SettingsException(String file, int line, int column, String message, Throwable cause) {
        super(line == 0 ? file + ": " + message : file + ":" + line + ":" + column + ": " + message, cause);
        this.line = line;
        this.column = column;
    }

    /**
     * The line of the mistake.
     *
     * @return from 1; 0 where the whole file is meant
     */
    int line() {
        return line;
    }

    /**
     * The column of the mistake.
     *
     * @return from 1, counted in characters; 0 where the whole file is meant
     */
    int column() {
        return column;
    }
}
