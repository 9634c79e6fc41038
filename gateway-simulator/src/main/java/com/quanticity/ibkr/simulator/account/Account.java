package com.quanticity.ibkr.simulator.account;

import com.quanticity.ibkr.simulator.account.AccountOptions.AccountTerms;
import com.quanticity.ibkr.simulator.account.TradeHistory.Outcome;
import com.quanticity.ibkr.simulator.account.worth.Instruments;
import com.quanticity.ibkr.simulator.account.worth.Marks;
import com.quanticity.ibkr.simulator.contract.ListedContract;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Cash, positions and the day's profit of one account. Event loop only. */
public final class Account {

    private final AccountTerms terms;
    private final Supplier<LocalDate> today;
    private final CashLedger cash;
    private final Map<Integer, Position> positions = new LinkedHashMap<>();
    private final Map<Integer, TradeHistory> histories = new HashMap<>();
    private final DayProfit profit = new DayProfit();
    private final DayTrades dayTrades = new DayTrades();
    private final MemorandumAccount memorandum = new MemorandumAccount();
    private final List<Consumer<Position>> listeners = new ArrayList<>();
    private BigDecimal yesterdaysEquity;

    /**
     * Opens an account.
     *
     * @param today the trading date
     */
    public Account(AccountTerms terms, Supplier<LocalDate> today) {
        this.terms = terms;
        this.today = today;
        this.cash = new CashLedger(terms.cash());
        this.yesterdaysEquity = terms.startCash();
        memorandum.onCash(terms.startCash());
    }

    public String code() {
        return terms.code();
    }

    public AccountKind kind() {
        return terms.kind();
    }

    /** Currency in which the account is reported. */
    public String currency() {
        return terms.currency();
    }

    /** Whether the code is an advisor's own, which carries nothing itself. */
    public boolean isAdvisor() {
        return terms.isAdvisor();
    }

    /** Money in the account's own currency. */
    public BigDecimal cash() {
        return cash.balance(currency());
    }

    /** Money by currency. */
    public CashLedger ledger() {
        return cash;
    }

    /** Every position of the session, closed ones included, in the order they were opened. */
    public Collection<Position> positions() {
        return List.copyOf(positions.values());
    }

    /** Positions that are not closed, in the order they were opened. */
    public List<Position> openPositions() {
        return positions.values().stream().filter(Position::isOpen).toList();
    }

    public Position position(ListedContract contract) {
        return positions.getOrDefault(contract.conId(), Position.none(contract));
    }

    /** The position of a contract id, or null when it was never held. */
    public @Nullable Position position(int conId) {
        return positions.get(conId);
    }

    /** Calls back with every changed position. */
    public void onPosition(Consumer<Position> listener) {
        listeners.add(listener);
    }

    /** Puts back what an earlier run held. */
    public void restore(Map<String, BigDecimal> savedCash, Collection<Position> savedPositions) {
        cash.restore(savedCash);
        histories.clear();
        savedPositions.forEach(position -> positions.put(position.contract().conId(), position));
    }

    /**
     * Books a trade. A currency pair moves money of both currencies and leaves no position.
     *
     * @return profit or loss of what it closed, or null when it only opened
     */
    public @Nullable BigDecimal book(String execId, Trade trade) {
        ListedContract contract = trade.contract();
        if (Instruments.isCurrencyPair(contract)) {
            exchange(trade, trade.quantity());
            return null;
        }
        Position before = position(contract);
        Position.Change change = before.trade(trade.quantity(), trade.price(), trade.commission());
        histories
                .computeIfAbsent(contract.conId(), _ -> new TradeHistory(before))
                .add(execId, trade);
        positions.put(contract.conId(), change.after());
        profit.onTrade(contract.conId(), !before.isOpen(), trade.value().add(trade.commission()), change.realized());
        dayTrades.onTrade(contract.conId(), before.quantity(), trade.quantity(), today.get());
        pay(contract, trade.value(), trade.commission(), change.realized());
        return change.realized();
    }

    /**
     * Puts a trade in the place of a booked one, as if it had been made in the first place. One of an earlier run of the simulator is
     * taken back and booked now.
     *
     * @return profit or loss of what it closes in its place, or null when it only opens
     */
    public @Nullable BigDecimal correct(String execId, Trade was, String nextExecId, Trade now) {
        TradeHistory history = histories.get(was.contract().conId());
        if (history == null || !history.has(execId)) {
            book(execId, was.reversed());
            return book(nextExecId, now);
        }
        Outcome before = history.outcome();
        history.replace(execId, nextExecId, now);
        Outcome after = history.outcome(nextExecId);
        restate(
                was.contract(),
                before,
                after,
                now.value().subtract(was.value()),
                now.commission().subtract(was.commission()));
        return after.ownRealized();
    }

    /** Takes a booked trade out, as if it had never been made. Day trades stay counted. */
    public void bust(String execId, Trade was) {
        TradeHistory history = histories.get(was.contract().conId());
        if (history == null || !history.has(execId)) {
            book(execId, was.reversed());
            return;
        }
        Outcome before = history.outcome();
        history.remove(execId);
        restate(
                was.contract(),
                before,
                history.outcome(),
                was.value().negate(),
                was.commission().negate());
    }

    private void restate(
            ListedContract contract, Outcome before, Outcome after, BigDecimal value, BigDecimal commission) {
        BigDecimal realized = after.realized().subtract(before.realized());
        positions.put(contract.conId(), after.after());
        profit.onTrade(contract.conId(), false, value.add(commission), realized);
        pay(contract, value, commission, realized);
    }

    private void exchange(Trade pair, BigDecimal quantity) {
        cash.move(pair.contract().symbol(), quantity);
        cash.move(
                pair.contract().currency(),
                quantity.multiply(pair.price()).add(pair.commission()).negate());
    }

    private void pay(ListedContract contract, BigDecimal value, BigDecimal commission, @Nullable BigDecimal realized) {
        String currency = Instruments.currency(contract);
        if (Instruments.isFuture(contract)) {
            cash.move(currency, realized == null ? BigDecimal.ZERO : realized);
            return;
        }
        memorandum.onTrade(value);
        if (value.signum() < 0 && kind() == AccountKind.CASH) {
            cash.receive(currency, value.negate(), today.get());
            cash.move(currency, commission.negate());
        } else {
            cash.move(currency, value.add(commission).negate());
        }
    }

    /** Tells the listeners of a position; apart from booking, so that it comes after the order's own messages. */
    public void announce(ListedContract contract) {
        if (Instruments.isCurrencyPair(contract)) {
            return;
        }
        Position position = position(contract);
        listeners.forEach(listener -> listener.accept(position));
    }

    /** Pays money in or out. */
    public void deposit(String currency, BigDecimal amount) {
        cash.move(currency, amount);
        memorandum.onCash(amount);
    }

    /**
     * Begins a trading day: yesterday's profit is forgotten, sales settle, a night's interest accrues.
     *
     * @param values the account as it ended yesterday
     */
    public void startDay(AccountValues values, Marks marks, Interest interest) {
        yesterdaysEquity = values.equityWithLoan();
        memorandum.credit(values.equityWithLoan().subtract(values.regTMargin()));
        dayTrades.startDay(today.get());
        // Nothing that is open now depends on the trades of a closed position.
        histories
                .keySet()
                .retainAll(openPositions().stream()
                        .map(position -> position.contract().conId())
                        .toList());
        cash.settle(today.get());
        cash.accrue(interest.credit(), interest.debit());
        if (today.get().getDayOfMonth() == interest.payDay()) {
            cash.payInterest();
        }
        takeBase(marks);
    }

    /** The day's profit counts from these prices. */
    public void takeBase(Marks marks) {
        profit.startDay();
        for (Position position : openPositions()) {
            BigDecimal mark = marks.of(position.contract());
            if (mark != null) {
                profit.setBase(position.contract().conId(), position.valueAt(mark));
            }
        }
    }

    BigDecimal yesterdaysEquity() {
        return yesterdaysEquity;
    }

    DayProfit profit() {
        return profit;
    }

    DayTrades dayTrades() {
        return dayTrades;
    }

    MemorandumAccount memorandum() {
        return memorandum;
    }
}
