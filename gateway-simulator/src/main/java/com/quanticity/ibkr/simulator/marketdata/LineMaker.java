package com.quanticity.ibkr.simulator.marketdata;

import com.quanticity.ibkr.simulator.contract.ListedContract;
import com.quanticity.ibkr.simulator.desk.Client;
import com.quanticity.ibkr.simulator.market.Entitlements;
import com.quanticity.ibkr.simulator.market.Entitlements.Right;
import com.quanticity.ibkr.simulator.market.MarketEvent;
import com.quanticity.ibkr.simulator.market.SymbolMarket;
import com.quanticity.ibkr.simulator.marketdata.tick.Figures;
import com.quanticity.ibkr.simulator.marketdata.tick.GenericTick;
import com.quanticity.ibkr.simulator.marketdata.tick.GenericValues;
import com.quanticity.ibkr.simulator.marketdata.tick.Headlines;
import com.quanticity.ibkr.simulator.marketdata.tick.TradeHistory;
import java.math.BigDecimal;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Makes level 1 lines with all that generic ticks need. */
final class LineMaker {

    private static final BigDecimal LOT = BigDecimal.valueOf(100);

    private final DataParts parts;
    private final Map<SymbolMarket, TradeHistory> trades = new HashMap<>();

    LineMaker(DataParts parts) {
        this.parts = parts;
    }

    Line line(Client client, int requestId, SymbolMarket symbol, DataKind kind, GenericTick.Wanted wanted) {
        ListedContract contract = symbol.contract();
        BigDecimal unit =
                parts.options().volumeInLots() && Instruments.countsVolumeInLots(contract) ? LOT : BigDecimal.ONE;
        SymbolMarket future = parts.feed().futureOn(contract);
        GenericValues generics = new GenericValues(
                new Figures(contract),
                !parts.options().hardToBorrow().contains(contract.symbol()),
                contract,
                unit,
                trades.computeIfAbsent(symbol, any -> new TradeHistory()),
                new Headlines(contract, wanted.providers()),
                () -> premium(future, symbol));
        Right right = parts.rightOn(contract, Entitlements.Feed.LEVEL_1);
        boolean withGreeks = right != Right.PARTLY && right != Right.PARTLY_FOR_API;
        return new Line(client, requestId, symbol, kind, unit, wanted, generics, withGreeks);
    }

    private static @Nullable BigDecimal premium(@Nullable SymbolMarket future, SymbolMarket index) {
        BigDecimal mark = index.mark();
        BigDecimal ahead = future == null ? null : future.mark();
        return mark == null || ahead == null ? null : ahead.subtract(mark);
    }

    void onTrade(SymbolMarket symbol, MarketEvent.Trade trade) {
        TradeHistory history = trades.get(symbol);
        if (history != null) {
            history.add(parts.playback().marketTime(), trade);
        }
    }
}
