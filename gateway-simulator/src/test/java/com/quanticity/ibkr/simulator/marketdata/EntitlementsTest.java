package com.quanticity.ibkr.simulator.marketdata;

import static com.quanticity.ibkr.simulator.peer.MarketRequests.bars;
import static com.quanticity.ibkr.simulator.peer.MarketRequests.dataType;
import static com.quanticity.ibkr.simulator.peer.MarketRequests.depth;
import static com.quanticity.ibkr.simulator.peer.MarketRequests.stream;
import static com.quanticity.ibkr.simulator.peer.MarketRequests.tickByTick;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.quanticity.ibkr.simulator.SimulatorConfig;
import com.quanticity.ibkr.simulator.market.Entitlements;
import com.quanticity.ibkr.simulator.market.Entitlements.Rule;
import com.quanticity.ibkr.simulator.peer.SteppedGateway;
import com.quanticity.ibkr.simulator.session.SessionLimits;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What a user may see, and how much of it, changed while clients are connected. */
class EntitlementsTest extends SteppedGateway {

    @BeforeEach
    void start() {
        begin(SimulatorConfig.defaults());
    }

    private void entitle(String rule, boolean openToo) {
        data().entitle(Rule.parse(rule), openToo);
    }

    @Test
    void refusesEachFeedWithItsCode() {
        entitle("SPY/depth=nothing", false);
        entitle("QQQ/depth=unsupported", false);
        entitle("AAPL/tick-by-tick=not-for-api", false);
        entitle("MSFT/tick-by-tick=only-delayed", false);
        entitle("NVDA/tick-by-tick=nothing", false);
        entitle("TSLA/bars=not-for-api", false);
        entitle("META/level-1=partly-for-api", false);
        entitle("GOOG/level-1=nothing", false);
        client.send(depth(1, "SPY", "SMART", 5, true));
        client.send(depth(2, "QQQ", "SMART", 5, true));
        client.send(tickByTick(3, "AAPL", "Last", 0, false));
        client.send(tickByTick(4, "MSFT", "Last", 0, false));
        client.send(tickByTick(5, "NVDA", "Last", 0, false));
        client.send(bars(6, "TSLA", "TRADES"));
        client.send(stream(7, "META", ""));
        client.send(stream(8, "GOOG", ""));
        client.send(stream(9, "SPY", ""));

        assertThat(codes())
                .containsExactly("1:354", "2:10092", "3:10089", "4:10186", "5:10189", "6:10089", "7:10091", "8:354");
    }

    @Test
    void hidesSingleExchangesFromSmartDepth() {
        entitle("ISLAND/depth=nothing", false);
        client.send(depth(1, "SPY", "ISLAND", 5, false));
        client.send(depth(2, "SPY", "SMART", 20, true));

        List<List<String>> frames = client.drain();

        assertThat(codes(frames)).containsExactly("1:354", "2:2152");
        assertThat(frames)
                .anySatisfy(frame ->
                        assertThat(frame.get(3)).contains("Need additional market data permissions - Depth: ISLAND; "));
        assertThat(frames.stream()
                        .filter(frame -> frame.getFirst().equals("13"))
                        .map(frame -> frame.get(4)))
                .isNotEmpty()
                .doesNotContain("ISLAND");
    }

    @Test
    void takesOpenSubscriptionsAlongAndGivesThemBack() {
        client.send(dataType(3));
        client.send(stream(1, "SPY", ""));
        client.send(bars(2, "SPY", "TRADES"));
        client.send(tickByTick(3, "SPY", "Last", 0, false));
        client.send(depth(4, "SPY", "ISLAND", 5, false));
        client.drain();

        entitle("SPY=only-delayed", true);
        List<List<String>> taken = client.drain();
        time.advance(Duration.ofSeconds(10));
        List<List<String>> delayed = client.drain();
        data().restoreEntitlements();
        List<List<String>> back = client.drain();

        assertThat(codes(taken)).containsExactly("1:10167", "3:10189", "2:10089", "4:354");
        assertThat(taken).contains(List.of("58", "1", "1", "3"));
        assertThat(delayed).noneMatch(frame -> frame.getFirst().matches("12|13|50|99"));
        assertThat(back).contains(List.of("58", "1", "1", "1"));
        assertThat(simulator.state().gateways().getFirst().activeFaults()).isEmpty();
    }

    @Test
    void endsALineThatMayNotEvenBeDelayed() {
        client.send(stream(1, "SPY", ""));
        client.drain();

        entitle("SPY=only-delayed", true);
        List<String> codes = codes();
        time.advance(Duration.ofSeconds(5));

        assertThat(codes).containsExactly("1:10168");
        assertThat(client.drain()).isEmpty();
        assertThat(simulator.state().gateways().getFirst().data().lines()).isZero();
    }

    @Test
    void keepsTickByTickRequestsForOneInstrumentApart() {
        client.send(tickByTick(1, "SPY", "Last", 0, false));
        client.send(tickByTick(2, "SPY", "BidAsk", 0, false));
        client.send(tickByTick(3, "QQQ", "BidAsk", 0, false));
        List<String> early = codes();
        time.advance(Duration.ofSeconds(15));
        client.drain();
        client.send(tickByTick(4, "SPY", "BidAsk", 0, false));

        assertThat(early).containsExactly("2:10190");
        assertThat(codes()).isEmpty();
    }

    @Test
    void changesSlotsAndBack() {
        data().limit(limits -> limits.withDepthSlots(1).withTickByTickSlots(0));
        client.send(depth(1, "SPY", "ISLAND", 5, false));
        client.send(depth(2, "QQQ", "ISLAND", 5, false));
        client.send(tickByTick(3, "SPY", "Last", 0, false));
        List<String> limited = codes();
        data().restoreLimits();
        client.send(depth(4, "QQQ", "ISLAND", 5, false));

        assertThat(limited).containsExactly("2:309", "3:10190");
        assertThat(codes()).isEmpty();
        assertThat(simulator.limits()).isEqualTo(SessionLimits.defaults());
    }

    @Test
    void readsAndWritesRules() {
        String text = "*=live,SPY/depth=nothing,OPT=partly,NASDAQ/tick-by-tick=only-delayed";

        assertThat(Entitlements.parse(text)).hasToString(text);
        assertThatThrownBy(() -> Rule.parse("SPY/dept=nothing")).hasMessageContaining("'dept' is not possible");
        assertThatThrownBy(() -> Rule.parse("SPY")).hasMessageContaining("write SPY/depth=nothing");
    }
}
