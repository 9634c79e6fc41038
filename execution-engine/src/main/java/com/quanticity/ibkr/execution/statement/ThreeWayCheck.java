package com.quanticity.ibkr.execution.statement;

import com.quanticity.ibkr.execution.sql.Columns;
import com.quanticity.ibkr.execution.statement.BookedDay.Booked;
import com.quanticity.ibkr.execution.statement.BookedDay.Held;
import com.quanticity.ibkr.execution.statement.Statement.Cash;
import com.quanticity.ibkr.execution.statement.Statement.OpenPosition;
import com.quanticity.ibkr.execution.statement.Statement.Trade;
import com.quanticity.ibkr.execution.statement.ThreeWayRow.Section;
import com.quanticity.ibkr.model.contract.ContractId;
import com.quanticity.ibkr.model.order.Side;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Our ledger, the broker's API and the broker's statement, line by line. Pure. A statement or section that is missing is unknown. */
final class ThreeWayCheck {

    private ThreeWayCheck() {}

    static List<ThreeWayRow> rows(LocalDate day, BookedDay booked, @Nullable Statement statement) {
        List<ThreeWayRow> rows = new ArrayList<>();
        rows.addAll(trades(day, booked, statement));
        // Positions of a statement are those of its last day, its cash is that of all its days.
        List<OpenPosition> stated = null;
        List<Cash> paid = null;
        if (statement != null && statement.to().equals(day)) {
            stated = statement.positions();
            paid = statement.from().equals(day) ? statement.cash() : null;
        }
        rows.addAll(positions(booked, stated));
        rows.addAll(cash(booked, paid));
        return rows;
    }

    private static List<ThreeWayRow> trades(LocalDate day, BookedDay booked, @Nullable Statement statement) {
        Map<String, Trade> byExecId = statement == null ? Map.of() : statement.tradesOf(day);
        boolean isStated = statement != null && statement.trades() != null;
        Set<String> execIds = new LinkedHashSet<>(booked.fills().keySet());
        execIds.addAll(booked.told().keySet());
        execIds.addAll(byExecId.keySet());
        return execIds.stream()
                .map(execId -> trade(execId, booked, isStated, byExecId.get(execId)))
                .toList();
    }

    private static ThreeWayRow trade(String execId, BookedDay booked, boolean isStated, @Nullable Trade trade) {
        Booked ours = booked.fills().get(execId);
        Booked told = booked.told().get(execId);
        Booked any = ours == null ? told : ours;
        return ThreeWayRow.of(
                Section.TRADE,
                booked.account(),
                any != null ? any.contractId() : trade == null ? null : trade.contractId(),
                any != null ? any.symbol() : trade == null ? "" : trade.symbol(),
                execId,
                terms(ours),
                // What a person took over from the statement never came by the API.
                told == null && ours != null && ours.isStated() ? ThreeWayRow.NOT_KNOWN : terms(told),
                isStated ? terms(trade) : ThreeWayRow.NOT_KNOWN);
    }

    private static List<ThreeWayRow> positions(BookedDay booked, @Nullable List<OpenPosition> stated) {
        Map<ContractId, String> symbols = new LinkedHashMap<>();
        Map<ContractId, BigDecimal> ours = quantities(booked.positions(), symbols);
        Map<ContractId, BigDecimal> api = booked.brokers() == null ? null : quantities(booked.brokers(), symbols);
        Map<ContractId, BigDecimal> theirs = stated == null ? null : stated(stated, symbols);
        List<ThreeWayRow> rows = new ArrayList<>();
        symbols.forEach((contractId, symbol) -> rows.add(ThreeWayRow.of(
                Section.POSITION,
                booked.account(),
                contractId,
                symbol,
                "",
                quantity(ours, contractId),
                quantity(api, contractId),
                quantity(theirs, contractId))));
        return rows;
    }

    /** What was paid for the day's fills; the API's side is what it reported for them, which our ledger took over. */
    private static List<ThreeWayRow> cash(BookedDay booked, @Nullable List<Cash> stated) {
        Map<String, BigDecimal> paid = new TreeMap<>();
        boolean complete = true;
        for (Booked fill : booked.fills().values()) {
            BigDecimal commission = fill.commission();
            complete &= commission != null;
            if (commission != null) {
                paid.merge(fill.commissionCurrency(), commission, BigDecimal::add);
            }
        }
        Map<String, BigDecimal> theirs = new TreeMap<>();
        if (stated != null) {
            stated.forEach(cash -> theirs.merge(cash.currency(), cash.commissions(), BigDecimal::add));
        }
        Set<String> currencies = new LinkedHashSet<>(paid.keySet());
        theirs.forEach((currency, amount) -> {
            if (amount.signum() != 0) {
                currencies.add(currency);
            }
        });
        List<ThreeWayRow> rows = new ArrayList<>();
        for (String currency : currencies) {
            String mine = complete ? text(paid.getOrDefault(currency, BigDecimal.ZERO)) : ThreeWayRow.NOT_KNOWN;
            String told = stated == null ? ThreeWayRow.NOT_KNOWN : text(theirs.getOrDefault(currency, BigDecimal.ZERO));
            rows.add(ThreeWayRow.of(Section.CASH, booked.account(), null, "", currency, mine, mine, told));
        }
        return rows;
    }

    private static Map<ContractId, BigDecimal> quantities(List<Held> held, Map<ContractId, String> symbols) {
        Map<ContractId, BigDecimal> quantities = new LinkedHashMap<>();
        for (Held each : held) {
            quantities.put(each.contractId(), each.quantity());
            if (each.quantity().signum() != 0) {
                symbols.putIfAbsent(each.contractId(), each.symbol());
            }
        }
        return quantities;
    }

    private static Map<ContractId, BigDecimal> stated(List<OpenPosition> stated, Map<ContractId, String> symbols) {
        Map<ContractId, BigDecimal> quantities = new LinkedHashMap<>();
        for (OpenPosition position : stated) {
            ContractId contractId = position.contractId();
            if (contractId != null) {
                quantities.merge(contractId, position.quantity(), BigDecimal::add);
                symbols.putIfAbsent(contractId, position.symbol());
            }
        }
        return quantities;
    }

    private static String quantity(@Nullable Map<ContractId, BigDecimal> of, ContractId contractId) {
        return of == null ? ThreeWayRow.NOT_KNOWN : text(of.getOrDefault(contractId, BigDecimal.ZERO));
    }

    private static String terms(@Nullable Booked fill) {
        return fill == null ? "" : terms(fill.side(), fill.quantity(), fill.price());
    }

    private static String terms(@Nullable Trade trade) {
        return trade == null ? "" : terms(trade.side(), trade.quantity(), trade.price());
    }

    private static String terms(Side side, BigDecimal quantity, BigDecimal price) {
        return side + " " + text(quantity) + " @ " + text(price);
    }

    private static String text(BigDecimal number) {
        return Columns.canonical(number).toPlainString();
    }
}
