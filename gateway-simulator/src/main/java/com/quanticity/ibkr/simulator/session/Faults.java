package com.quanticity.ibkr.simulator.session;

import com.quanticity.ibkr.simulator.fault.LinkFaults;
import com.quanticity.ibkr.simulator.fault.MessageRules;
import com.quanticity.ibkr.simulator.market.SymbolMarket;
import com.quanticity.ibkr.simulator.marketdata.DataFaults;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
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
    private final Map<Integer, Set<Integer>> silentRequests = new TreeMap<>();
    private Duration lateDepth = Duration.ZERO;
    private boolean keepsDepthSlots;
    private boolean depthFull;
    private boolean depthCancelsLost;
    private boolean historyBroken;
    private boolean definitionsBroken;
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

    /** The historical data farm is broken: every query fails. */
    public void setHistoryBroken(boolean broken) {
        historyBroken = broken;
    }

    /** The security definition farm is broken: contracts are not found. */
    public void setDefinitionsBroken(boolean broken) {
        definitionsBroken = broken;
    }

    /** One subscription hears nothing more. */
    public void silence(int clientId, int requestId) {
        silentRequests.computeIfAbsent(clientId, _ -> new TreeSet<>()).add(requestId);
    }

    /** Every silenced subscription hears again; which they were. */
    Map<Integer, Set<Integer>> endSilenceOfRequests() {
        Map<Integer, Set<Integer>> silent = Map.copyOf(silentRequests);
        silentRequests.clear();
        return silent;
    }

    boolean silencesRequests() {
        return !silentRequests.isEmpty();
    }

    boolean silences(int clientId, int requestId) {
        return silentRequests.getOrDefault(clientId, Set.of()).contains(requestId);
    }

    public void setLateDepth(Duration length, boolean keepsSlots) {
        lateDepth = length;
        keepsDepthSlots = keepsSlots;
    }

    public void setDepthFull(boolean full) {
        depthFull = full;
    }

    public void setDepthCancelsLost(boolean lost) {
        depthCancelsLost = lost;
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

    @Override
    public Duration lateDepth() {
        return lateDepth;
    }

    @Override
    public boolean keepsDepthSlots() {
        return keepsDepthSlots;
    }

    boolean isDepthFull() {
        return depthFull;
    }

    boolean areDepthCancelsLost() {
        return depthCancelsLost;
    }

    boolean isHistoryBroken() {
        return historyBroken;
    }

    boolean areDefinitionsBroken() {
        return definitionsBroken;
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
        put(active, historyBroken, "history-farm-broken", "");
        put(active, definitionsBroken, "definition-farm-broken", "");
        put(active, silencesRequests(), "silent-subscription", silentRequests.toString());
        put(active, !lateDepth.isZero(), "late-depth", lateDepth + (keepsDepthSlots ? " keeps-slot" : ""));
        put(active, depthFull, "depth-full", "");
        put(active, depthCancelsLost, "depth-cancel-lost", "");
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
        silentRequests.clear();
        lateDepth = Duration.ZERO;
        keepsDepthSlots = false;
        depthFull = false;
        depthCancelsLost = false;
        historyBroken = false;
        definitionsBroken = false;
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
