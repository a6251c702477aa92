package io.github.radiomics4j.examples.quickstart;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** Blocks of lines between two marks, without indentation and without blank lines before and after. */
final class CodeBlocks {
    private CodeBlocks() { }

    /** The {@code java} blocks of a Markdown text. */
    static List<String> ofMarkdown(String markdown) {
        return between(markdown, "```java", "```");
    }

    /** The regions of a source that a README shows. */
    static List<String> ofSource(String source) {
        return between(source, "// README begin", "// README end");
    }

    /** Of the Markdown's {@code java} blocks those that no source has. */
    static List<String> withoutSource(String markdown, List<String> sources) {
        List<String> regions = sources.stream().flatMap(s -> ofSource(s).stream()).toList();
        return ofMarkdown(markdown).stream().filter(block -> !regions.contains(block)).toList();
    }

    private static List<String> between(String text, String begin, String end) {
        List<String> blocks = new ArrayList<>();
        List<String> open = null;
        for (String line : text.lines().map(String::strip).toList()) {
            if (open == null && line.equals(begin)) {
                open = new ArrayList<>();
            } else if (open != null && line.equals(end)) {
                blocks.add(open.stream().collect(Collectors.joining("\n")).strip());
                open = null;
            } else if (open != null) {
                open.add(line);
            }
        }
        if (open != null) {
            throw new IllegalStateException("a block begins with \"" + begin + "\" and does not end: " + open);
        }
        return blocks;
    }
}
