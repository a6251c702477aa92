package io.github.radiomics4j.validation.report;

import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;

/**
 * A grid of small pictures, each with its words, as for looking through all segmentations.
 *
 * @param caption what the grid shows, behind its number
 * @param thumbnails in the order of the page
 */
public record HtmlThumbnails(String caption, List<Thumbnail> thumbnails) implements HtmlBlock {
    private static final byte[] SIGNATURE = {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1A, '\n'};
    private static final int WIDTH_AT = 16;
    private static final int HEADER = 24;

    /**
     * Copies the list.
     *
     * @param caption what the grid shows, behind its number
     * @param thumbnails in the order of the page
     */
    public HtmlThumbnails {
        thumbnails = List.copyOf(thumbnails);
    }

    /**
     * A picture.
     *
     * @param base64 the PNG file
     * @param width in pixels
     * @param height in pixels
     * @param alt what it shows, for those who cannot see it; not blank
     * @param words stand below it
     */
    public record Thumbnail(String base64, int width, int height, String alt, String words) {

        /**
         * Checks the words and the letters of the file.
         *
         * @param base64 the PNG file
         * @param width in pixels
         * @param height in pixels
         * @param alt what it shows, for those who cannot see it; not blank
         * @param words stand below it
         */
        public Thumbnail {
            if (alt.isBlank()) {
                throw new IllegalArgumentException("a picture needs words for those who cannot see it");
            }
            Base64.getDecoder().decode(base64);
        }

        /**
         * A picture from the bytes of its file.
         *
         * @param png a PNG file; not modified
         * @param alt what it shows, for those who cannot see it; not blank
         * @param words stand below it
         * @return the picture
         * @throws IllegalArgumentException where the bytes are no PNG file
         */
        public static Thumbnail ofPng(byte[] png, String alt, String words) {
            if (png.length < HEADER || !Arrays.equals(SIGNATURE, Arrays.copyOf(png, SIGNATURE.length))) {
                throw new IllegalArgumentException("the picture \"" + alt + "\" is not a PNG file of at least " + HEADER + " bytes, it has "
                        + png.length + " bytes");
            }
            ByteBuffer header = ByteBuffer.wrap(png);
            return new Thumbnail(Base64.getEncoder().encodeToString(png), header.getInt(WIDTH_AT), header.getInt(WIDTH_AT + Integer.BYTES),
                    alt, words);
        }
    }

    @Override
    public void appendTo(HtmlWriter page) {
        page.open("figure").open("div", "class", "thumbnails");
        thumbnails.forEach(thumbnail -> page.open("div", "class", "thumbnail")
                .empty("img", "src", "data:image/png;base64," + thumbnail.base64(), "width", Integer.toString(thumbnail.width()), "height",
                        Integer.toString(thumbnail.height()), "alt", thumbnail.alt())
                .element("p", thumbnail.words()).close());
        page.close().open("figcaption").element("strong", "Figure " + page.next(HtmlWriter.Numbered.FIGURE) + ". ").text(caption).close()
                .close();
    }
}
