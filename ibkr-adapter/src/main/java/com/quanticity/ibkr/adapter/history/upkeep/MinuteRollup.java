package com.quanticity.ibkr.adapter.history.upkeep;

import org.springframework.jdbc.core.JdbcTemplate;

/**
 * Rolls bars of five seconds up to minutes. Every minute with a bar stored or replaced since the last time is made anew, so late and
 * back-filled bars count too.
 */
final class MinuteRollup {

    private static final String MARK = "bars_1m";

    /** Transactions that began before the mark and end after it are seen by looking back further than they can last. */
    private static final String ROLL_UP = """
            with since as (
                select coalesce((select at from adapter.ib_history_marks where name = ?), '-infinity') - interval '5 minutes' as at
            ), touched as (
                select distinct contract_id, date_trunc('minute', bar_start) as minute
                from adapter.ib_realtime_bars_5s, since
                where stored_at >= since.at
            )
            insert into adapter.ib_bars_1m_rollup
                (contract_id, minute, symbol, open, high, low, close, volume, wap, trade_count, bars, back_filled)
            select b.contract_id, t.minute, max(b.symbol),
                   (array_agg(b.open order by b.bar_start))[1], max(b.high), min(b.low),
                   (array_agg(b.close order by b.bar_start desc))[1],
                   sum(b.volume), sum(b.wap * b.volume) / nullif(sum(b.volume), 0), sum(b.trade_count), count(*),
                   count(*) filter (where b.source = 'BACK_FILLED')
            from touched t
            join adapter.ib_realtime_bars_5s b
              on b.contract_id = t.contract_id and b.bar_start >= t.minute and b.bar_start < t.minute + interval '1 minute'
            group by b.contract_id, t.minute
            on conflict (contract_id, minute) do update set
                symbol = excluded.symbol, open = excluded.open, high = excluded.high, low = excluded.low, close = excluded.close,
                volume = excluded.volume, wap = excluded.wap, trade_count = excluded.trade_count, bars = excluded.bars,
                back_filled = excluded.back_filled""";

    private static final String SET_MARK = """
            insert into adapter.ib_history_marks (name, at) values (?, now())
            on conflict (name) do update set at = excluded.at""";

    private final JdbcTemplate database;

    MinuteRollup(JdbcTemplate database) {
        this.database = database;
    }

    void rollUp() {
        database.update(ROLL_UP, MARK);
        database.update(SET_MARK, MARK);
    }
}
