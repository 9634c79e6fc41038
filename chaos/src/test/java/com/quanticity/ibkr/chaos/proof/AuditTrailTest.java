package com.quanticity.ibkr.chaos.proof;

import static org.assertj.core.api.Assertions.assertThat;

import com.quanticity.ibkr.chaos.proof.Witnessed.Step;
import com.quanticity.ibkr.chaos.proof.Witnessed.Taken;
import com.quanticity.ibkr.chaos.proof.Witnessed.Traded;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class AuditTrailTest {

    private static final Witnessed WITNESSED = new Witnessed(
            Instant.EPOCH,
            List.of(new Taken(
                    1, 7, 9001, "A", List.of(new Step(Instant.EPOCH, "Filled", BigDecimal.TEN, BigDecimal.ZERO)))),
            List.of(new Traded("0001.01.01", 1, 7, BigDecimal.TEN, BigDecimal.ONE, BigDecimal.ONE)),
            Map.of(),
            0);

    private static final List<Placed> PLACED = List.of(new Placed("key", Placed.Kind.ORDER, "A", List.of("A")));

    @Test
    void holdsWhenEverythingIsOnRecord() {
        assertThat(new AuditTrail(null, Set.of("A"), Set.of("A"), Set.of("key"), Set.of("0001.01.01"))
                        .check(WITNESSED, PLACED))
                .isEmpty();
    }

    @Test
    void findsWhatIsMissingAndABrokenChain() {
        assertThat(new AuditTrail("link 3", Set.of(), Set.of("A"), Set.of(), Set.of()).check(WITNESSED, PLACED))
                .extracting(Violation::detail)
                .satisfiesExactly(
                        chain -> assertThat(chain).contains("link 3"),
                        request -> assertThat(request).contains("key"),
                        order -> assertThat(order).contains("no request or no answer"),
                        fill -> assertThat(fill).contains("0001.01.01"));
    }
}
