package com.quanticity.ibkr.execution.statement;

import com.quanticity.ibkr.model.contract.ContractId;
import com.quanticity.ibkr.model.order.Side;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.format.DateTimeFormatter;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One account's part of a Flex statement file. A section that the query did not ask for is null: unknown, which is not empty.
 *
 * @param account account
 * @param from first day
 * @param to last day; positions are those at its end
 * @param generated when the broker made it, the broker's text
 * @param trades executions, null when the file has no such section
 * @param positions open positions at the end of the last day, null likewise
 * @param cash commissions by currency, null likewise
 */
record Statement(
        String account,
        LocalDate from,
        LocalDate to,
        String generated,
        @Nullable List<Trade> trades,
        @Nullable List<OpenPosition> positions,
        @Nullable List<Cash> cash) {

    /**
     * One execution.
     *
     * @param execId the API's execution id, empty for a booking that was no execution
     * @param day trade date
     * @param quantity not signed
     * @param commission positive = paid, null when not given
     * @param time time of that day, null when it is not given or of another day
     * @param orderRef text the order was placed with, null when not given
     * @param permId the broker's order number, null when not given
     */
    record Trade(
            String execId,
            LocalDate day,
            @Nullable ContractId contractId,
            String symbol,
            Side side,
            BigDecimal quantity,
            BigDecimal price,
            @Nullable BigDecimal commission,
            String commissionCurrency,
            @Nullable LocalTime time,
            @Nullable String orderRef,
            @Nullable Long permId) {}

    /** @param quantity signed */
    record OpenPosition(@Nullable ContractId contractId, String symbol, BigDecimal quantity) {}

    /** @param commissions of the period, positive = paid */
    record Cash(String currency, BigDecimal commissions) {}

    /**
     * The trades of one day by execution id; a booking without one gets a name that is the same each time the file is read. Empty also when
     * the section is missing.
     */
    Map<String, Trade> tradesOf(LocalDate wanted) {
        Map<String, Trade> named = new LinkedHashMap<>();
        int unnamed = 0;
        for (Trade trade : trades == null ? List.<Trade>of() : trades) {
            if (trade.day().equals(wanted)) {
                named.put(trade.execId().isEmpty() ? name(wanted, ++unnamed) : trade.execId(), trade);
            }
        }
        return named;
    }

    private String name(LocalDate day, int number) {
        return "STMT-" + account + "-" + DateTimeFormatter.BASIC_ISO_DATE.format(day) + "-" + number + ".01";
    }

    boolean covers(LocalDate day) {
        return !day.isBefore(from) && !day.isAfter(to);
    }
}
