package com.quanticity.ibkr.adapter.depth;

import com.quanticity.ibkr.adapter.alarm.AdapterAlarms;
import com.quanticity.ibkr.adapter.depth.rotation.RotationEvent;
import com.quanticity.ibkr.adapter.depth.rotation.Turn;
import com.quanticity.ibkr.model.market.DepthTurn;
import com.quanticity.ibkr.model.market.MarketStatus.State;
import com.quanticity.ibkr.model.ops.AlarmKind;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.event.Level;

/** Makes log lines, statuses, alarms, meters and history of what happens in the rotation. Guarded by the desk's lock. */
final class DepthEvents {

    private static final Logger LOG = LoggerFactory.getLogger(DepthEvents.class);

    private final DepthFeed feed;
    private final DepthStatuses statuses;
    private final AdapterAlarms alarms;
    private final DepthMeters meters;
    private final DepthHistory history;

    DepthEvents(
            DepthFeed feed, DepthStatuses statuses, AdapterAlarms alarms, DepthMeters meters, DepthHistory history) {
        this.feed = feed;
        this.statuses = statuses;
        this.alarms = alarms;
        this.meters = meters;
        this.history = history;
    }

    void on(RotationEvent event) {
        switch (event) {
            case RotationEvent.Began began -> began(began);
            case RotationEvent.Proven proven -> proven(proven);
            case RotationEvent.Ended(Turn turn) -> ended(turn);
            case RotationEvent.Freed freed -> meters.released(freed.took());
            case RotationEvent.Refused refused ->
                LOG.warn(
                        "depth refused symbol={} requestId={} errorCode={} message={} retryAt={}",
                        refused.symbol(),
                        refused.requestId(),
                        refused.code(),
                        refused.text(),
                        refused.retryAt());
            case RotationEvent.Disabled disabled ->
                alarms.raise(
                        AlarmKind.DEPTH_ROTATION_DISABLED,
                        subject(disabled.slot()),
                        disabled.reason() + "; tried again at " + disabled.until());
            case RotationEvent.Enabled enabled ->
                alarms.clear(AlarmKind.DEPTH_ROTATION_DISABLED, subject(enabled.slot()), enabled.how());
            case RotationEvent.Stuck stuck ->
                alarms.raise(
                        AlarmKind.DEPTH_ROTATION_STUCK,
                        subject(stuck.slot()),
                        stuck.symbol() + " has it since " + stuck.since());
            case RotationEvent.Unstuck unstuck ->
                alarms.clear(AlarmKind.DEPTH_ROTATION_STUCK, subject(unstuck.slot()), "the slot has changed");
            case RotationEvent.Missing missing ->
                alarms.raise(
                        AlarmKind.SUBSCRIPTION_SILENT,
                        "DEPTH:" + missing.symbol(),
                        "no row since " + missing.since() + ": " + missing.reason());
            case RotationEvent.Back back ->
                alarms.clear(AlarmKind.SUBSCRIPTION_SILENT, "DEPTH:" + back.symbol(), back.how());
        }
    }

    private static String subject(int slot) {
        return slot == 0 ? "" : "slot " + slot;
    }

    private void began(RotationEvent.Began began) {
        meters.active(began.symbol(), true);
        LOG.debug("depth turn began slot={} symbol={} requestId={}", began.slot(), began.symbol(), began.requestId());
        DepthLine line = feed.find(began.requestId());
        if (line != null) {
            line.turn = new DepthTurn(began.slot(), began.endsAt());
            statuses.requested(line);
        }
    }

    private void proven(RotationEvent.Proven proven) {
        DepthLine line = feed.find(proven.requestId());
        if (line != null) {
            line.turn = new DepthTurn(proven.slot(), proven.endsAt());
            statuses.live(line, proven.at());
        }
    }

    private void ended(Turn turn) {
        meters.active(turn.symbol(), false);
        meters.ended(turn);
        history.add(turn);
        boolean asPlanned = turn.end() == Turn.End.SERVED;
        LOG.atLevel(asPlanned ? Level.DEBUG : Level.INFO)
                .log(
                        "depth turn ended slot={} symbol={} requestId={} end={} rows={} reason={}",
                        turn.slot(),
                        turn.symbol(),
                        turn.requestId(),
                        turn.end(),
                        turn.rows(),
                        turn.reason());
        DepthLine line = feed.end(turn.requestId(), why(turn), turn.endedAt());
        if (line != null) {
            boolean refused = turn.end() == Turn.End.REFUSED;
            statuses.over(line.contract, refused ? State.REFUSED : State.WAITING, why(turn), turn.firstRowAt());
        }
    }

    private static String why(Turn turn) {
        String end = switch (turn.end()) {
            case SERVED -> "its turn is over";
            case NO_DATA -> "its turn is over, no row came";
            case SKIPPED, DISPLACED -> "its turn was cut short";
            case FULL -> "no free slot";
            case REFUSED -> "refused";
            case HALTED -> "depth is halted";
            case DUPLICATE -> "its id is in use";
            case BROKEN -> "its book was broken";
            case RENEWED -> "asked for anew";
            case SILENT -> "silent, asked for anew";
            case LOST -> "connection lost";
        };
        return turn.reason().isEmpty() ? end : end + ": " + turn.reason();
    }
}
