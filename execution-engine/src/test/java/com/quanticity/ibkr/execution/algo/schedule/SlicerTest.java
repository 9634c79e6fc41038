package com.quanticity.ibkr.execution.algo.schedule;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.quanticity.ibkr.execution.algo.schedule.SliceDecision.PauseReason;
import com.quanticity.ibkr.execution.algo.schedule.SliceDecision.Paused;
import com.quanticity.ibkr.execution.algo.schedule.SliceDecision.Send;
import com.quanticity.ibkr.execution.algo.schedule.SliceDecision.StopReason;
import com.quanticity.ibkr.execution.algo.schedule.SliceDecision.Stopped;
import com.quanticity.ibkr.execution.algo.schedule.SliceDecision.Wait;
import com.quanticity.ibkr.model.market.MarketStatus;
import com.quanticity.ibkr.model.parent.EndRule;
import com.quanticity.ibkr.model.risk.TradingState;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class SlicerTest {

    private static final Instant START = Instant.parse("2026-03-02T15:00:00Z");
    private static final Window HOUR = new Window(START, START.plus(Duration.ofHours(1)));
    private static final Lot LOT = new Lot(BigDecimal.ONE, BigDecimal.ONE, BigDecimal.valueOf(40));
    private static final Conditions WELL = new Conditions(TradingState.ACTIVE, MarketStatus.State.LIVE);

    private final Slicer twap = new Slicer(new Twap(HOUR, 6, 0, 1), LOT, EndRule.LEAVE_REST);

    @Test
    void sendsOneSliceWhenItBegins() {
        assertThat(twap.decide(progress(0, 0), WELL, START)).isEqualTo(new Send(BigDecimal.TEN));
    }

    @Test
    void waitsForTheNextSlice() {
        assertThat(twap.decide(progress(4, 6), WELL, START)).isEqualTo(new Wait(START.plusSeconds(600)));
    }

    @Test
    void makesUpForWhatWasMissedUpToTheLargestChild() {
        assertThat(twap.decide(progress(0, 0), WELL, START.plusSeconds(3500)))
                .isEqualTo(new Send(BigDecimal.valueOf(40)));
    }

    @Test
    void pausesWhileTheMarketIsNotLive() {
        assertThat(twap.decide(progress(0, 0), new Conditions(TradingState.ACTIVE, MarketStatus.State.DELAYED), START))
                .isEqualTo(new Paused(PauseReason.MARKET_NOT_LIVE));
    }

    @Test
    void stopsWhenTradingIsHalted() {
        assertThat(twap.decide(progress(0, 0), new Conditions(TradingState.HALTED, null), START))
                .isEqualTo(new Stopped(StopReason.HALTED));
    }

    @Test
    void leavesTheRestAtTheEnd() {
        assertThat(twap.decide(progress(30, 5), WELL, HOUR.end())).isEqualTo(new Stopped(StopReason.WINDOW_OVER));
    }

    @Test
    void completesTheRestOneChildAtATime() {
        Slicer completing = new Slicer(twap.schedule(), LOT, EndRule.COMPLETE);

        assertThat(completing.decide(progress(30, 0), WELL, HOUR.end())).isEqualTo(new Send(BigDecimal.valueOf(30)));
        assertThat(completing.decide(progress(30, 5), WELL, HOUR.end())).isEqualTo(new Wait(null));
    }

    @Test
    void tellsThatItIsDone() {
        assertThat(twap.decide(progress(60, 0), WELL, START)).isEqualTo(new Stopped(StopReason.COMPLETE));
    }

    @Test
    void icebergShowsOneSliceAtATime() {
        Slicer iceberg = new Slicer(new Iceberg(HOUR, BigDecimal.valueOf(20)), LOT, EndRule.LEAVE_REST);

        assertThat(iceberg.decide(progress(20, 0), WELL, START)).isEqualTo(new Send(BigDecimal.valueOf(20)));
        assertThat(iceberg.decide(progress(30, 10), WELL, START)).isEqualTo(new Wait(HOUR.end()));
    }

    @Test
    void participationWaitsForVolumeThatIsKnown() {
        Slicer participation = new Slicer(new Participation(HOUR, BigDecimal.TEN), LOT, EndRule.LEAVE_REST);

        assertThat(participation.decide(progress(0, 0), WELL, START)).isEqualTo(new Paused(PauseReason.VOLUME_UNKNOWN));
        assertThat(participation.decide(progress(5, 0, BigDecimal.valueOf(199)), WELL, START))
                .isEqualTo(new Send(BigDecimal.valueOf(14)));
    }

    @Test
    void vwapRefusesAWindowThatHistoryDoesNotCover() {
        VolumeProfile thin = VolumeProfile.of(
                List.of(new VolumeProfile.BarVolume(START, BigDecimal.TEN)), ZoneId.of("UTC"), Duration.ofMinutes(5));

        assertThatThrownBy(() -> new Vwap(HOUR, thin))
                .hasMessage("the profile has 1 days of history and needs 5; download more bars first or take TWAP");
    }

    @Test
    void countsARepeatedTradeOnce() {
        ObservedVolume volume = new ObservedVolume(HOUR);
        volume.onTrade(1, 1, BigDecimal.TEN, START.minusSeconds(1));
        assertThat(volume.sum()).isNull();

        volume.onTrade(1, 2, BigDecimal.TEN, START);
        volume.onTrade(1, 2, BigDecimal.TEN, START);
        volume.onTrade(2, 1, BigDecimal.ONE, START);

        assertThat(volume.sum()).isEqualByComparingTo("11");
    }

    private static Progress progress(int filled, int open) {
        return progress(filled, open, null);
    }

    private static Progress progress(int filled, int open, @Nullable BigDecimal volume) {
        return new Progress(BigDecimal.valueOf(60), BigDecimal.valueOf(filled), BigDecimal.valueOf(open), volume);
    }
}
