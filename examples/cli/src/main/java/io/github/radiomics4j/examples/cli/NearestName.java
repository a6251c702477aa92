package io.github.radiomics4j.examples.cli;

import java.util.Collection;
import java.util.Optional;

/** Which known name was meant by an unknown one: the rule of the library, for settings and options. */
final class NearestName {

    private NearestName() { }

    /**
     * As {@link io.github.radiomics4j.core.table.NearestName#to}.
     *
     * @param name what was written
     * @param known the names that exist
     * @return the nearest, the first of equals; empty where none is near
     */
    static Optional<String> to(String name, Collection<String> known) {
        return io.github.radiomics4j.core.table.NearestName.to(name, known);
    }
}
