package io.github.radiomics4j.core.table;

import io.github.radiomics4j.core.ContentHash;
import io.github.radiomics4j.core.feature.FeatureId;
import io.github.radiomics4j.core.feature.FeatureKey;
import io.github.radiomics4j.core.feature.IbsiCode;

/** All that two tables can differ in, as a hash. */
final class TableHash {

    private TableHash() {
    }

    static String of(FeatureTable table) {
        ContentHash hash = new ContentHash().texts(table.cases()).texts(table.provenance().settings()).count(table.columnCount());
        for (int c = 0; c < table.columnCount(); c++) {
            add(table.columns().get(c), hash);
            for (int r = 0; r < table.caseCount(); r++) {
                hash.number(table.value(r, c));
            }
        }
        return hash.hex();
    }

    private static void add(FeatureColumn column, ContentHash hash) {
        hash.text(column.name()).count(column.key().isPresent() ? 1 : 0);
        column.key().ifPresent(key -> add(key, hash));
    }

    private static void add(FeatureKey key, ContentHash hash) {
        FeatureId id = key.feature();
        hash.text(key.columnName()).text(key.discretisation().orElse("")).text(key.aggregation().map(Enum::name).orElse(""))
                .text(id.family().ibsiCode().map(IbsiCode::value).orElse("")).text(id.ibsiCode().map(IbsiCode::value).orElse(""))
                .text(id.unit());
    }
}
