package io.github.radiomics4j.examples.quickstart;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;
import org.junit.jupiter.api.Test;

class CodeBlocksTest {
    private static final String SOURCE = "class A {\n    // README begin\n    int a = 1;\n        int b = 2;\n    // README end\n}\n";

    @Test
    void blockThatASourceHasIsFoundWhateverItsIndentation() {
        assertEquals(List.of(), CodeBlocks.withoutSource("text\n```java\nint a = 1;\n    int b = 2;\n```\n", List.of("", SOURCE)));
    }

    @Test
    void blockThatDiffersInOneCharacterIsReported() {
        assertEquals(List.of("int a = 1;\nint b = 3;"),
                CodeBlocks.withoutSource("```java\nint a = 1;\nint b = 3;\n```\n", List.of(SOURCE)));
    }

    @Test
    void blocksOfOtherLanguagesAreNotLookedAt() {
        assertEquals(List.of(), CodeBlocks.ofMarkdown("```xml\n<a/>\n```\n```sh\nls\n```\n"));
    }

    @Test
    void blockWithoutEndIsAnError() {
        assertThrows(IllegalStateException.class, () -> CodeBlocks.ofMarkdown("```java\nint a;\n"));
    }
}
