package com.quanticity.ibkr.execution.algo.schedule;

import com.quanticity.ibkr.execution.algo.schedule.SliceDecision.PauseReason;
import com.quanticity.ibkr.execution.algo.schedule.SliceDecision.StopReason;
import com.quanticity.ibkr.model.market.MarketStatus;
import com.quanticity.ibkr.model.parent.EndRule;
import com.quanticity.ibkr.model.risk.TradingState;
import java.math.BigDecimal;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Decides what a parent does next. Never lets filled and open together pass the target, nor what is due; what was missed is made up for
 * in children no larger than {@link Lot#largest}. Not known is treated as not allowed.
 *
 * @param schedule the plan
 * @param lot sizes of children
 * @param endRule what becomes of the rest
 */
public record Slicer(Schedule schedule, Lot lot, EndRule endRule) {

    /** What to do now. Asked again after each fill, each change of the conditions and at the instant of {@link SliceDecision.Wait}. */
    public SliceDecision decide(Progress progress, Conditions conditions, Instant now) {
        if (progress.filled().compareTo(progress.target()) >= 0) {
            return new SliceDecision.Stopped(StopReason.COMPLETE);
        }
        if (conditions.trading() == TradingState.HALTED) {
            return new SliceDecision.Stopped(StopReason.HALTED);
        }
        boolean over = schedule.window().isBefore(now);
        if (over && endRule == EndRule.LEAVE_REST) {
            return new SliceDecision.Stopped(StopReason.WINDOW_OVER);
        }
        if (schedule.window().isAfter(now)) {
            return new SliceDecision.Wait(schedule.window().start());
        }
        PauseReason pause = pause(conditions);
        if (pause != null) {
            return new SliceDecision.Paused(pause);
        }
        return over ? rest(progress) : planned(progress, now);
    }

    private SliceDecision planned(Progress progress, Instant now) {
        BigDecimal due = schedule.due(progress, now);
        if (due == null) {
            return new SliceDecision.Paused(PauseReason.VOLUME_UNKNOWN);
        }
        BigDecimal quantity = child(progress, due.min(progress.target()));
        return quantity.signum() > 0 ? new SliceDecision.Send(quantity) : new SliceDecision.Wait(next(now));
    }

    private SliceDecision rest(Progress progress) {
        BigDecimal quantity = progress.open().signum() > 0 ? BigDecimal.ZERO : child(progress, progress.target());
        return quantity.signum() > 0 ? new SliceDecision.Send(quantity) : new SliceDecision.Wait(null);
    }

    /** Zero when nothing can go out. A child below the smallest size goes out only as the last one. */
    private BigDecimal child(Progress progress, BigDecimal due) {
        BigDecimal wanted = lot.down(due.subtract(progress.committed()).max(BigDecimal.ZERO))
                .min(lot.largest());
        boolean last = wanted.compareTo(progress.remaining()) == 0;
        return last || wanted.compareTo(lot.smallest()) >= 0 ? wanted : BigDecimal.ZERO;
    }

    private Instant next(Instant now) {
        Instant change = schedule.nextChange(now);
        return change == null ? schedule.window().end() : change;
    }

    private static @Nullable PauseReason pause(Conditions conditions) {
        TradingState trading = conditions.trading();
        if (trading == null) {
            return PauseReason.TRADING_STATE_UNKNOWN;
        }
        if (trading == TradingState.REDUCING) {
            return PauseReason.REDUCING;
        }
        return conditions.market() == MarketStatus.State.LIVE ? null : PauseReason.MARKET_NOT_LIVE;
    }
}
