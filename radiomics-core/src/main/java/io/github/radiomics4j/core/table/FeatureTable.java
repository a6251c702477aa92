package io.github.radiomics4j.core.table;

import io.github.radiomics4j.core.InvalidInputException;
import io.github.radiomics4j.core.InvalidInputException.Problem;
import io.github.radiomics4j.core.feature.FeatureVector;
import io.github.radiomics4j.core.feature.Provenance;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicReferenceArray;
import java.util.stream.IntStream;

/**
 * Cases (rows) times features (columns) with the settings behind the numbers. Immutable; kept by columns, since selection and
 * scaling read whole columns. A value may be NaN where a feature is undefined for a case; what reads the table decides whether
 * it can bear that.
 *
 * <p>Case ids name rows. They are unique in a cohort; a bootstrap sample, made by {@link #rows}, repeats them. Tables of some rows or
 * columns share their values with the table they come from: a thousand of them take hardly more memory than one.
 */
public final class FeatureTable {
    private final List<String> cases;
    private final List<FeatureColumn> columns;
    private final double[][] values;
    /** The rows of the arrays of {@code values} in rising order, found when first asked for and shared like them. */
    private final AtomicReferenceArray<int[]> sorted;
    private final Source source;
    /** For each row of this table its index in the arrays of {@code values}. */
    private final int[] stored;
    private final Provenance provenance;
    private final Map<String, Integer> index;
    /** Found when first asked for; several threads may find it at once, and find the same. */
    private String fingerprint = "";

    private FeatureTable(List<String> cases, List<FeatureColumn> columns, double[][] values, AtomicReferenceArray<int[]> sorted,
            Source source, int[] stored, Provenance provenance) {
        this(cases, columns, positions(columns), values, sorted, source, stored, provenance);
    }

    private FeatureTable(List<String> cases, List<FeatureColumn> columns, Map<String, Integer> index, double[][] values,
            AtomicReferenceArray<int[]> sorted, Source source, int[] stored, Provenance provenance) {
        this.cases = List.copyOf(cases);
        this.columns = List.copyOf(columns);
        this.index = index;
        this.values = values;
        this.sorted = sorted;
        this.source = source;
        this.stored = stored;
        this.provenance = provenance;
    }

    private static Map<String, Integer> positions(List<FeatureColumn> columns) {
        Map<String, Integer> index = new HashMap<>();
        for (int c = 0; c < columns.size(); c++) {
            if (index.put(columns.get(c).name(), c) != null) {
                throw new InvalidInputException(Problem.TABLE_INVALID, "column \"" + columns.get(c).name()
                        + "\" occurs twice in the table");
            }
        }
        return index;
    }

    /** The rows of the arrays, of which a table may show some. */
    private record Source(List<String> cases) {
    }

    /**
     * A table of arrays.
     *
     * @param cases one id per row, each once
     * @param columns names unique
     * @param values {@code values[column][row]}; copied
     * @param provenance the settings behind the numbers
     * @return the table
     * @throws InvalidInputException TABLE_INVALID where a case or column occurs twice
     * @throws IllegalArgumentException where the array's shape is not columns × rows
     */
    public static FeatureTable of(List<String> cases, List<FeatureColumn> columns, double[][] values, Provenance provenance) {
        if (values.length != columns.size()) {
            throw new IllegalArgumentException(columns.size() + " columns are named but values hold " + values.length);
        }
        double[][] copy = new double[values.length][];
        for (int c = 0; c < values.length; c++) {
            if (values[c].length != cases.size()) {
                throw new IllegalArgumentException("column \"" + columns.get(c).name() + "\" has " + values[c].length + " values for "
                        + cases.size() + " cases");
            }
            copy[c] = values[c].clone();
        }
        Set<String> seen = new HashSet<>();
        for (String id : cases) {
            if (!seen.add(id)) {
                throw new InvalidInputException(Problem.TABLE_INVALID, "case \"" + id + "\" occurs twice in the table");
            }
        }
        return new FeatureTable(cases, columns, copy, new AtomicReferenceArray<>(copy.length), new Source(List.copyOf(cases)),
                everyRow(cases.size()), provenance);
    }

    private static int[] everyRow(int cases) {
        return IntStream.range(0, cases).toArray();
    }

    /**
     * A table of extracted vectors.
     *
     * @param vectors case id to features, in the order of rows; all of one extractor
     * @return the table, its columns named by the keys
     * @throws InvalidInputException SETTINGS_MISMATCH where vectors were extracted under different settings
     */
    public static FeatureTable ofVectors(Map<String, FeatureVector> vectors) {
        if (vectors.isEmpty()) {
            throw new InvalidInputException(Problem.TABLE_INVALID, "a feature table needs at least one case");
        }
        List<String> cases = List.copyOf(new ArrayList<>(vectors.keySet()));
        FeatureVector first = vectors.get(cases.get(0));
        double[][] values = new double[first.size()][cases.size()];
        for (int r = 0; r < cases.size(); r++) {
            FeatureVector vector = vectors.get(cases.get(r));
            if (!vector.keys().equals(first.keys()) || !vector.provenance().equals(first.provenance())) {
                throw new InvalidInputException(Problem.SETTINGS_MISMATCH, "case \"" + cases.get(r)
                        + "\" was extracted under other settings (" + vector.provenance().fingerprint() + ") than case \"" + cases.get(0)
                        + "\" (" + first.provenance().fingerprint() + "): extract all cases with one extractor");
            }
            double[] row = vector.values();
            for (int c = 0; c < row.length; c++) {
                values[c][r] = row[c];
            }
        }
        return new FeatureTable(cases, first.keys().stream().map(FeatureColumn::of).toList(), values,
                new AtomicReferenceArray<>(values.length), new Source(cases), everyRow(cases.size()), first.provenance());
    }

    /**
     * The rows' names.
     *
     * @return case ids in order
     */
    public List<String> cases() {
        return cases;
    }

    /**
     * The columns.
     *
     * @return in order
     */
    public List<FeatureColumn> columns() {
        return columns;
    }

    /**
     * The columns' names.
     *
     * @return in order
     */
    public List<String> columnNames() {
        return columns.stream().map(FeatureColumn::name).toList();
    }

    /**
     * The settings behind the numbers.
     *
     * @return the provenance
     */
    public Provenance provenance() {
        return provenance;
    }

    /**
     * The number of rows.
     *
     * @return cases
     */
    public int caseCount() {
        return cases.size();
    }

    /**
     * The number of columns.
     *
     * @return features
     */
    public int columnCount() {
        return columns.size();
    }

    /**
     * A name of all that is in the table, by which other content is told: cases, columns and what they hold, values bit for bit,
     * provenance, each in its order. Whether rows were taken from a larger table makes no difference. It is found once and kept.
     *
     * @return the SHA-256, 64 hexadecimal digits
     */
    public String fingerprint() {
        if (fingerprint.isEmpty()) {
            fingerprint = TableHash.of(this);
        }
        return fingerprint;
    }

    /**
     * One value.
     *
     * @param row from 0
     * @param column from 0
     * @return the value; NaN where undefined
     */
    public double value(int row, int column) {
        return values[column][stored[row]];
    }

    /**
     * A column's values.
     *
     * @param column from 0
     * @return one value per case, a fresh array
     */
    public double[] column(int column) {
        double[] all = values[column];
        double[] taken = new double[stored.length];
        for (int r = 0; r < taken.length; r++) {
            taken[r] = all[stored[r]];
        }
        return taken;
    }

    /**
     * The table that the rows of this one were taken from by {@link #rows}, once or several times, with the columns of this one. A table
     * that no rows were taken from is its own source.
     *
     * @return the table of all rows; {@link #sourceRows} says where those of this one stand in it
     */
    public FeatureTable source() {
        int[] all = everyRow(source.cases.size());
        return new FeatureTable(source.cases, columns, index, values, sorted, source, all, provenance);
    }

    /**
     * Where the rows of this table stand in its {@link #source}.
     *
     * @return for each row its index there, a fresh array
     */
    public int[] sourceRows() {
        return stored.clone();
    }

    /**
     * The rows of the {@link #source} in rising order of a column's values. It is found once and kept, for all tables of its rows: what
     * bootstrap and cross-validation would otherwise sort thousands of times.
     *
     * @param column from 0
     * @return indices of rows of the source by {@link Double#compare}: −0 before 0, NaN last; equal values in the order of rows; a fresh
     *     array
     */
    public int[] sourceOrder(int column) {
        return order(column).clone();
    }

    private int[] order(int column) {
        int[] order = sorted.get(column);
        if (order == null) {
            order = RisingOrder.of(values[column]);
            sorted.set(column, order); // another thread may set it too, to the same
        }
        return order;
    }

    /**
     * Where a column stands.
     *
     * @param name its name
     * @return its index from 0
     * @throws InvalidInputException TABLE_INVALID where there is none of that name
     */
    public int indexOf(String name) {
        Integer at = index.get(name);
        if (at == null) {
            throw new InvalidInputException(Problem.TABLE_INVALID, "the table has no column \"" + name + "\" among its " + columns.size());
        }
        return at;
    }

    /**
     * Whether there is a column of a name.
     *
     * @param name the name
     * @return true where {@link #indexOf} would find it
     */
    public boolean has(String name) {
        return index.containsKey(name);
    }

    /**
     * Some rows, in the order asked for; a row may be asked for more than once (bootstrap).
     *
     * @param rows indices from 0
     * @return the table of those rows
     */
    public FeatureTable rows(int... rows) {
        int[] taken = new int[rows.length];
        List<String> ids = new ArrayList<>(rows.length);
        for (int r = 0; r < rows.length; r++) {
            taken[r] = stored[rows[r]];
            ids.add(cases.get(rows[r]));
        }
        return new FeatureTable(ids, columns, index, values, sorted, source, taken, provenance);
    }

    /**
     * Some columns, in the order asked for.
     *
     * @param names each once
     * @return the table of those columns
     * @throws InvalidInputException TABLE_INVALID where a name is unknown
     */
    public FeatureTable select(List<String> names) {
        double[][] taken = new double[names.size()][];
        AtomicReferenceArray<int[]> orders = new AtomicReferenceArray<>(names.size());
        List<FeatureColumn> kept = new ArrayList<>(names.size());
        for (int i = 0; i < names.size(); i++) {
            int at = indexOf(names.get(i));
            taken[i] = values[at];
            orders.set(i, sorted.get(at));
            kept.add(columns.get(at));
        }
        return new FeatureTable(cases, kept, taken, orders, source, stored, provenance);
    }

    /**
     * The same rows with other columns: what a step of preparation makes of this table. Copies of a case, as in a bootstrap sample, stay
     * copies of one row and take the values of the first.
     *
     * @param others the new columns, names unique
     * @param newValues {@code newValues[column][row]}; copied
     * @return the table, of the same provenance
     * @throws InvalidInputException TABLE_INVALID where a column occurs twice
     * @throws IllegalArgumentException where the array's shape is not columns × rows
     */
    public FeatureTable withColumns(List<FeatureColumn> others, double[][] newValues) {
        DistinctRows distinct = DistinctRows.of(cases);
        FeatureTable table = of(distinct.cases(), others, distinct.firstOf(newValues), provenance);
        return distinct.cases().size() == cases.size() ? table : table.rows(distinct.places());
    }

    /**
     * The same numbers under another provenance.
     *
     * @param other the settings behind the numbers
     * @return the table
     */
    public FeatureTable withProvenance(Provenance other) {
        return new FeatureTable(cases, columns, index, values, sorted, source, stored, other);
    }

    /**
     * The columns under other names: {@code prefix:name}. Serves to put the features of several regions side by side.
     *
     * @param prefix the region's name, such as {@code disc}
     * @return the table
     */
    public FeatureTable prefixed(String prefix) {
        List<FeatureColumn> renamed = columns.stream().map(c -> new FeatureColumn(prefix + ":" + c.name(), c.key())).toList();
        return new FeatureTable(cases, renamed, values, sorted, source, stored, Provenance.combined(Map.of(prefix, provenance)));
    }

    /**
     * The columns of one region under their own names: what {@link #prefixed} was called on, taken out of the wider table again.
     *
     * @param prefix the region's name, such as {@code disc}
     * @return the columns whose names begin with the prefix and a colon, in their order, without it; with the settings of that region
     * @throws InvalidInputException TABLE_INVALID where no column has the prefix
     */
    public FeatureTable part(String prefix) {
        int[] own = IntStream.range(0, columns.size()).filter(c -> columns.get(c).name().startsWith(prefix + ":")).toArray();
        if (own.length == 0) {
            throw new InvalidInputException(Problem.TABLE_INVALID, "none of the " + columns.size() + " columns of the table begins with \""
                    + prefix + ":\": put the region's table beside the others under that prefix (prefixed)");
        }
        double[][] taken = new double[own.length][];
        AtomicReferenceArray<int[]> orders = new AtomicReferenceArray<>(own.length);
        List<FeatureColumn> named = new ArrayList<>(own.length);
        for (int i = 0; i < own.length; i++) {
            FeatureColumn column = columns.get(own[i]);
            taken[i] = values[own[i]];
            orders.set(i, order(own[i])); // found here once for all resamples, which would each find it anew in their part
            named.add(new FeatureColumn(column.name().substring(prefix.length() + 1), column.key()));
        }
        return new FeatureTable(cases, named, taken, orders, source, stored, provenance.part(prefix));
    }

    /**
     * This table's columns, then another's, case by case.
     *
     * @param other a table of the same cases in the same order, with other column names
     * @return the wider table; its provenance holds both
     * @throws InvalidInputException TABLE_INVALID where the cases differ or a column occurs in both
     */
    public FeatureTable beside(FeatureTable other) {
        if (!cases.equals(other.cases)) {
            throw new InvalidInputException(Problem.TABLE_INVALID, "tables can stand side by side only when their cases are the same in the"
                    + " same order");
        }
        List<FeatureColumn> both = new ArrayList<>(columns);
        both.addAll(other.columns);
        boolean shared = Arrays.equals(stored, other.stored) && source.cases.equals(other.source.cases);
        double[][] all = new double[both.size()][];
        for (int c = 0; c < all.length; c++) {
            FeatureTable owner = c < values.length ? this : other;
            int at = c < values.length ? c : c - values.length;
            all[c] = shared ? owner.values[at] : owner.column(at);
        }
        return new FeatureTable(cases, both, all, new AtomicReferenceArray<>(all.length), shared ? source : new Source(cases),
                shared ? stored : everyRow(cases.size()), provenance.beside(other.provenance));
    }
}
