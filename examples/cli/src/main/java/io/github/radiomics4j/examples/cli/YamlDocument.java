package io.github.radiomics4j.examples.cli;

import java.util.Optional;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.composer.Composer;
import org.yaml.snakeyaml.error.MarkedYAMLException;
import org.yaml.snakeyaml.error.YAMLException;
import org.yaml.snakeyaml.events.AliasEvent;
import org.yaml.snakeyaml.events.CollectionEndEvent;
import org.yaml.snakeyaml.events.CollectionStartEvent;
import org.yaml.snakeyaml.events.Event;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.parser.ParserImpl;
import org.yaml.snakeyaml.reader.StreamReader;
import org.yaml.snakeyaml.resolver.Resolver;

/** Turns a YAML text into nodes and constructs nothing: aliases, deep nesting and long texts are refused. */
final class YamlDocument {
    /** Largest text, in characters. */
    static final int LONGEST = 1 << 16;

    private static final int DEEPEST = 8;

    private YamlDocument() { }

    /**
     * The one document of a text.
     *
     * @param text YAML
     * @param mistakes says where it is not so
     * @return the root; empty where there is nothing but comments
     * @throws SettingsException where the text is not YAML or goes beyond the limits
     */
    static Optional<Node> root(String text, YamlMistakes mistakes) {
        if (text.length() > LONGEST) {
            throw mistakes.ofFile("a settings file has at most " + LONGEST + " characters, this one has " + text.length(), null);
        }
        LoaderOptions limits = new LoaderOptions();
        limits.setCodePointLimit(LONGEST);
        limits.setNestingDepthLimit(DEEPEST);
        limits.setMaxAliasesForCollections(0);
        limits.setAllowRecursiveKeys(false);
        try {
            StreamReader characters = new StreamReader(text.startsWith("\uFEFF") ? text.substring(1) : text);
            Node root = new Composer(new StrictParser(characters, limits, mistakes), new PlainTextResolver(), limits).getSingleNode();
            return Optional.ofNullable(root).filter(node -> !YamlMistakes.isAbsent(node));
        } catch (MarkedYAMLException e) {
            String context = e.getContext() == null ? "" : e.getContext() + ", ";
            throw mistakes.at(e.getProblemMark() == null ? e.getContextMark() : e.getProblemMark(), "not YAML: " + context
                    + e.getProblem(), e);
        } catch (YAMLException | IllegalArgumentException | IndexOutOfBoundsException e) {
            // The last two come from the parser's own oversights, such as an escape cut short by the end of the text.
            throw mistakes.ofFile("not YAML that is read here: " + e.getMessage(), e);
        }
    }

    /** Refuses what could make a small text large or deep, where it stands. */
    private static final class StrictParser extends ParserImpl {
        private final YamlMistakes mistakes;
        private int depth;

        StrictParser(StreamReader characters, LoaderOptions limits, YamlMistakes mistakes) {
            super(characters, limits);
            this.mistakes = mistakes;
        }

        @Override
        public Event getEvent() {
            Event event = super.getEvent();
            if (event instanceof AliasEvent) {
                throw mistakes.at(event.getStartMark(), "settings have no aliases; write the value out", null);
            }
            if (event instanceof CollectionStartEvent && ++depth > DEEPEST) {
                throw mistakes.at(event.getStartMark(), "settings are nested at most " + DEEPEST + " deep", null);
            }
            if (event instanceof CollectionEndEvent) {
                depth--;
            }
            return event;
        }
    }

    /** Leaves every plain scalar a text, so that YamlReader alone decides what a number is. */
    private static final class PlainTextResolver extends Resolver {
        @Override
        protected void addImplicitResolvers() {
            // none is wanted
        }
    }
}
