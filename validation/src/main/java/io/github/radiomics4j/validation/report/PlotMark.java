package io.github.radiomics4j.validation.report;

/** What stands at a point of a figure: a shape, so that marks can be told apart without their colour. */
record PlotMark(Shape shape, PlotColour colour) {
    private static final double RADIUS = 5;

    /** Hollow shapes are filled with paper, so that what lies below does not cross them. */
    enum Shape {
        DISC, RING, TRIANGLE, SQUARE
    }

    void draw(SvgCanvas canvas, double x, double y) {
        switch (shape) {
            case DISC -> canvas.circle(x, y, RADIUS, colour.fill());
            case RING -> canvas.circle(x, y, RADIUS - 0.75, PlotColour.PAPER.fill() + " " + colour.stroke() + " stroke-width=\"1.75\"");
            case TRIANGLE -> canvas.path("M" + SvgCanvas.spot(x, y - 6) + "L" + SvgCanvas.spot(x + 5.5, y + 4) + "L"
                    + SvgCanvas.spot(x - 5.5, y + 4) + "Z", colour.fill() + " " + PlotColour.PAPER.stroke() + " stroke-width=\"0.75\"");
            case SQUARE -> canvas.rectangle(x - 4.5, y - 4.5, 9, 9, colour.fill());
        }
    }
}
