package com.quanticity.ibkr.execution.reconcile;

import com.quanticity.ibkr.model.contract.ContractId;
import com.quanticity.ibkr.model.reconcile.Discrepancy;
import com.quanticity.ibkr.model.reconcile.DiscrepancyKind;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * Both sides of something that is not the same, as one comparison found it.
 *
 * @param ours our side, empty = we have none
 * @param theirs the witness's side, empty = it has none
 */
record Difference(Key key, String ours, String theirs) {

    /** What makes two findings the same difference. */
    record Key(
            DiscrepancyKind kind,
            String witness,
            String account,
            @Nullable ContractId contractId,
            String symbol,
            String reference) {

        static Key of(Discrepancy discrepancy) {
            return new Key(
                    discrepancy.kind(),
                    discrepancy.witness(),
                    discrepancy.account(),
                    discrepancy.contractId(),
                    discrepancy.symbol(),
                    discrepancy.reference());
        }
    }

    /** How far the sides are apart: for positions a quantity, so that trading on both sides leaves it as it is; else both sides. */
    String gap() {
        return gap(key.kind(), ours, theirs);
    }

    static String gap(DiscrepancyKind kind, String ours, String theirs) {
        return kind == DiscrepancyKind.POSITION
                ? new BigDecimal(theirs)
                        .subtract(new BigDecimal(ours))
                        .stripTrailingZeros()
                        .toPlainString()
                : ours + "|" + theirs;
    }
}
