package io.github.radiomics4j.validation.report;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class FiguresTest {
    @Test
    void dump() throws Exception {
        for (var e : DemoFigures.all().entrySet()) {
            Files.writeString(Path.of("/tmp/reptmp/" + e.getKey() + ".svg"), e.getValue());
        }
    }
}
