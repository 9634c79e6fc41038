package com.quanticity.ibkr.simulator.session;

import com.quanticity.ibkr.simulator.market.SymbolMarket;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** The troubles that are switched on. Event loop only, but for {@link #login()}, which every connection's reader asks. */
public final class Faults {

    private final Set<String> silentSymbols = new TreeSet<>();
    private boolean competingSession;
    private boolean readOnly;
    private volatile LoginFault login = LoginFault.NONE;

    public void silence(String symbol) {
        silentSymbols.add(symbol);
    }

    void endSilence(String symbol) {
        silentSymbols.remove(symbol);
    }

    void setCompetingSession(boolean competing) {
        competingSession = competing;
    }

    public void setReadOnly(boolean isReadOnly) {
        readOnly = isReadOnly;
    }

    public void setLogin(LoginFault fault) {
        login = fault;
    }

    /** Whether a symbol's ticks are withheld. */
    boolean silences(SymbolMarket symbol) {
        return competingSession || silentSymbols.contains(symbol.contract().symbol());
    }

    public List<String> silentSymbols() {
        return List.copyOf(silentSymbols);
    }

    public boolean hasCompetingSession() {
        return competingSession;
    }

    public boolean isReadOnly() {
        return readOnly;
    }

    public LoginFault login() {
        return login;
    }

    void clear() {
        silentSymbols.clear();
        competingSession = false;
        readOnly = false;
        login = LoginFault.NONE;
    }
}
