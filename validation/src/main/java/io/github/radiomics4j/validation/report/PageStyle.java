package io.github.radiomics4j.validation.report;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.function.Function;

/** The style sheet of a page, with the colours of its figures for light and dark, and the policy that lets nothing else in. */
final class PageStyle {

    private PageStyle() {
    }

    static String sheet() {
        try (InputStream in = PageStyle.class.getResourceAsStream("page.css")) {
            // A browser hashes line feeds, whatever the checkout made of them.
            return new String(in.readAllBytes(), StandardCharsets.UTF_8).replace("\r\n", "\n") + plots();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Attributes of a drawing give way to a style sheet, so a figure need not know where it stands. */
    private static String plots() {
        StringBuilder css = new StringBuilder();
        css.append(":root{").append(variables(PlotColour::onPaper)).append("}\n");
        css.append("@media screen and (prefers-color-scheme:dark){:root{").append(variables(PlotColour::onDark)).append("}}\n");
        for (PlotColour colour : PlotColour.values()) {
            for (String attribute : new String[] {"fill", "stroke"}) {
                String selector = "[" + attribute + "=\"" + colour.onPaper() + "\"]";
                css.append(".plot").append(selector).append(",.plot ").append(selector).append('{').append(attribute).append(":var(")
                        .append(colour.variable()).append(")}\n");
            }
        }
        return css.toString();
    }

    private static String variables(Function<PlotColour, String> value) {
        StringBuilder css = new StringBuilder();
        for (PlotColour colour : PlotColour.values()) {
            css.append(colour.variable()).append(':').append(value.apply(colour)).append(';');
        }
        return css.toString();
    }

    /** This very style sheet, pictures that lie in the page, and nothing else: no network, no script, no form. */
    static String policy(String sheet) {
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(sheet.getBytes(StandardCharsets.UTF_8));
            return "default-src 'none'; style-src 'sha256-" + Base64.getEncoder().encodeToString(hash)
                    + "'; img-src data:; base-uri 'none'; form-action 'none'";
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
