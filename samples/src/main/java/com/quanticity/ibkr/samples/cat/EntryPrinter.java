package com.quanticity.ibkr.samples.cat;

import com.quanticity.ibkr.model.market.Bar;
import com.quanticity.ibkr.model.market.DepthBatch;
import com.quanticity.ibkr.model.market.DepthUpdate;
import com.quanticity.ibkr.model.market.Quote;
import com.quanticity.ibkr.model.market.QuoteBatch;
import com.quanticity.ibkr.model.market.TickBatch;
import com.quanticity.ibkr.model.market.TickByTick;
import com.quanticity.ibkr.model.stream.Envelope;
import com.quanticity.ibkr.model.stream.MalformedMessageException;
import com.quanticity.ibkr.model.stream.ModelJson;
import com.quanticity.ibkr.model.stream.Topic;
import java.io.PrintStream;
import java.math.BigDecimal;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** One line an item: time, symbol, what. */
final class EntryPrinter {

    private final @Nullable Topic<?> topic;
    private final @Nullable String symbol;
    private final boolean raw;
    private final PrintStream out;

    EntryPrinter(@Nullable Topic<?> topic, @Nullable String symbol, boolean raw, PrintStream out) {
        this.topic = topic;
        this.symbol = symbol;
        this.raw = raw;
        this.out = out;
    }

    void print(String id, Map<String, String> fields) {
        if (raw || topic == null) {
            out.println(id + " " + fields);
            return;
        }
        try {
            print(topic.decode(fields));
        } catch (MalformedMessageException e) {
            out.println(id + " unreadable: " + e.getMessage() + " " + fields);
        }
    }

    private void print(Envelope<?> message) {
        switch (message.data()) {
            case QuoteBatch batch -> batch.quotes().forEach(this::print);
            case TickBatch batch -> batch.ticks().forEach(this::print);
            case DepthBatch batch -> batch.updates().forEach(this::print);
            case Bar bar -> print(bar);
            default ->
                print(message.at() + " " + message.type() + " " + ModelJson.write(message.data()), message.key());
        }
    }

    private void print(Quote quote) {
        print(
                quote.receivedAt() + " " + quote.symbol() + " bid " + text(quote.bid()) + " x " + text(quote.bidSize())
                        + " ask " + text(quote.ask()) + " x " + text(quote.askSize()) + " last " + text(quote.last())
                        + " "
                        + quote.dataType() + " #" + quote.sequence(),
                quote.symbol());
    }

    private void print(TickByTick tick) {
        String what = switch (tick) {
            case TickByTick.Trade trade ->
                trade.kind() + " " + text(trade.size()) + " @ " + text(trade.price()) + " " + trade.exchange() + " "
                        + trade.conditions() + (trade.pastLimit() ? " past-limit" : "")
                        + (trade.unreported() ? " unreported" : "");
            case TickByTick.BidAsk quote ->
                "bid " + text(quote.bid()) + " x " + text(quote.bidSize()) + " ask " + text(quote.ask()) + " x "
                        + text(quote.askSize());
            case TickByTick.MidPoint mid -> "mid-point " + text(mid.price());
        };
        print(
                tick.receivedAt() + " " + tick.symbol() + " " + what.strip() + (tick.history() ? " history" : "") + " #"
                        + tick.sequence(),
                tick.symbol());
    }

    private void print(DepthUpdate update) {
        String what = update.operation() == DepthUpdate.Operation.RESET
                ? "RESET " + update.reason()
                : update.side() + " " + update.position() + " " + update.operation() + " " + text(update.price())
                        + " x " + text(update.size()) + " " + update.marketMaker();
        print(
                update.receivedAt() + " " + update.symbol() + " " + what.strip() + " #" + update.sequence(),
                update.symbol());
    }

    private void print(Bar bar) {
        print(
                bar.start() + " " + bar.symbol() + " open " + text(bar.open()) + " high " + text(bar.high()) + " low "
                        + text(bar.low()) + " close " + text(bar.close()) + " volume " + text(bar.volume()) + " "
                        + bar.source(),
                bar.symbol());
    }

    private void print(String line, String of) {
        if (symbol == null || symbol.equals(of)) {
            out.println(line);
        }
    }

    private static String text(@Nullable BigDecimal value) {
        return value == null ? "-" : value.toPlainString();
    }
}
