package com.quanticity.ibkr.adapter.history;

import java.util.List;

/**
 * How items become rows of a table.
 *
 * @param name the table with its schema
 * @param columns in the order in which {@code row} writes them
 * @param conflict what happens to a row whose key is there already
 * @param row writes one item
 * @param <T> one item, one row
 */
public record HistoryTable<T>(String name, List<String> columns, Conflict conflict, RowWriter<T> row) {

    /**
     * What happens to a row whose key is there already.
     *
     * @param choice of several new rows with one key this one counts: {@code distinct on} the key
     * @param order by which it is chosen
     * @param action the insert's {@code on conflict} clause
     */
    public record Conflict(String choice, String order, String action) {

        /** The row that is there stays as it is. */
        public static final Conflict PASS_OVER = new Conflict("", "", "on conflict do nothing");
    }

    public HistoryTable {
        columns = List.copyOf(columns);
    }

    /** Writes the values of one row, in the order of the columns. */
    @FunctionalInterface
    public interface RowWriter<T> {
        void write(BinaryRows row, T item);
    }

    /** True when a row may be stored without a look at what is there, as long as its key is new. */
    boolean passesOver() {
        return conflict.equals(Conflict.PASS_OVER);
    }

    String columnList() {
        return String.join(", ", columns);
    }

    String copy() {
        return copyInto(name);
    }

    String copyInto(String target) {
        return "copy " + target + " (" + columnList() + ") from stdin (format binary)";
    }

    String stagingName() {
        return name.substring(name.indexOf('.') + 1) + "_staging";
    }

    String createStaging() {
        return "create temporary table if not exists " + stagingName() + " on commit delete rows as select "
                + columnList() + " from " + name + " with no data";
    }

    String insertFromStaging() {
        return String.join(
                " ",
                "insert into",
                name,
                "(" + columnList() + ") select",
                conflict.choice(),
                columnList(),
                "from",
                stagingName(),
                conflict.order(),
                conflict.action());
    }
}
