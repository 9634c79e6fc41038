package com.quanticity.ibkr.execution.reconcile;

import static org.assertj.core.api.Assertions.assertThat;

import com.quanticity.ibkr.model.contract.ContractId;
import com.quanticity.ibkr.model.reconcile.Discrepancy;
import com.quanticity.ibkr.model.reconcile.DiscrepancyKind;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** Whatever is seen and whenever the witness is away: no lock without a difference that lasted, none left when both sides agree. */
class BreakBookPropertyTest {

    private static final Instant START = Instant.parse("2026-03-02T14:30:00Z");
    private static final int TOLERANCE = 5;

    /** A second each: the witness's lead over our side, 99 = the witness is not known. */
    @Provide
    Arbitrary<List<Integer>> leads() {
        return Arbitraries.frequency(
                        net.jqwik.api.Tuple.of(5, 0), net.jqwik.api.Tuple.of(4, 3), net.jqwik.api.Tuple.of(1, 99))
                .list()
                .ofMaxSize(60);
    }

    @Property(tries = 1_000)
    void opensExactlyWhatLastedAndEndsExactlyWhatAgrees(@ForAll("leads") List<Integer> leads) {
        Map<String, Discrepancy> all = new LinkedHashMap<>();
        BreakBook book = new BreakBook(Duration.ofSeconds(TOLERANCE), () -> "D" + all.size());
        int lasting = -1;
        boolean open = false;
        for (int second = 0; second < leads.size(); second++) {
            int lead = leads.get(second);
            boolean known = lead != 99;
            BreakBook.Observation observation = new BreakBook.Observation(
                    START.plusSeconds(second),
                    known ? Set.of("positions") : Set.of(),
                    known && lead != 0 ? List.of(difference(lead)) : List.of());

            book.observe(
                            observation,
                            all.values().stream()
                                    .filter(each -> !each.isEnded())
                                    .toList())
                    .forEach(change -> all.put(change.id(), change));

            if (known) {
                lasting = lead == 0 ? -1 : lasting + 1;
                open = lead != 0 && (open || lasting >= TOLERANCE);
            } else {
                lasting = -1;
            }
            assertThat(all.values().stream().filter(Discrepancy::locks).count())
                    .as("second %d of %s", second, leads)
                    .isEqualTo(open ? 1 : 0);
        }
    }

    private static Difference difference(int lead) {
        return new Difference(
                new Difference.Key(DiscrepancyKind.POSITION, "positions", "DU1", ContractId.of(1), "SPY", ""),
                "0",
                Integer.toString(lead));
    }
}
