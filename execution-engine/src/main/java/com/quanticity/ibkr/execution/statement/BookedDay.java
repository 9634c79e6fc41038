package com.quanticity.ibkr.execution.statement;

import com.quanticity.ibkr.model.contract.ContractId;
import com.quanticity.ibkr.model.order.Side;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One account's day as our side of the check.
 *
 * @param fills ledger's fills of the day by execution id, without what people booked: the broker has no such trade
 * @param told the drop copy's executions of the day likewise
 * @param positions ledger's holdings at the end of the day
 * @param brokers the broker's holdings at the end of the day as its API shows them, null when they are not known
 */
record BookedDay(
        String account,
        Map<String, Booked> fills,
        Map<String, Booked> told,
        List<Held> positions,
        @Nullable List<Held> brokers) {

    /**
     * One execution.
     *
     * @param quantity not signed
     * @param commission positive = paid, null while not reported
     * @param isStated true when a person took it over from the statement
     */
    record Booked(
            String execId,
            ContractId contractId,
            String symbol,
            Side side,
            BigDecimal quantity,
            BigDecimal price,
            @Nullable BigDecimal commission,
            String commissionCurrency,
            boolean isStated) {}

    /** @param quantity signed */
    record Held(ContractId contractId, String symbol, BigDecimal quantity) {}
}
