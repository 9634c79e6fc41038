package com.quanticity.ibkr.simulator.session;

import com.quanticity.ibkr.simulator.fault.LinkFaults;
import com.quanticity.ibkr.simulator.fault.MessageRules;
import com.quanticity.ibkr.simulator.market.SymbolMarket;
import com.quanticity.ibkr.simulator.marketdata.DataFaults;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * The troubles of one gateway that are switched on. Event loop only, but for {@link #login()}, {@link #clockSkew()} and
 * {@link #zoneName()}, which every connection's reader asks.
 */
public final class Faults implements DataFaults {

    private final Set<String> silentSymbols = new TreeSet<>();
    private final Set<Integer> heldClientIds = new TreeSet<>();
    private final MessageRules rules = new MessageRules();
    private final LinkFaults links = new LinkFaults();
    private boolean competingSession;
    private boolean farmBroken;
    private boolean brokerLost;
    private boolean readOnly;
    private boolean silentRefusal;
    private int stormPerSecond;
    private @Nullable String refusedCancelState;
    private volatile LoginFault login = LoginFault.NONE;
    private volatile Duration clockSkew = Duration.ZERO;
    private volatile @Nullable String zoneName;

    /** What becomes of single messages. */
    public MessageRules rules() {
        return rules;
    }

    /** What becomes of frames on their way. */
    public LinkFaults links() {
        return links;
    }

    public void silence(String symbol) {
        silentSymbols.add(symbol);
    }

    @Override
    public void endSilence(String symbol) {
        silentSymbols.remove(symbol);
    }

    @Override
    public void setCompetingSession(boolean competing) {
        competingSession = competing;
    }

    @Override
    public void setFarmBroken(boolean broken) {
        farmBroken = broken;
    }

    void setBrokerLost(boolean lost) {
        brokerLost = lost;
    }

    public void setReadOnly(boolean isReadOnly) {
        readOnly = isReadOnly;
    }

    public void setLogin(LoginFault fault) {
        login = fault;
    }

    /** Whether a client id in use is refused without a word. */
    public void setSilentRefusal(boolean silent) {
        silentRefusal = silent;
    }

    /** A client id counts as in use although nobody has it. */
    public void hold(int clientId) {
        heldClientIds.add(clientId);
    }

    public void release(int clientId) {
        heldClientIds.remove(clientId);
    }

    public void releaseAll() {
        heldClientIds.clear();
    }

    /**
     * Refuses every cancel.
     *
     * @param state named in the refusal, null lets cancels pass again
     */
    public void refuseCancels(@Nullable String state) {
        refusedCancelState = state;
    }

    /** Notices a second that flood every client; 0 for none. */
    public void setStorm(int perSecond) {
        stormPerSecond = perSecond;
    }

    public void setClockSkew(Duration ahead) {
        clockSkew = ahead;
    }

    /** The zone named in the connection time; null for the true one. */
    public void setZoneName(@Nullable String name) {
        zoneName = name;
    }

    @Override
    public boolean silences(SymbolMarket symbol) {
        return competingSession
                || farmBroken
                || silentSymbols.contains(symbol.contract().symbol());
    }

    public List<String> silentSymbols() {
        return List.copyOf(silentSymbols);
    }

    @Override
    public boolean hasCompetingSession() {
        return competingSession;
    }

    @Override
    public boolean isFarmBroken() {
        return farmBroken;
    }

    public boolean isBrokerLost() {
        return brokerLost;
    }

    public boolean isReadOnly() {
        return readOnly;
    }

    public boolean isRefusalSilent() {
        return silentRefusal;
    }

    boolean holds(int clientId) {
        return heldClientIds.contains(clientId);
    }

    public List<Integer> heldClientIds() {
        return List.copyOf(heldClientIds);
    }

    public @Nullable String refusedCancelState() {
        return refusedCancelState;
    }

    public LoginFault login() {
        return login;
    }

    /** How much the gateway's own clock is ahead. */
    public Duration clockSkew() {
        return clockSkew;
    }

    public @Nullable String zoneName() {
        return zoneName;
    }

    /** What is switched on, by the action's name. */
    SortedMap<String, String> describe() {
        SortedMap<String, String> active = rules.describe();
        active.putAll(links.describe());
        put(active, brokerLost, "broker-link-lost", "");
        put(active, farmBroken, "farm-broken", "");
        put(active, competingSession, "competing-session", "");
        put(active, readOnly, "read-only", "");
        put(active, silentRefusal, "silent-refusal", "");
        put(active, refusedCancelState != null, "cancel-refused", String.valueOf(refusedCancelState));
        put(active, !silentSymbols.isEmpty(), "silence", String.join(", ", silentSymbols));
        put(active, !heldClientIds.isEmpty(), "client-id-stuck", heldClientIds.toString());
        put(active, login != LoginFault.NONE, "login", login.name());
        put(active, stormPerSecond > 0, "storm", stormPerSecond + " a second");
        put(active, !clockSkew.isZero(), "clock-skew", clockSkew.toString());
        put(active, zoneName != null, "zone", String.valueOf(zoneName));
        return active;
    }

    private static void put(SortedMap<String, String> active, boolean isOn, String name, String detail) {
        if (isOn) {
            active.put(name, detail);
        }
    }

    @Override
    public void clear() {
        silentSymbols.clear();
        heldClientIds.clear();
        rules.clear();
        links.clear();
        competingSession = false;
        farmBroken = false;
        readOnly = false;
        silentRefusal = false;
        refusedCancelState = null;
        login = LoginFault.NONE;
        clockSkew = Duration.ZERO;
        zoneName = null;
    }
}
