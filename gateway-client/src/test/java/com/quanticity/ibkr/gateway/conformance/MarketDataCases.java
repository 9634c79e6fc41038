package com.quanticity.ibkr.gateway.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import com.quanticity.ibkr.gateway.GatewayConnection;
import com.quanticity.ibkr.gateway.TickType;
import com.quanticity.ibkr.gateway.contract.GatewayContract;
import com.quanticity.ibkr.gateway.event.ConnectionEvent.ErrorMessage;
import com.quanticity.ibkr.gateway.event.GatewayEvent;
import com.quanticity.ibkr.gateway.event.TickEvent.MarketDataTypeNotice;
import com.quanticity.ibkr.gateway.event.TickEvent.TickGeneric;
import com.quanticity.ibkr.gateway.event.TickEvent.TickPrice;
import com.quanticity.ibkr.gateway.event.TickEvent.TickReqParams;
import com.quanticity.ibkr.gateway.event.TickEvent.TickSize;
import com.quanticity.ibkr.gateway.event.TickEvent.TickSnapshotEnd;
import com.quanticity.ibkr.gateway.event.TickEvent.TickString;
import com.quanticity.ibkr.gateway.request.MarketDataRequest.CancelMktData;
import com.quanticity.ibkr.gateway.request.MarketDataRequest.ReqMarketDataType;
import com.quanticity.ibkr.gateway.request.MarketDataRequest.ReqMktData;
import com.quanticity.ibkr.model.market.MarketDataType;
import com.quanticity.ibkr.simulator.FarmNotice;
import com.quanticity.ibkr.simulator.state.SimulatorState.SymbolState;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Level 1 data: every frame once, in order, exact. */
abstract class MarketDataCases extends BindingCases {

    private static final List<String> SYMBOLS =
            List.of("SPY", "QQQ", "IWM", "AAPL", "MSFT", "NVDA", "TSLA", "AMZN", "META", "GOOG");

    @Test
    void streamsPricesWithTheirSizes() {
        GatewayConnection connection = connect();
        SymbolState market = spy();

        send(connection, ReqMktData.stream(10, SPY));
        settle(connection);

        TickPrice bid = last(TickType.BID);
        TickPrice ask = last(TickType.ASK);
        assertThat(bid.reqId()).isEqualTo(10);
        assertThat(bid.price()).isEqualByComparingTo(market.bid());
        assertThat(bid.size()).isEqualByComparingTo(market.bidSize());
        assertThat(bid.canAutoExecute()).isTrue();
        assertThat(bid.isPastLimit()).isFalse();
        assertThat(ask.price()).isEqualByComparingTo(market.ask());
        assertThat(ask.size()).isEqualByComparingTo(market.askSize());
        assertThat(last(TickType.LAST).price()).isEqualByComparingTo(market.last());
        assertThat(all(TickSize.class)).extracting(TickSize::tickType).containsOnly(TickType.VOLUME);
    }

    @Test
    void saysHowFreshAStreamIsAndItsIncrement() {
        GatewayConnection connection = connect();

        send(connection, ReqMktData.stream(10, SPY));
        settle(connection);

        assertThat(all(MarketDataTypeNotice.class)).containsExactly(new MarketDataTypeNotice(10, 1));
        assertThat(all(TickReqParams.class)).singleElement().satisfies(params -> {
            assertThat(params.reqId()).isEqualTo(10);
            assertThat(params.minTick()).isEqualByComparingTo("0.01");
            assertThat(params.bboExchange()).isEqualTo("a60001");
            assertThat(params.snapshotPermissions()).isEqualTo(3);
        });
        assertThat(all(TickString.class))
                .extracting(TickString::tickType)
                .contains(TickType.LAST_TIMESTAMP)
                .hasSizeGreaterThan(2);
    }

    @Test
    void followsTheMarketToTheSamePricesAndSizes() {
        GatewayConnection connection = connect();
        send(connection, ReqMktData.stream(10, SPY));

        time.advance(Duration.ofMinutes(5));
        settle(connection);

        SymbolState market = spy();
        assertThat(last(TickType.BID).price()).isEqualByComparingTo(market.bid());
        assertThat(lastSize(TickType.BID, TickType.BID_SIZE)).isEqualByComparingTo(market.bidSize());
        assertThat(last(TickType.ASK).price()).isEqualByComparingTo(market.ask());
        assertThat(lastSize(TickType.ASK, TickType.ASK_SIZE)).isEqualByComparingTo(market.askSize());
    }

    @Test
    void losesNothingInABurst() {
        GatewayConnection connection = connect();
        for (int line = 0; line < SYMBOLS.size(); line++) {
            send(connection, ReqMktData.stream(line, GatewayContract.stock(SYMBOLS.get(line), "", "USD")));
        }
        settle(connection);

        time.advance(Duration.ofMinutes(10));
        settle(connection);

        for (SymbolState symbol : simulator().state().market().symbols()) {
            assertThat(ticksOf(SYMBOLS.indexOf(symbol.symbol()))).isEqualTo(symbol.framesSent());
        }
        assertThat(heard.events()).hasSizeGreaterThan(10_000);
    }

    @Test
    void endsASnapshotByItself() {
        GatewayConnection connection = connect();

        send(connection, ReqMktData.snapshot(11, SPY));

        assertThat(heard.await(TickSnapshotEnd.class)).isEqualTo(new TickSnapshotEnd(11));
        assertThat(last(TickType.BID).price()).isEqualByComparingTo(spy().bid());
        int ticks = all(TickPrice.class).size();
        time.advance(Duration.ofSeconds(30));
        settle(connection);
        assertThat(all(TickPrice.class)).hasSize(ticks);
    }

    @Test
    void isSilentAfterACancel() {
        GatewayConnection connection = connect();
        send(connection, ReqMktData.stream(10, SPY), new CancelMktData(10));
        settle(connection);
        int ticks = all(TickPrice.class).size();

        time.advance(Duration.ofSeconds(30));
        settle(connection);

        assertThat(all(TickPrice.class)).hasSize(ticks);
        assertThat(simulator().state().clients().getFirst().subscriptions()).isEmpty();
    }

    @Test
    void hearsWhyThereIsNoData() {
        GatewayConnection connection = connect();

        send(connection, ReqMktData.stream(12, GatewayContract.stock("NOSUCH", "", "USD")));
        send(connection, ReqMktData.stream(13, GatewayContract.stock("BOXX", "", "USD")));
        send(connection, new CancelMktData(999));
        settle(connection);

        assertThat(all(ErrorMessage.class))
                .filteredOn(error -> !error.isAboutSession())
                .extracting(ErrorMessage::id, ErrorMessage::errorCode)
                .containsExactly(
                        org.assertj.core.groups.Tuple.tuple(12, 200),
                        org.assertj.core.groups.Tuple.tuple(13, 354),
                        org.assertj.core.groups.Tuple.tuple(999, 300));
    }

    @Test
    void hearsOfACompetingSessionAndOfItsEnd() {
        GatewayConnection connection = connect();
        send(connection, ReqMktData.stream(10, SPY));
        settle(connection);

        simulator().faults().startCompetingSession();
        settle(connection);
        int ticks = all(TickPrice.class).size();
        simulator().faults().endCompetingSession();
        settle(connection);

        assertThat(all(ErrorMessage.class))
                .filteredOn(error -> error.id() == 10)
                .extracting(ErrorMessage::errorCode)
                .containsExactly(10197);
        assertThat(all(TickPrice.class)).hasSizeGreaterThan(ticks);
    }

    @Test
    void hearsOfAFarmByItsName() {
        connect();

        simulator().faults().announceFarm(FarmNotice.MARKET_DATA_BROKEN, "cashfarm");

        ErrorMessage notice = heard.await(ErrorMessage.class, message -> message.errorCode() == 2103);
        assertThat(notice.isAboutSession()).isTrue();
        assertThat(notice.errorMsg()).endsWith(":cashfarm");
    }

    @Test
    void takesAMarketDataTypeSilently() {
        GatewayConnection connection = connect();
        int before = heard.events().size();

        send(connection, new ReqMarketDataType(MarketDataType.DELAYED));
        settle(connection);

        assertThat(heard.events().stream().skip(before))
                .noneMatch(event -> event instanceof ErrorMessage error && !error.isAboutSession());
    }

    private SymbolState spy() {
        return simulator().state().market().symbols().stream()
                .filter(symbol -> symbol.symbol().equals("SPY"))
                .findFirst()
                .orElseThrow();
    }

    private TickPrice last(TickType type) {
        return all(TickPrice.class).stream()
                .filter(tick -> tick.tickType() == type)
                .reduce((first, second) -> second)
                .orElseThrow(() -> new AssertionError("no " + type));
    }

    /** The latest size of a side: with its price, or alone. */
    private @Nullable BigDecimal lastSize(TickType price, TickType size) {
        BigDecimal latest = null;
        for (GatewayEvent event : heard.events()) {
            if (event instanceof TickPrice tick && tick.tickType() == price) {
                latest = tick.size();
            } else if (event instanceof TickSize tick && tick.tickType() == size) {
                latest = tick.size();
            }
        }
        return latest;
    }

    /** One event for each tick frame. */
    private long ticksOf(int reqId) {
        return heard.events().stream()
                .filter(event -> switch (event) {
                    case TickPrice tick -> tick.reqId() == reqId;
                    case TickSize tick -> tick.reqId() == reqId;
                    case TickString tick -> tick.reqId() == reqId;
                    case TickGeneric tick -> tick.reqId() == reqId;
                    default -> false;
                })
                .count();
    }
}
