package com.quanticity.ibkr.adapter.gate.exposure;

import com.quanticity.ibkr.model.contract.ContractId;
import java.math.BigDecimal;
import java.util.HashMap;
import java.util.Map;

/** The contracts of one account, strategy or the firm with the sums of their values. Guarded by the lock of {@link Exposures}. */
final class Ledger {

    private final Map<ContractId, Line> lines = new HashMap<>();
    private BigDecimal gross = BigDecimal.ZERO;
    private BigDecimal netHigh = BigDecimal.ZERO;
    private BigDecimal netLow = BigDecimal.ZERO;
    private BigDecimal working = BigDecimal.ZERO;

    Line line(ContractId contractId) {
        return lines.getOrDefault(contractId, Line.EMPTY);
    }

    void put(ContractId contractId, Line line) {
        Line before = lines.put(contractId, line);
        if (before != null) {
            gross = gross.subtract(before.gross());
            netHigh = netHigh.subtract(high(before));
            netLow = netLow.subtract(low(before));
            working = working.subtract(before.workingValue());
        }
        gross = gross.add(line.gross());
        netHigh = netHigh.add(high(line));
        netLow = netLow.add(low(line));
        working = working.add(line.workingValue());
    }

    void value(ContractId contractId, BigDecimal unitValue) {
        Line line = lines.get(contractId);
        if (line != null && line.unitValue().compareTo(unitValue) != 0) {
            put(contractId, line.valued(unitValue));
        }
    }

    /** Value of all that works, both sides. */
    BigDecimal working() {
        return working;
    }

    Sums sums() {
        return new Sums(gross, netHigh, netLow);
    }

    /** Sums as they would be with another line in place of the present one. */
    Sums sumsWith(Sums sums, ContractId contractId, Line line) {
        Line now = line(contractId);
        return new Sums(
                sums.gross().subtract(now.gross()).add(line.gross()),
                sums.netHigh().subtract(high(now)).add(high(line)),
                sums.netLow().subtract(low(now)).add(low(line)));
    }

    private static BigDecimal high(Line line) {
        return line.longest().multiply(line.unitValue());
    }

    private static BigDecimal low(Line line) {
        return line.shortest().multiply(line.unitValue());
    }
}
