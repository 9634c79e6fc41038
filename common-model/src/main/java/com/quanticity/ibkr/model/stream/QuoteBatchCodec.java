package com.quanticity.ibkr.model.stream;

import com.quanticity.ibkr.model.contract.ContractId;
import com.quanticity.ibkr.model.market.MarketDataType;
import com.quanticity.ibkr.model.market.Quote;
import com.quanticity.ibkr.model.market.QuoteBatch;
import java.time.Instant;
import java.util.List;

/**
 * Quotes, fields in the order of {@link Quote}: symbol, contractId, bid, bidSize, ask, askSize, last, lastSize, bidExchange, askExchange,
 * dataType (wire code), connection, sequence, receivedAt (epoch nanoseconds).
 */
final class QuoteBatchCodec extends LineCodec<QuoteBatch, Quote> {

    QuoteBatchCodec() {
        super("quotes", 96);
    }

    @Override
    List<Quote> items(QuoteBatch batch) {
        return batch.quotes();
    }

    @Override
    QuoteBatch batch(List<Quote> items) {
        return new QuoteBatch(items);
    }

    @Override
    Instant receivedAt(Quote quote) {
        return quote.receivedAt();
    }

    @Override
    void write(LineWriter line, Quote quote) {
        line.text(quote.symbol())
                .number(quote.contractId().value())
                .decimal(quote.bid())
                .decimal(quote.bidSize())
                .decimal(quote.ask())
                .decimal(quote.askSize())
                .decimal(quote.last())
                .decimal(quote.lastSize())
                .text(quote.bidExchange())
                .text(quote.askExchange())
                .number(quote.dataType().wireCode())
                .number(quote.connection())
                .number(quote.sequence())
                .nanos(quote.receivedAt());
    }

    @Override
    Quote read(LineReader line) {
        return new Quote(
                line.text(),
                ContractId.of(line.integer()),
                line.decimalOrNull(),
                line.decimalOrNull(),
                line.decimalOrNull(),
                line.decimalOrNull(),
                line.decimalOrNull(),
                line.decimalOrNull(),
                line.text(),
                line.text(),
                MarketDataType.ofWireCode(line.integer()),
                line.number(),
                line.number(),
                line.nanos());
    }
}
