package com.quanticity.ibkr.adapter.historical.ask;

import com.quanticity.ibkr.adapter.historical.plan.OpenTimes;
import com.quanticity.ibkr.adapter.historical.store.HistoricalBar;
import com.quanticity.ibkr.adapter.historical.store.HistoricalTick;
import java.time.Instant;
import java.util.List;

/** What became of a question. */
public sealed interface Answer {

    /** Bars as they came, in time order. */
    record Bars(List<HistoricalBar> bars) implements Answer {}

    /** Ticks as they came, in time order. */
    record Ticks(List<HistoricalTick> ticks) implements Answer {}

    /** The data begin here. */
    record FirstData(Instant at) implements Answer {}

    /** Trading hours. */
    record Hours(OpenTimes times) implements Answer {}

    /** The broker has nothing for this interval. */
    record NoData(String text) implements Answer {}

    /** We asked too fast; the same may be asked after a pause. */
    record TooFast(String text) implements Answer {}

    /** It may work later; counted, because it may also never work. */
    record Later(String text) implements Answer {}

    /** The connection ended or was not there; asked again when it is back, as often as it takes. */
    record Lost(String text) implements Answer {}

    /** It will never work as it is asked. */
    record Refused(String text) implements Answer {}
}
