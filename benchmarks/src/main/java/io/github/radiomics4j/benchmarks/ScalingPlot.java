package io.github.radiomics4j.benchmarks;

import java.util.List;
import java.util.Locale;

/** Time over voxels on logarithmic axes, with a line of slope 1 for comparison, as SVG. */
final class ScalingPlot {
    private static final int WIDTH = 560;
    private static final int HEIGHT = 400;
    private static final int MARGIN = 56;
    private static final double[] VOXELS = {2, 9};
    private static final double[] MILLISECONDS = {-1, 6};

    private ScalingPlot() {
    }

    /** Points are voxels and milliseconds. */
    static String svg(List<double[]> points) {
        StringBuilder svg = new StringBuilder(String.format(Locale.ROOT,
                "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 %d %d\" font-family=\"sans-serif\" font-size=\"12\">\n"
                        + "<rect width=\"100%%\" height=\"100%%\" fill=\"white\"/>\n", WIDTH, HEIGHT));
        for (int power = (int) VOXELS[0]; power <= VOXELS[1]; power++) {
            double x = x(Math.pow(10, power));
            svg.append(String.format(Locale.ROOT, "<path d=\"M%.1f %d V%d\" stroke=\"#ddd\"/>"
                    + "<text x=\"%.1f\" y=\"%d\" text-anchor=\"middle\">10<tspan dy=\"-5\" font-size=\"9\">%d</tspan></text>\n",
                    x, MARGIN / 2, HEIGHT - MARGIN, x, HEIGHT - MARGIN + 18, power));
        }
        for (int power = (int) MILLISECONDS[0]; power <= MILLISECONDS[1]; power++) {
            double y = y(Math.pow(10, power));
            svg.append(String.format(Locale.ROOT, "<path d=\"M%d %.1f H%d\" stroke=\"#ddd\"/>"
                    + "<text x=\"%d\" y=\"%.1f\" text-anchor=\"end\">10<tspan dy=\"-5\" font-size=\"9\">%d</tspan></text>\n",
                    MARGIN, y, WIDTH - MARGIN / 2, MARGIN - 6, y + 4, power));
        }
        double[] last = points.get(points.size() - 1);
        double[] first = points.get(0);
        svg.append(String.format(Locale.ROOT, "<path d=\"M%.1f %.1f L%.1f %.1f\" stroke=\"#999\" stroke-dasharray=\"4 3\"/>\n", x(first[0]),
                y(last[1] * first[0] / last[0]), x(last[0]), y(last[1])));
        svg.append("<polyline fill=\"none\" stroke=\"#1f5fa8\" stroke-width=\"2\" points=\"");
        points.forEach(point -> svg.append(String.format(Locale.ROOT, "%.1f,%.1f ", x(point[0]), y(point[1]))));
        svg.append("\"/>\n");
        points.forEach(point -> svg.append(String.format(Locale.ROOT, "<circle cx=\"%.1f\" cy=\"%.1f\" r=\"4\" fill=\"#1f5fa8\"/>\n",
                x(point[0]), y(point[1]))));
        return svg.append(String.format(Locale.ROOT, "<text x=\"%d\" y=\"%d\" text-anchor=\"middle\">voxels of the region</text>\n"
                + "<text transform=\"translate(14 %d) rotate(-90)\" text-anchor=\"middle\">milliseconds, one thread</text>\n</svg>\n",
                (WIDTH + MARGIN / 2) / 2, HEIGHT - 12, HEIGHT / 2)).toString();
    }

    private static double x(double voxels) {
        return MARGIN + (WIDTH - 1.5 * MARGIN) * (Math.log10(voxels) - VOXELS[0]) / (VOXELS[1] - VOXELS[0]);
    }

    private static double y(double milliseconds) {
        double part = (Math.log10(milliseconds) - MILLISECONDS[0]) / (MILLISECONDS[1] - MILLISECONDS[0]);
        return HEIGHT - MARGIN - (HEIGHT - 1.5 * MARGIN) * part;
    }
}
