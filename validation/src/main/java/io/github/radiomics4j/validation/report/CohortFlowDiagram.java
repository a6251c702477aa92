package io.github.radiomics4j.validation.report;

import java.util.List;
import java.util.stream.Stream;

/**
 * The way of the cases through a study, as an SVG figure: boxes under each other, beside each what was left out after it and why, and the
 * groups at the end. Counts must add up: a diagram whose boxes do not is refused. The figure is self-contained and the same input gives the
 * same text.
 */
public final class CohortFlowDiagram {
    private static final int MARGIN = 14;
    private static final int BOX = 229;
    private static final int ASIDE = 203;
    private static final int BETWEEN = 40;
    private static final int WIDTH = 2 * MARGIN + BOX + BETWEEN + ASIDE;
    private static final int LINE = 18;
    private static final int PADDING = 10;
    private static final int INDENT = 14;
    private static final int GAP = 34;
    private static final int HEADING_LINE = 20;
    private static final String EDGE = "fill=\"none\" " + PlotColour.INK.stroke();

    private CohortFlowDiagram() {
    }

    /**
     * Cases that were left out for one reason.
     *
     * @param reason in words
     * @param cases how many, at least 0
     */
    public record Exclusion(String reason, int cases) {

        /**
         * Checks the count.
         *
         * @param reason in words
         * @param cases how many, at least 0
         */
        public Exclusion {
            requireCount(reason, cases);
        }
    }

    /**
     * A box of the diagram.
     *
     * @param name what the cases are at this point
     * @param cases how many, at least 0
     * @param excluded what is left out after it, may be empty
     */
    public record Stage(String name, int cases, List<Exclusion> excluded) {

        /**
         * Checks the count and copies the list.
         *
         * @param name what the cases are at this point
         * @param cases how many, at least 0
         * @param excluded what is left out after it, may be empty
         */
        public Stage {
            requireCount(name, cases);
            excluded = List.copyOf(excluded);
        }

        int left() {
            return cases - excluded.stream().mapToInt(Exclusion::cases).sum();
        }
    }

    /**
     * A group at the end.
     *
     * @param name such as "With recurrence"
     * @param cases how many, at least 0
     */
    public record Group(String name, int cases) {

        /**
         * Checks the count.
         *
         * @param name such as "With recurrence"
         * @param cases how many, at least 0
         */
        public Group {
            requireCount(name, cases);
        }
    }

    private static void requireCount(String name, int cases) {
        if (cases < 0) {
            throw new IllegalArgumentException("a number of cases is at least 0, that of \"" + name + "\" was " + cases);
        }
    }

    /**
     * Draws the way of the cases.
     *
     * @param title stands above the figure; may be empty
     * @param stages from the first to the last, at least one; each holds what the one before it left
     * @param groups that the last stage falls into; may be empty, else they add up to what it left; at most 3
     * @return the SVG document, ending with a line break; write it as UTF-8
     * @throws IllegalArgumentException where there is no stage, more than three groups, or counts do not add up
     */
    public static String svg(String title, List<Stage> stages, List<Group> groups) {
        requireSums(stages, groups);
        List<String> heading = title.isEmpty() ? List.of()
                : PlotText.wrapped(title, (int) ((WIDTH - 2 * MARGIN) / SvgCanvas.HEADING_CHARACTER));
        int top = heading.isEmpty() ? MARGIN : 44 + HEADING_LINE * (heading.size() - 1);
        int height = top + stages.stream().mapToInt(stage -> stageHeight(stage) + GAP).sum() - (groups.isEmpty() ? GAP : 0)
                + (groups.isEmpty() ? 0 : groupHeight(groups)) + MARGIN;
        SvgCanvas svg = new SvgCanvas(WIDTH, height, heading, "Flow of cases", description(stages, groups));
        double y = top;
        for (int i = 0; i < stages.size(); i++) {
            Stage stage = stages.get(i);
            stage(svg, stage, y);
            double end = y + boxHeight(lines(stage.name(), BOX));
            y += stageHeight(stage) + GAP;
            if (i + 1 < stages.size()) {
                svg.arrow(MARGIN + BOX / 2.0, end, MARGIN + BOX / 2.0, y);
            } else if (!groups.isEmpty()) {
                groups(svg, groups, end, y);
            }
        }
        return svg.close();
    }

    private static void requireSums(List<Stage> stages, List<Group> groups) {
        if (stages.isEmpty() || groups.size() > 3) {
            throw new IllegalArgumentException("a flow diagram has at least one stage and at most three groups, was " + stages.size()
                    + " stages and " + groups.size() + " groups");
        }
        for (int i = 1; i < stages.size(); i++) {
            Stage before = stages.get(i - 1);
            if (stages.get(i).cases() != before.left()) {
                throw new IllegalArgumentException("\"" + before.name() + "\" leaves " + before.left() + " of " + before.cases()
                        + " cases, but \"" + stages.get(i).name() + "\" has " + stages.get(i).cases());
            }
        }
        Stage last = stages.get(stages.size() - 1);
        int sum = groups.stream().mapToInt(Group::cases).sum();
        if (!groups.isEmpty() && sum != last.left()) {
            throw new IllegalArgumentException("the groups hold " + sum + " cases, but \"" + last.name() + "\" leaves " + last.left());
        }
    }

    private static void stage(SvgCanvas svg, Stage stage, double y) {
        List<String> name = lines(stage.name(), BOX);
        box(svg, MARGIN, y, BOX, name, stage.cases());
        if (stage.excluded().isEmpty()) {
            return;
        }
        double height = asideHeight(stage);
        double left = MARGIN + BOX + BETWEEN;
        svg.rectangle(left, y, ASIDE, height, EDGE + " stroke-dasharray=\"4 3\"");
        double line = y + PADDING + LINE - 4;
        svg.text(left + PADDING, line, "font-weight=\"bold\"", "Left out: " + (stage.cases() - stage.left()));
        for (Exclusion exclusion : stage.excluded()) {
            int indent = 0;
            for (String words : reasonLines(exclusion)) {
                line += LINE;
                svg.text(left + PADDING + indent, line, "", words);
                indent = INDENT;
            }
        }
        double arm = y + Math.min(height, boxHeight(name)) / 2;
        svg.arrow(MARGIN + BOX, arm, left, arm);
    }

    private static void box(SvgCanvas svg, double x, double y, double width, List<String> name, int cases) {
        svg.rectangle(x, y, width, boxHeight(name), EDGE + " stroke-width=\"1.5\"");
        for (int i = 0; i < name.size(); i++) {
            svg.text(x + width / 2, y + PADDING + LINE * (i + 1) - 4, "text-anchor=\"middle\"", name.get(i));
        }
        svg.text(x + width / 2, y + PADDING + LINE * (name.size() + 1) - 4, "text-anchor=\"middle\" font-weight=\"bold\"", "n = " + cases);
    }

    private static void groups(SvgCanvas svg, List<Group> groups, double from, double y) {
        double width = groupWidth(groups);
        double fork = from + (y - from) / 2;
        double trunk = MARGIN + BOX / 2.0;
        double first = MARGIN + width / 2;
        double last = MARGIN + width / 2 + (groups.size() - 1) * (width + MARGIN);
        svg.segment(trunk, from, trunk, fork, PlotColour.INK.stroke() + " stroke-width=\"1.5\"");
        svg.segment(Math.min(first, trunk), fork, Math.max(last, trunk), fork, PlotColour.INK.stroke() + " stroke-width=\"1.5\"");
        for (int i = 0; i < groups.size(); i++) {
            double x = MARGIN + i * (width + MARGIN);
            svg.arrow(x + width / 2, fork, x + width / 2, y);
            box(svg, x, y, width, lines(groups.get(i).name(), width), groups.get(i).cases());
        }
    }

    private static double groupWidth(List<Group> groups) {
        return groups.size() == 1 ? BOX : (WIDTH - 2.0 * MARGIN - MARGIN * (groups.size() - 1)) / groups.size();
    }

    private static int groupHeight(List<Group> groups) {
        return groups.stream().mapToInt(group -> boxHeight(lines(group.name(), groupWidth(groups)))).max().orElse(0);
    }

    private static int stageHeight(Stage stage) {
        int own = boxHeight(lines(stage.name(), BOX));
        return stage.excluded().isEmpty() ? own : Math.max(own, asideHeight(stage));
    }

    private static int boxHeight(List<String> name) {
        return LINE * (name.size() + 1) + 2 * PADDING;
    }

    private static int asideHeight(Stage stage) {
        return LINE * (1 + stage.excluded().stream().mapToInt(exclusion -> reasonLines(exclusion).size()).sum()) + 2 * PADDING;
    }

    private static List<String> reasonLines(Exclusion exclusion) {
        return lines(exclusion.cases() + " " + exclusion.reason(), ASIDE - INDENT);
    }

    private static List<String> lines(String text, double width) {
        return PlotText.wrapped(text, (int) ((width - 2 * PADDING) / SvgCanvas.CHARACTER));
    }

    private static String description(List<Stage> stages, List<Group> groups) {
        Stream<String> boxes = stages.stream().map(stage -> stage.name() + ": " + stage.cases()
                + String.join("", stage.excluded().stream().map(e -> ", left out " + e.cases() + " (" + e.reason() + ")").toList()));
        return String.join("; ", Stream.concat(boxes, groups.stream().map(group -> group.name() + ": " + group.cases())).toList());
    }
}
