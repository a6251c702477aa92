package io.github.radiomics4j.examples.quickstart;

/** Holds the place of the quickstart, which uses radiomics-core alone. */
public final class Quickstart {
    private Quickstart() { }

    /**
     * Runs the quickstart.
     *
     * @param arguments none
     */
    public static void main(String[] arguments) {
        System.out.println("quickstart");
    }
}
