package com.quanticity.ibkr.simulator.peer;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Historical requests about US stocks, as a client writes them. */
public final class HistoryRequests {

    private final TestClient client;

    public HistoryRequests(TestClient client) {
        this.client = client;
    }

    /** Regular hours, dates as text, complete when answered. */
    public void bars(int id, String symbol, String end, String duration, String size, String what) {
        bars(id, symbol, end, duration, size, what, 1, 1, 0);
    }

    public void bars(
            int id,
            String symbol,
            String end,
            String duration,
            String size,
            String what,
            int regular,
            int format,
            int keep) {
        send(20, id, symbol, end, size, duration, regular, what, format, keep, "");
    }

    public void cancelBars(int id) {
        client.send(25, 1, id);
    }

    public void ticks(int id, String symbol, String start, String end, int number, String what, int ignoreSize) {
        send(96, id, symbol, start, end, number, what, 1, ignoreSize, "");
    }

    public void head(int id, String symbol, String what, int format) {
        send(87, id, symbol, 1, what, format);
    }

    public void histogram(int id, String symbol, String period) {
        send(88, id, symbol, 1, period);
    }

    private void send(int message, int id, String symbol, Object... rest) {
        List<Object> fields = new ArrayList<>(
                List.of(message, id, 0, symbol, "STK", "", "0.0", "", "", "SMART", "", "USD", "", "", 0));
        fields.addAll(Arrays.asList(rest));
        client.send(fields.toArray());
    }

    /** One bar as a client reads it. */
    public record Row(
            String date, double open, double high, double low, double close, double volume, double wap, int count) {}

    /** The bars of an answer, which holds two dates before version 196. */
    public static List<Row> rows(List<String> answer, int version) {
        int at = version >= 196 ? 2 : 4;
        List<Row> rows = new ArrayList<>();
        for (int i = at + 1; i < answer.size(); i += 8) {
            rows.add(new Row(
                    answer.get(i),
                    Double.parseDouble(answer.get(i + 1)),
                    Double.parseDouble(answer.get(i + 2)),
                    Double.parseDouble(answer.get(i + 3)),
                    Double.parseDouble(answer.get(i + 4)),
                    Double.parseDouble(answer.get(i + 5)),
                    Double.parseDouble(answer.get(i + 6)),
                    Integer.parseInt(answer.get(i + 7))));
        }
        if (rows.size() != Integer.parseInt(answer.get(at))) {
            throw new AssertionError("the answer announces " + answer.get(at) + " bars and has " + rows.size());
        }
        return rows;
    }
}
