package com.quanticity.ibkr.adapter.option;

import com.quanticity.ibkr.gateway.TickType;
import com.quanticity.ibkr.gateway.event.GatewayEvent;
import com.quanticity.ibkr.gateway.event.TickEvent;
import com.quanticity.ibkr.model.contract.ContractId;
import com.quanticity.ibkr.model.contract.ContractReference;
import com.quanticity.ibkr.model.contract.ContractTerms;
import com.quanticity.ibkr.model.contract.OptionRight;
import com.quanticity.ibkr.model.market.MarketDataType;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One option at one moment. What the broker did not send is null, never zero.
 *
 * @param localSymbol its OCC symbol where it has one
 * @param dataType how fresh the prices are; delayed ones price no order
 * @param model figures at the model price
 * @param atBid figures at the bid
 * @param atAsk figures at the ask
 * @param atLast figures at the last trade
 */
record OptionPicture(
        ContractId contractId,
        String localSymbol,
        String tradingClass,
        @Nullable LocalDate expiry,
        @Nullable BigDecimal strike,
        @Nullable OptionRight right,
        MarketDataType dataType,
        @Nullable BigDecimal bid,
        @Nullable BigDecimal bidSize,
        @Nullable BigDecimal ask,
        @Nullable BigDecimal askSize,
        @Nullable BigDecimal last,
        @Nullable BigDecimal lastSize,
        @Nullable BigDecimal volume,
        @Nullable BigDecimal close,
        @Nullable Greeks model,
        @Nullable Greeks atBid,
        @Nullable Greeks atAsk,
        @Nullable Greeks atLast,
        Instant at) {

    /** The picture that the ticks of a snapshot make; delayed ticks stand where live ones would. */
    static OptionPicture of(ContractReference option, List<GatewayEvent> ticks, Instant at) {
        Map<TickType, BigDecimal> values = new EnumMap<>(TickType.class);
        Map<TickType, Greeks> figures = new EnumMap<>(TickType.class);
        MarketDataType dataType = MarketDataType.UNKNOWN;
        for (GatewayEvent tick : ticks) {
            switch (tick) {
                case TickEvent.TickPrice price -> {
                    put(values, price.tickType().live(), price.price());
                    put(values, price.tickType().sizeType().live(), price.size());
                }
                case TickEvent.TickSize size -> put(values, size.tickType().live(), size.size());
                case TickEvent.TickOptionComputation computed ->
                    figures.put(computed.tickType().live(), Greeks.of(computed));
                case TickEvent.MarketDataTypeNotice notice -> dataType = notice.marketDataType();
                // Everything else a snapshot brings is no part of the picture.
                default -> {}
            }
        }
        return of(option, dataType, values, figures, at);
    }

    private static OptionPicture of(
            ContractReference option,
            MarketDataType dataType,
            Map<TickType, BigDecimal> values,
            Map<TickType, Greeks> figures,
            Instant at) {
        ContractTerms terms = option.terms();
        return new OptionPicture(
                option.contractId(),
                option.contract().localSymbol(),
                option.contract().tradingClass(),
                terms == null ? null : terms.expiry(),
                terms == null ? null : terms.strike(),
                terms == null ? null : terms.right(),
                dataType,
                values.get(TickType.BID),
                values.get(TickType.BID_SIZE),
                values.get(TickType.ASK),
                values.get(TickType.ASK_SIZE),
                values.get(TickType.LAST),
                values.get(TickType.LAST_SIZE),
                values.get(TickType.VOLUME),
                values.get(TickType.CLOSE),
                figures.get(TickType.MODEL_OPTION),
                figures.get(TickType.BID_OPTION),
                figures.get(TickType.ASK_OPTION),
                figures.get(TickType.LAST_OPTION),
                at);
    }

    /** Nothing but names: no price and no figure came. */
    boolean isEmpty() {
        return bid == null && ask == null && last == null && close == null && model == null;
    }

    private static void put(Map<TickType, BigDecimal> values, TickType type, @Nullable BigDecimal value) {
        if (type != TickType.UNRECOGNISED && value != null) {
            values.put(type, value);
        }
    }
}
