package com.quanticity.ibkr.adapter.historical.ask;

import com.quanticity.ibkr.adapter.historical.plan.OpenTimes;
import com.quanticity.ibkr.adapter.historical.plan.TimeRange;
import com.quanticity.ibkr.adapter.historical.store.HistoricalBar;
import com.quanticity.ibkr.adapter.historical.store.HistoricalTick;
import com.quanticity.ibkr.gateway.event.HistoryEvent;
import com.quanticity.ibkr.gateway.session.RequestOutcome;
import com.quanticity.ibkr.gateway.time.GatewayTime;
import com.quanticity.ibkr.gateway.time.GatewayTimes;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.StringJoiner;

/** Reads what the session hands back. A time that cannot be read refuses the whole answer: a guessed one would be stored. */
public final class Answers {

    private Answers() {}

    public static Answer read(Question question, RequestOutcome outcome) {
        return switch (outcome) {
            case RequestOutcome.Answered answered -> answered(question, answered);
            case RequestOutcome.BrokerError error -> Refusals.read(error.code(), error.message());
            case RequestOutcome.TimedOut late ->
                new Answer.Later("no answer within " + late.timeout().toSeconds() + " s");
            case RequestOutcome.ConnectionLost lost -> new Answer.Lost(lost.reason());
            case RequestOutcome.NotSent notSent -> Refusals.unsent(notSent.refusal());
        };
    }

    private static Answer answered(Question question, RequestOutcome.Answered answered) {
        try {
            return switch (question) {
                case Question.FirstData _ -> firstData(answered);
                case Question.Hours _ -> hours(answered);
                case Question.Bars _ -> new Answer.Bars(bars(answered));
                case Question.Ticks _ -> new Answer.Ticks(ticks(answered));
            };
        } catch (UnreadableAnswerException e) {
            return new Answer.Refused(String.valueOf(e.getMessage()));
        }
    }

    private static Answer firstData(RequestOutcome.Answered answered) {
        return new Answer.FirstData(moment(
                answered.events(HistoryEvent.HeadTimestamp.class).getFirst().headTimestamp()));
    }

    private static Answer hours(RequestOutcome.Answered answered) {
        List<TimeRange> sessions = new ArrayList<>();
        for (HistoryEvent.HistoricalSchedule schedule : answered.events(HistoryEvent.HistoricalSchedule.class)) {
            for (HistoryEvent.Session session : schedule.sessions()) {
                Instant from = moment(session.startDateTime() + ' ' + schedule.timeZone());
                Instant to = moment(session.endDateTime() + ' ' + schedule.timeZone());
                if (from.isBefore(to)) {
                    sessions.add(new TimeRange(from, to));
                }
            }
        }
        return sessions.isEmpty() ? new Answer.NoData("an empty schedule") : new Answer.Hours(new OpenTimes(sessions));
    }

    private static List<HistoricalBar> bars(RequestOutcome.Answered answered) {
        return answered.events(HistoryEvent.HistoricalData.class).stream()
                .flatMap(data -> data.bars().stream())
                .map(Answers::bar)
                .toList();
    }

    private static HistoricalBar bar(HistoryEvent.Bar bar) {
        return switch (GatewayTimes.parse(bar.date())) {
            case GatewayTime.Moment(Instant at) ->
                new HistoricalBar(
                        at,
                        null,
                        bar.open(),
                        bar.high(),
                        bar.low(),
                        bar.close(),
                        bar.volume(),
                        bar.wap(),
                        bar.barCount());
            case GatewayTime.Day(var day) ->
                new HistoricalBar(
                        day.atStartOfDay(ZoneOffset.UTC).toInstant(),
                        day,
                        bar.open(),
                        bar.high(),
                        bar.low(),
                        bar.close(),
                        bar.volume(),
                        bar.wap(),
                        bar.barCount());
            case GatewayTime.TimeOfDay _, GatewayTime.Unknown _ -> throw new UnreadableAnswerException(bar.date());
        };
    }

    private static List<HistoricalTick> ticks(RequestOutcome.Answered answered) {
        List<HistoricalTick> ticks = new ArrayList<>();
        answered.events(HistoryEvent.HistoricalTicksLast.class)
                .forEach(page -> page.ticks().forEach(tick -> ticks.add(trade(tick))));
        answered.events(HistoryEvent.HistoricalTicksBidAsk.class)
                .forEach(page -> page.ticks().forEach(tick -> ticks.add(quote(tick))));
        answered.events(HistoryEvent.HistoricalTicks.class)
                .forEach(page -> page.ticks()
                        .forEach(tick -> ticks.add(new HistoricalTick(
                                tick.time(), tick.price(), null, null, null, null, null, "", "", ""))));
        return ticks;
    }

    private static HistoricalTick trade(HistoryEvent.TickLast tick) {
        return new HistoricalTick(
                tick.time(),
                tick.price(),
                tick.size(),
                null,
                null,
                null,
                null,
                tick.exchange(),
                tick.specialConditions(),
                flags("pastLimit", tick.pastLimit(), "unreported", tick.unreported()));
    }

    private static HistoricalTick quote(HistoryEvent.TickBidAsk tick) {
        return new HistoricalTick(
                tick.time(),
                null,
                null,
                tick.priceBid(),
                tick.priceAsk(),
                tick.sizeBid(),
                tick.sizeAsk(),
                "",
                "",
                flags("bidPastLow", tick.bidPastLow(), "askPastHigh", tick.askPastHigh()));
    }

    private static String flags(String first, boolean hasFirst, String second, boolean hasSecond) {
        StringJoiner flags = new StringJoiner(" ");
        if (hasFirst) {
            flags.add(first);
        }
        if (hasSecond) {
            flags.add(second);
        }
        return flags.toString();
    }

    private static Instant moment(String text) {
        Optional<Instant> moment = GatewayTimes.parse(text).moment();
        return moment.orElseThrow(() -> new UnreadableAnswerException(text));
    }

    private static final class UnreadableAnswerException extends RuntimeException {

        private static final long serialVersionUID = 1L;

        private UnreadableAnswerException(String text) {
            super(
                    "the broker's time '" + text + "' cannot be read; nothing of this answer was stored",
                    null,
                    false,
                    false);
        }
    }
}
