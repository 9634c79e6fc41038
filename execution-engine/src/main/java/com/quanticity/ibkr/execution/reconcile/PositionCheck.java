package com.quanticity.ibkr.execution.reconcile;

import com.quanticity.ibkr.execution.reconcile.witness.Witness;
import com.quanticity.ibkr.execution.sql.Columns;
import com.quanticity.ibkr.model.contract.ContractId;
import com.quanticity.ibkr.model.execution.LedgerPosition;
import com.quanticity.ibkr.model.position.Position;
import com.quanticity.ibkr.model.reconcile.DiscrepancyKind;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Our positions against the broker's. A side without a row is flat; whoever calls this knows both sides completely. */
final class PositionCheck {

    private PositionCheck() {}

    private record Place(String account, ContractId contractId) {}

    static List<Difference> differences(List<LedgerPosition> ours, List<Position> theirs) {
        Map<Place, LedgerPosition> held = new LinkedHashMap<>();
        ours.forEach(position -> held.put(new Place(position.account(), position.contractId()), position));
        List<Difference> differences = new ArrayList<>();
        for (Position position : theirs) {
            Place place = new Place(position.account(), position.contractId());
            LedgerPosition mine = held.remove(place);
            compare(
                    place,
                    position.symbol(),
                    mine == null ? BigDecimal.ZERO : mine.quantity(),
                    position.quantity(),
                    differences);
        }
        held.forEach((place, mine) -> compare(place, mine.symbol(), mine.quantity(), BigDecimal.ZERO, differences));
        return differences;
    }

    private static void compare(
            Place place, String symbol, BigDecimal ours, BigDecimal theirs, List<Difference> differences) {
        if (ours.compareTo(theirs) != 0) {
            Difference.Key key = new Difference.Key(
                    DiscrepancyKind.POSITION, Witness.POSITIONS.text(), place.account, place.contractId, symbol, "");
            differences.add(new Difference(key, text(ours), text(theirs)));
        }
    }

    private static String text(BigDecimal quantity) {
        return Columns.canonical(quantity).toPlainString();
    }
}
