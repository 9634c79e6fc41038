package com.quanticity.ibkr.simulator.marketdata.tick;

import com.quanticity.ibkr.simulator.calendar.TradingCalendar;
import com.quanticity.ibkr.simulator.contract.BondTerms;
import com.quanticity.ibkr.simulator.contract.ListedContract;
import com.quanticity.ibkr.simulator.market.MarketEvent;
import com.quanticity.ibkr.simulator.market.TopOfMarket;
import com.quanticity.ibkr.simulator.pricing.BondModel;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Says in ticks what generic tick lists ask for. Source of types and texts: tws-wire ticks.md. */
public final class GenericValues {

    private static final BigDecimal EASY_TO_BORROW = new BigDecimal("3.0");
    private static final BigDecimal NOT_TO_BORROW = BigDecimal.ONE;
    private static final BigDecimal SHORTABLE_SHARES = BigDecimal.valueOf(5_000_000);
    private static final BigDecimal LOT = BigDecimal.valueOf(100);

    private final Figures figures;
    private final boolean isBorrowable;
    private final ListedContract contract;
    private final BigDecimal volumeUnit;
    private final TradeHistory trades;
    private final Headlines headlines;
    private final Supplier<@Nullable BigDecimal> premium;

    public GenericValues(
            Figures figures,
            boolean isBorrowable,
            ListedContract contract,
            BigDecimal volumeUnit,
            TradeHistory trades,
            Headlines headlines,
            Supplier<@Nullable BigDecimal> premium) {
        this.figures = figures;
        this.isBorrowable = isBorrowable;
        this.contract = contract;
        this.volumeUnit = volumeUnit;
        this.trades = trades;
        this.headlines = headlines;
        this.premium = premium;
    }

    /** The present ticks of one generic tick; none when there is nothing to say. */
    public List<Tick> of(GenericTick wanted, TopOfMarket top, @Nullable BigDecimal mark, Instant now) {
        List<Tick> ticks = new ArrayList<>(4);
        switch (wanted) {
            case OPTION_VOLUME -> {
                ticks.add(new Tick.Size(29, share(figures.callOpenInterest(), 20)));
                ticks.add(new Tick.Size(30, share(figures.putOpenInterest(), 20)));
            }
            case OPTION_OPEN_INTEREST -> {
                ticks.add(new Tick.Size(27, figures.callOpenInterest()));
                ticks.add(new Tick.Size(28, figures.putOpenInterest()));
            }
            case HISTORICAL_VOLATILITY -> ticks.add(new Tick.Number(23, figures.historicalVolatility()));
            case AVERAGE_OPTION_VOLUME -> ticks.add(new Tick.Size(87, share(figures.callOpenInterest(), 10)));
            case IMPLIED_VOLATILITY -> ticks.add(new Tick.Number(24, figures.impliedVolatility()));
            case STATISTICS -> addStatistics(ticks, top);
            case MARK_PRICE, MARK_PRICE_ALIAS -> addPrice(ticks, 37, mark);
            case AUCTION -> addAuction(ticks, top.auction());
            case TRADES_WITH_VOLUME -> addTrade(ticks, 48, top, top.last());
            case REPORTABLE_TRADES -> addTrade(ticks, 77, top, top.last());
            case SHORTABLE -> {
                ticks.add(new Tick.Number(46, isBorrowable ? EASY_TO_BORROW : NOT_TO_BORROW));
                ticks.add(new Tick.Size(89, isBorrowable ? SHORTABLE_SHARES : BigDecimal.ZERO));
            }
            case FUNDAMENTALS -> ticks.add(new Tick.Text(47, ratios(top)));
            case TRADE_COUNT -> ticks.add(new Tick.Number(54, BigDecimal.valueOf(top.tradeCount())));
            case TRADE_RATE -> ticks.add(new Tick.Number(55, BigDecimal.valueOf(trades.countSince(now, 1))));
            case VOLUME_RATE -> ticks.add(new Tick.Number(56, trades.volumeSince(now, 1)));
            case SHORT_TERM_VOLUME -> {
                ticks.add(new Tick.Size(63, trades.volumeSince(now, 3)));
                ticks.add(new Tick.Size(64, trades.volumeSince(now, 5)));
                ticks.add(new Tick.Size(65, trades.volumeSince(now, 10)));
            }
            case LAST_REGULAR_TRADE ->
                addPrice(ticks, 57, top.last() == null ? null : top.last().price());
            case REAL_TIME_VOLATILITY -> ticks.add(new Tick.Number(58, figures.historicalVolatility()));
            case DIVIDENDS -> ticks.add(new Tick.Text(59, figures.dividend() + "," + figures.dividend() + ",,"));
            case FUTURES_OPEN_INTEREST -> {
                if (contract.secType().equals("FUT")) {
                    ticks.add(new Tick.Size(86, figures.callOpenInterest()));
                }
            }
            case ETF_BID_ASK ->
                addFundPrices(ticks, 94, 95, top.bid().price(), top.ask().price());
            case ETF_LAST -> addFundPrices(ticks, 96, 0, mark, null);
            case ETF_FROZEN -> addFundPrices(ticks, 97, 0, mark, null);
            case ETF_CLOSE -> addFundPrices(ticks, 92, 93, top.close(), top.close());
            case ETF_HIGH_LOW -> addFundPrices(ticks, 98, 99, top.high(), top.low());
            case CREDIT_MARK -> addPrice(ticks, 79, mark);
            case NEWS -> ticks.addAll(headlines.latest(now));
            case INDEX_FUTURE_PREMIUM -> {
                BigDecimal ahead = premium.get();
                if (ahead != null) {
                    ticks.add(new Tick.Number(31, ahead));
                }
            }
            case BOND_FACTOR -> {
                if (isBond()) {
                    ticks.add(new Tick.Number(60, BigDecimal.ONE));
                }
            }
            case START_OF_DAY, PRELIMINARY, PUBLIC_OFFERING -> {
                // nothing of this kind exists here
            }
        }
        return ticks;
    }

    /** What a bond yields at its bid, its ask and its last price; nothing for anything else. */
    public List<Tick.Price> yields(TopOfMarket top, Instant now) {
        if (!isBond()) {
            return List.of();
        }
        List<Tick.Price> yields = new ArrayList<>(3);
        addYield(yields, 50, top.bid().price(), now);
        addYield(yields, 51, top.ask().price(), now);
        addYield(yields, 52, top.last() == null ? null : top.last().price(), now);
        return yields;
    }

    private boolean isBond() {
        return contract.secType().equals("BOND");
    }

    private void addYield(List<Tick.Price> yields, int type, @Nullable BigDecimal price, Instant now) {
        if (price != null) {
            BondTerms terms = BondTerms.of(contract);
            double years = ChronoUnit.DAYS.between(TradingCalendar.dateOf(now), terms.maturityDay()) / 365.0;
            double yield = BondModel.yield(terms.coupon().doubleValue(), years, price.doubleValue());
            yields.add(new Tick.Price(type, BigDecimal.valueOf(yield * 100).setScale(3, RoundingMode.HALF_UP)));
        }
    }

    private void addStatistics(List<Tick> ticks, TopOfMarket top) {
        for (int i = 0; i < 3; i++) {
            addPrice(ticks, 15 + 2 * i, figures.low(i, top.close()));
            addPrice(ticks, 16 + 2 * i, figures.high(i, top.close()));
        }
        ticks.add(new Tick.Size(21, figures.averageVolume()));
    }

    private static void addAuction(List<Tick> ticks, MarketEvent.@Nullable Auction auction) {
        if (auction != null) {
            ticks.add(new Tick.Size(34, auction.paired()));
            ticks.add(new Tick.Price(35, auction.price()));
            ticks.add(new Tick.Size(36, auction.imbalance()));
            ticks.add(new Tick.Size(61, auction.imbalance()));
        }
    }

    private void addTrade(List<Tick> ticks, int type, TopOfMarket top, MarketEvent.@Nullable Trade trade) {
        BigDecimal vwap = top.vwap();
        if (trade == null || vwap == null) {
            return;
        }
        ticks.add(new Tick.Text(
                type,
                String.join(
                        ";",
                        plain(trade.price()),
                        plain(trade.size()),
                        Long.toString(trade.timeNanos() / 1_000_000),
                        plain(top.volume().divide(volumeUnit, 0, RoundingMode.DOWN)),
                        plain(vwap.setScale(5, RoundingMode.HALF_UP)),
                        Boolean.toString(trade.size().compareTo(LOT) <= 0))));
    }

    private void addFundPrices(
            List<Tick> ticks, int first, int second, @Nullable BigDecimal one, @Nullable BigDecimal other) {
        if (contract.stockType().equals("ETF")) {
            addPrice(ticks, first, one);
            addPrice(ticks, second, other);
        }
    }

    private static void addPrice(List<Tick> ticks, int type, @Nullable BigDecimal price) {
        if (price != null) {
            ticks.add(new Tick.Price(type, price));
        }
    }

    private String ratios(TopOfMarket top) {
        BigDecimal close = top.close() == null ? BigDecimal.ONE : top.close();
        return "NPRICE=" + plain(close) + ";NHIG=" + plain(nonNull(figures.high(2, close)))
                + ";NLOW=" + plain(nonNull(figures.low(2, close))) + ";BETA=1.05000;TTMDIVSHR="
                + plain(figures.dividend());
    }

    private static BigDecimal nonNull(@Nullable BigDecimal price) {
        return price == null ? BigDecimal.ZERO : price;
    }

    private static BigDecimal share(BigDecimal whole, int parts) {
        return whole.divide(BigDecimal.valueOf(parts), 0, RoundingMode.DOWN);
    }

    private static String plain(BigDecimal value) {
        return value.stripTrailingZeros().toPlainString();
    }
}
