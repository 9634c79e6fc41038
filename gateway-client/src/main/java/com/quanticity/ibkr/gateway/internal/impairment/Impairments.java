package com.quanticity.ibkr.gateway.internal.impairment;

import com.quanticity.ibkr.gateway.event.ConnectionEvent.ErrorMessage;
import com.quanticity.ibkr.gateway.internal.alarm.AlarmBoard;
import com.quanticity.ibkr.gateway.session.FarmStatus;
import com.quanticity.ibkr.gateway.session.Impairment;
import com.quanticity.ibkr.gateway.session.LifeSettings;
import com.quanticity.ibkr.model.market.MarketDataType;
import com.quanticity.ibkr.model.ops.AlarmKind;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/** The impairments of one connection; a new connection begins with none and learns them anew. Thread-safe. */
public final class Impairments {

    /** No market data during a competing live session. */
    public static final int COMPETING_SESSION = 10197;

    private final LifeSettings settings;
    private final Clock clock;
    private final AlarmBoard alarms;
    private final Consumer<FarmStatus> onFarm;
    private final Map<FarmKey, FarmStatus> farms = new LinkedHashMap<>();
    private final Map<Integer, Instant> delayed = new LinkedHashMap<>();
    private final Competition competition = new Competition();

    /** Read for every event on the reader thread. */
    private volatile boolean waitsForProof;

    /** @param onFarm told of every farm that is not as it was; must not block */
    public Impairments(LifeSettings settings, Clock clock, AlarmBoard alarms, Consumer<FarmStatus> onFarm) {
        this.settings = settings;
        this.clock = clock;
        this.alarms = alarms;
        this.onFarm = onFarm;
    }

    private record FarmKey(FarmStatus.Kind kind, String farm) {}

    public synchronized void reset() {
        farms.clear();
        delayed.clear();
        competition.end();
        waitsForProof = false;
        alarms.clearAll(AlarmKind.FARM_BROKEN, "the connection ended");
        alarms.clear(AlarmKind.COMPETING_SESSION, "", "the connection ended");
    }

    /** Takes a notice about a farm; others are ignored. */
    public synchronized void onNotice(ErrorMessage notice) {
        changedFarm(notice).ifPresent(farm -> {
            onFarm.accept(farm);
            if (farm.isBroken()) {
                alarms.raise(AlarmKind.FARM_BROKEN, farm.farm(), notice.errorMsg(), settings.farmAlarmAfter());
            } else {
                alarms.clear(AlarmKind.FARM_BROKEN, farm.farm(), notice.errorMsg());
            }
        });
    }

    /** Empty when the notice changes none. */
    private Optional<FarmStatus> changedFarm(ErrorMessage notice) {
        Optional<FarmNotice> about = FarmNotice.of(notice);
        if (about.isEmpty()) {
            return Optional.empty();
        }
        FarmNotice now = about.get();
        FarmKey key = new FarmKey(now.kind(), now.farm());
        FarmStatus before = farms.get(key);
        boolean stillBroken = before != null && before.isBroken() && now.state() == FarmStatus.State.CONNECTING;
        if (stillBroken || (before != null && before.state() == now.state())) {
            return Optional.empty();
        }
        FarmStatus status = new FarmStatus(now.farm(), now.kind(), now.state(), clock.instant(), notice.errorCode());
        farms.put(key, status);
        return Optional.of(status);
    }

    /** Data was refused because another session competes. */
    public synchronized void onCompetingSession(ErrorMessage refusal, int newestRequest) {
        competition.onRefusal(refusal.id(), newestRequest, clock.instant());
        waitsForProof = true;
        alarms.raise(AlarmKind.COMPETING_SESSION, "", refusal.errorMsg());
    }

    /** True while live data would be news; false costs nothing to ask. */
    public boolean waitsForProof() {
        return waitsForProof;
    }

    /** True when this data proves that nobody competes any more. */
    public synchronized boolean onLiveData(int reqId) {
        boolean ended = competition.onLiveData(reqId);
        if (ended) {
            waitsForProof = false;
            alarms.clear(AlarmKind.COMPETING_SESSION, "", "live data flows again");
        }
        return ended;
    }

    public synchronized void onDataType(int reqId, MarketDataType type) {
        if (type == MarketDataType.DELAYED || type == MarketDataType.DELAYED_FROZEN) {
            delayed.putIfAbsent(reqId, clock.instant());
        } else {
            delayed.remove(reqId);
        }
    }

    /** The application does not want this data any more. */
    public synchronized void onCancelled(int reqId) {
        delayed.remove(reqId);
    }

    public synchronized List<FarmStatus> farms() {
        return List.copyOf(farms.values());
    }

    /** Everything that does not work now; what holds orders comes first. */
    public synchronized List<Impairment> present() {
        List<Impairment> present = new ArrayList<>();
        Instant since = competition.since();
        if (since != null) {
            present.add(new Impairment(
                    Impairment.Kind.COMPETING_SESSION,
                    "",
                    true,
                    since,
                    "another session of this user takes the live data (10197); end it"));
        }
        for (FarmStatus farm : farms.values()) {
            if (farm.isBroken()) {
                present.add(impairment(farm));
            }
        }
        if (!delayed.isEmpty()) {
            present.add(new Impairment(
                    Impairment.Kind.DELAYED_DATA,
                    "",
                    false,
                    delayed.values().iterator().next(),
                    delayed.size() + " requests deliver delayed data"));
        }
        present.sort((a, b) -> Boolean.compare(b.holdsOrders(), a.holdsOrders()));
        return List.copyOf(present);
    }

    private Impairment impairment(FarmStatus farm) {
        String text = "%s farm %s is broken (%d)".formatted(words(farm.kind()), farm.farm(), farm.errorCode());
        return switch (farm.kind()) {
            case MARKET_DATA ->
                new Impairment(
                        Impairment.Kind.MARKET_DATA_FARM, farm.farm(), isNeeded(farm.farm()), farm.since(), text);
            case HISTORY -> new Impairment(Impairment.Kind.HISTORY_FARM, farm.farm(), false, farm.since(), text);
            case DEFINITIONS ->
                new Impairment(Impairment.Kind.DEFINITIONS_FARM, farm.farm(), false, farm.since(), text);
        };
    }

    private static String words(FarmStatus.Kind kind) {
        return switch (kind) {
            case MARKET_DATA -> "market data";
            case HISTORY -> "history";
            case DEFINITIONS -> "definitions";
        };
    }

    /** A farm without a name counts as needed. */
    private boolean isNeeded(String farm) {
        List<String> trading = settings.tradingFarms();
        return trading.isEmpty() || farm.isEmpty() || trading.stream().anyMatch(wanted -> matches(wanted, farm));
    }

    private static boolean matches(String wanted, String farm) {
        return wanted.endsWith("*") ? farm.startsWith(wanted.substring(0, wanted.length() - 1)) : farm.equals(wanted);
    }
}
