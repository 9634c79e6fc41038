package com.quanticity.ibkr.adapter;

import com.quanticity.ibkr.adapter.bar.BarProperties;
import com.quanticity.ibkr.adapter.contract.ContractProperties;
import com.quanticity.ibkr.adapter.depth.DepthProperties;
import com.quanticity.ibkr.adapter.gate.GateProperties;
import com.quanticity.ibkr.adapter.historical.HistoricalProperties;
import com.quanticity.ibkr.adapter.history.HistoryProperties;
import com.quanticity.ibkr.adapter.marketdata.Level1Properties;
import com.quanticity.ibkr.adapter.option.OptionProperties;
import com.quanticity.ibkr.adapter.tickbytick.TickByTickProperties;
import com.quanticity.ibkr.adapter.uw.UwProperties;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.NestedConfigurationProperty;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Settings of this service beyond gateway, streams and database. Public because its feature packages share the prefix.
 *
 * @param watchList stocks and funds to resolve and subscribe; no default in code, {@code application.yaml} names ten
 * @param orderCommandMaxAge a submit older than this when it is about to be sent is denied COMMAND_EXPIRED; cancels never expire
 * @param marketData quotes on their way to Redis
 * @param level1 level 1 data: what is asked for and how much of it
 * @param history market history on its way to PostgreSQL
 * @param orders the way of an order to the wire
 * @param contracts reference data of contracts
 * @param options option chains and pictures of them
 * @param tickByTick streams of single ticks
 * @param bars five-second bars
 * @param depth market depth and its rotation
 * @param historical downloads of the past
 * @param gate last check of orders
 * @param uw comparison of the outside feed with level 1
 */
@ConfigurationProperties(value = "ibkr.adapter", ignoreUnknownFields = false)
public record AdapterProperties(
        @DefaultValue List<WatchListEntry> watchList,
        @DefaultValue("30s") Duration orderCommandMaxAge,
        @DefaultValue MarketData marketData,
        @DefaultValue @NestedConfigurationProperty Level1Properties level1,
        @DefaultValue @NestedConfigurationProperty HistoryProperties history,
        @DefaultValue Orders orders,
        @DefaultValue @NestedConfigurationProperty ContractProperties contracts,
        @DefaultValue @NestedConfigurationProperty OptionProperties options,
        @DefaultValue @NestedConfigurationProperty TickByTickProperties tickByTick,
        @DefaultValue @NestedConfigurationProperty BarProperties bars,
        @DefaultValue @NestedConfigurationProperty DepthProperties depth,
        @DefaultValue @NestedConfigurationProperty HistoricalProperties historical,
        @DefaultValue @NestedConfigurationProperty GateProperties gate,
        @DefaultValue @NestedConfigurationProperty UwProperties uw) {

    public AdapterProperties {
        watchList = List.copyOf(watchList);
        List<String> problems = new ArrayList<>();
        if (watchList.isEmpty()) {
            problems.add("ibkr.adapter.watch-list is empty; name at least one symbol");
        }
        Set<String> symbols = new HashSet<>();
        for (WatchListEntry entry : watchList) {
            if (!symbols.add(entry.symbol())) {
                problems.add("ibkr.adapter.watch-list names " + entry.symbol() + " twice; keep one");
            }
        }
        positive(problems, "ibkr.adapter.order-command-max-age", orderCommandMaxAge);
        positive(problems, "ibkr.adapter.market-data.refresh", marketData.refresh);
        positive(problems, "ibkr.adapter.orders.journal-deadline", orders.journalDeadline);
        positive(problems, "ibkr.adapter.orders.acknowledge-timeout", orders.acknowledgeTimeout);
        atLeastOne(problems, "ibkr.adapter.market-data.buffer-quotes", marketData.bufferQuotes);
        atLeastOne(problems, "ibkr.adapter.market-data.entry-quotes", marketData.entryQuotes);
        if (!problems.isEmpty()) {
            throw new IllegalArgumentException(String.join("; ", problems));
        }
    }

    /**
     * Quotes on their way to Redis.
     *
     * @param bufferQuotes quotes held in memory while Redis is away; beyond it the oldest are dropped, counted and logged
     * @param entryQuotes most quotes of one stream entry
     * @param refresh how often the latest quotes of live subscriptions are written again, so that a quiet symbol does not vanish
     */
    public record MarketData(
            @DefaultValue("100000") int bufferQuotes,
            @DefaultValue("500") int entryQuotes,
            @DefaultValue("2s") Duration refresh) {}

    /**
     * The way of an order to the wire.
     *
     * @param journalDeadline an order that could not be journaled within this time is denied JOURNAL_UNAVAILABLE
     * @param acknowledgeTimeout an order that the broker did not acknowledge within this time is reported UNKNOWN and looked up
     */
    public record Orders(
            @DefaultValue("3s") Duration journalDeadline,
            @DefaultValue("10s") Duration acknowledgeTimeout) {}

    private static void positive(List<String> problems, String name, Duration value) {
        if (value.isNegative() || value.isZero()) {
            problems.add(name + " must be positive, was " + value);
        }
    }

    private static void atLeastOne(List<String> problems, String name, int value) {
        if (value < 1) {
            problems.add(name + " must be 1 or more, was " + value);
        }
    }
}
