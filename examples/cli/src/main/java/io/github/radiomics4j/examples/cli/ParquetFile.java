package io.github.radiomics4j.examples.cli;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/**
 * Writes a table as an Apache Parquet file of the plainest sort: one row group, one page per column, plain encoding, not compressed. Same
 * table, same bytes. The libraries that write Parquet bring Hadoop and native code along, which a table of numbers does not need.
 */
final class ParquetFile {
    private static final byte[] MAGIC = "PAR1".getBytes(StandardCharsets.US_ASCII);
    private static final int VERSION = 1;
    private static final int OPTIONAL = 1;
    private static final int UTF8 = 0;
    private static final int DATA_PAGE = 0;
    private static final int PLAIN = 0;
    private static final int RLE = 3;
    private static final int UNCOMPRESSED = 0;

    private final List<ParquetColumn> columns;
    private final Map<String, String> metadata;

    /**
     * A table.
     *
     * @param columns at least one, of one length, names unique
     * @param metadata what readers show as key-value metadata of the file
     */
    ParquetFile(List<ParquetColumn> columns, Map<String, String> metadata) {
        if (columns.isEmpty() || columns.stream().mapToInt(ParquetColumn::rows).distinct().count() != 1) {
            throw new IllegalArgumentException("a table needs at least one column, and all of one length");
        }
        this.columns = List.copyOf(columns);
        this.metadata = metadata;
    }

    /** Where a column lies: the bytes of its page with header, from the start of the file. */
    private record Chunk(ParquetColumn column, long start, long bytes) {
    }

    /**
     * Writes the file.
     *
     * @param out where to; not closed
     * @throws IOException where it cannot be written
     */
    void writeTo(OutputStream out) throws IOException {
        out.write(MAGIC);
        long at = MAGIC.length;
        List<Chunk> chunks = new ArrayList<>();
        for (ParquetColumn column : columns) {
            byte[] page = column.page();
            byte[] header = pageHeader(column, page.length);
            out.write(header);
            out.write(page);
            chunks.add(new Chunk(column, at, header.length + page.length));
            at += header.length + page.length;
        }
        byte[] footer = ThriftCompact.struct(file -> footer(file, chunks));
        out.write(footer);
        out.write(ByteBuffer.allocate(Integer.BYTES).order(ByteOrder.LITTLE_ENDIAN).putInt(footer.length).array());
        out.write(MAGIC);
    }

    private static byte[] pageHeader(ParquetColumn column, int bytes) {
        return ThriftCompact.struct(header -> {
            header.i32(1, DATA_PAGE);
            header.i32(2, bytes);
            header.i32(3, bytes);
            header.struct(5, data -> {
                data.i32(1, column.rows());
                data.i32(2, PLAIN);
                data.i32(3, RLE);
                data.i32(4, RLE);
            });
        });
    }

    private void footer(ThriftCompact file, List<Chunk> chunks) {
        int rows = columns.get(0).rows();
        file.i32(1, VERSION);
        file.structs(2, IntStream.range(-1, columns.size()).boxed().toList(), this::schemaElement);
        file.i64(3, rows);
        file.structs(4, List.of(chunks), (group, all) -> {
            group.structs(1, all, ParquetFile::columnChunk);
            group.i64(2, all.stream().mapToLong(Chunk::bytes).sum());
            group.i64(3, rows);
        });
        file.structs(5, List.copyOf(metadata.entrySet()), (pair, entry) -> {
            pair.text(1, entry.getKey());
            pair.text(2, entry.getValue());
        });
        file.text(6, "radiomics4j");
    }

    /** The root of the schema at −1, then the columns. */
    private void schemaElement(ThriftCompact element, int index) {
        if (index < 0) {
            element.text(4, "table");
            element.i32(5, columns.size());
            return;
        }
        ParquetColumn column = columns.get(index);
        element.i32(1, column.type().code());
        element.i32(3, OPTIONAL);
        element.text(4, column.name());
        if (column.type() == ParquetColumn.Type.TEXT) {
            element.i32(6, UTF8);
            element.struct(10, logical -> logical.struct(1, string -> { }));
        }
    }

    private static void columnChunk(ThriftCompact out, Chunk chunk) {
        out.i64(2, chunk.start());
        out.struct(3, data -> {
            data.i32(1, chunk.column().type().code());
            data.i32s(2, PLAIN, RLE);
            data.texts(3, List.of(chunk.column().name()));
            data.i32(4, UNCOMPRESSED);
            data.i64(5, chunk.column().rows());
            data.i64(6, chunk.bytes());
            data.i64(7, chunk.bytes());
            data.i64(9, chunk.start());
        });
    }
}
