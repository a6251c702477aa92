package io.github.radiomics4j.core.io.tiff;

import io.github.radiomics4j.core.InvalidInputException;
import io.github.radiomics4j.core.InvalidInputException.Problem;
import io.github.radiomics4j.core.io.FileBytes;
import io.github.radiomics4j.core.io.ReadLimits;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.List;
import java.util.zip.DataFormatException;

/** The pixels of all pages, row after row, in the byte order of the file; strips and rows of tiles are decoded one at a time. */
final class TiffPixels extends InputStream {
    private final FileBytes bytes;
    private final List<TiffPage> pages;
    private int page;
    private int chunk;
    private ByteBuffer band = ByteBuffer.allocate(0);

    /** Refuses pages that the file cannot hold, before anything is allocated. */
    TiffPixels(FileBytes bytes, List<TiffPage> pages, ReadLimits limits) {
        this.bytes = bytes;
        this.pages = pages;
        bytes.moveTo(0);
        long length = bytes.atMost();
        for (TiffPage each : pages) {
            long bandBytes = (long) Math.max(each.width(), each.chunkWidth()) * each.chunkHeight() * each.type().bytes();
            if (bandBytes > Math.min(limits.bytes(), Integer.MAX_VALUE - 8)) {
                throw new InvalidInputException(Problem.RESOURCE_LIMIT, bytes.file() + ": a strip or row of tiles takes " + bandBytes
                        + " bytes, the limit is " + limits.bytes());
            }
            for (int i = 0; i < each.offsets().length; i++) {
                long offset = each.offsets()[i];
                long count = each.counts()[i];
                long needed = (long) each.chunkWidth() * each.rowsOf(i / each.chunksAcross()) * each.type().bytes();
                if (offset < 0 || count < 0 || offset > length || count > length - offset
                        || each.compression().mostOutOf(count) < needed) {
                    throw new InvalidInputException(Problem.TRUNCATED, bytes.file() + ": strip or tile " + i + " lies at byte "
                            + Long.toUnsignedString(offset) + ", " + Long.toUnsignedString(count) + " bytes long, and should hold " + needed
                            + " bytes of pixels; the file has " + length + " bytes: copy or download it again");
                }
            }
        }
    }

    @Override
    public int read() {
        return fill() ? band.get() & 0xFF : -1;
    }

    @Override
    public int read(byte[] target, int offset, int length) {
        if (!fill()) {
            return -1;
        }
        int count = Math.min(length, band.remaining());
        band.get(target, offset, count);
        return count;
    }

    private boolean fill() {
        if (band.hasRemaining()) {
            return true;
        }
        if (page == pages.size()) {
            return false;
        }
        TiffPage current = pages.get(page);
        try {
            band = ByteBuffer.wrap(nextBand(current));
        } catch (OutOfMemoryError e) {
            throw new InvalidInputException(Problem.RESOURCE_LIMIT, bytes.file() + ": this Java process has not enough memory left for "
                    + "strips or tiles of " + current.chunkWidth() + " × " + current.chunkHeight() + " pixels; raise -Xmx", e);
        }
        if (chunk == current.offsets().length) {
            page++;
            chunk = 0;
        }
        return true;
    }

    private byte[] nextBand(TiffPage current) {
        int across = current.chunksAcross();
        int row = chunk / across;
        if (!current.tiled()) {
            return decoded(current, chunk++, current.rowsOf(row));
        }
        int rows = Math.min(current.chunkHeight(), current.height() - row * current.chunkHeight());
        int pixel = current.type().bytes();
        byte[] whole = new byte[rows * current.width() * pixel];
        for (int column = 0; column < across; column++) {
            byte[] decoded = decoded(current, chunk++, current.rowsOf(row));
            int from = column * current.chunkWidth();
            int width = Math.min(current.chunkWidth(), current.width() - from);
            for (int y = 0; y < rows; y++) {
                System.arraycopy(decoded, y * current.chunkWidth() * pixel, whole, (y * current.width() + from) * pixel, width * pixel);
            }
        }
        return whole;
    }

    private byte[] decoded(TiffPage current, int index, int rows) {
        int needed = current.chunkWidth() * rows * current.type().bytes();
        // no compression here makes more than 1.5 times of its input; what is longer has bytes that no one reads
        byte[] stored = new byte[(int) Math.min(current.counts()[index], Math.min(2L * needed + 4096, Integer.MAX_VALUE - 8))];
        bytes.moveTo(current.offsets()[index]);
        bytes.readFully(stored, 0, stored.length);
        byte[] pixels = new byte[needed];
        try {
            int got = current.compression().decode(stored, pixels, needed);
            if (got < needed) {
                throw new DataFormatException((needed - got) + " bytes are missing");
            }
        } catch (DataFormatException e) {
            throw new InvalidInputException(Problem.TRUNCATED, bytes.file() + ": strip or tile " + index + " is damaged ("
                    + e.getMessage() + "); copy or download the file again", e);
        }
        int rowBytes = current.chunkWidth() * current.type().bytes();
        for (int y = 0; y < rows && current.predictor() != 1; y++) {
            if (current.predictor() == 2) {
                sumUp(pixels, y * rowBytes, rowBytes, current.type().bytes(), current.order());
            } else {
                joinPlanes(pixels, y * rowBytes, rowBytes, current.type().bytes(), current.order());
            }
        }
        return pixels;
    }

    /** Predictor 2: each pixel is stored as its difference from the one before, as a whole number of its bytes. */
    private static void sumUp(byte[] pixels, int from, int length, int pixel, ByteOrder order) {
        ByteBuffer row = ByteBuffer.wrap(pixels, from, length).slice().order(order);
        for (int at = pixel; at < length; at += pixel) {
            switch (pixel) {
                case 1 -> row.put(at, (byte) (row.get(at) + row.get(at - 1)));
                case 2 -> row.putShort(at, (short) (row.getShort(at) + row.getShort(at - 2)));
                case 4 -> row.putInt(at, row.getInt(at) + row.getInt(at - 4));
                default -> row.putLong(at, row.getLong(at) + row.getLong(at - 8));
            }
        }
    }

    /** Predictor 3: differences of bytes, all most significant bytes of the row first, then all second ones, and so on. */
    private static void joinPlanes(byte[] pixels, int from, int length, int pixel, ByteOrder order) {
        byte[] planes = new byte[length];
        byte sum = 0;
        for (int i = 0; i < length; i++) {
            sum += pixels[from + i];
            planes[i] = sum;
        }
        int count = length / pixel;
        for (int i = 0; i < count; i++) {
            for (int b = 0; b < pixel; b++) {
                int place = order == ByteOrder.BIG_ENDIAN ? b : pixel - 1 - b;
                pixels[from + i * pixel + place] = planes[b * count + i];
            }
        }
    }
}
