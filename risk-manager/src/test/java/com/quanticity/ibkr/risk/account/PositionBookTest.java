package com.quanticity.ibkr.risk.account;

import static org.assertj.core.api.Assertions.assertThat;

import com.quanticity.ibkr.model.contract.ContractId;
import com.quanticity.ibkr.model.position.Position;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class PositionBookTest {

    private static final Instant AT = Instant.parse("2026-03-02T14:30:00Z");
    private static final Instant LATER = AT.plusSeconds(60);

    private final PositionBook book = new PositionBook(List.of());

    @Test
    void nothingIsKnownBeforeTheEndMarker() {
        book.onAnswerBegins(1);

        assertThat(book.onPosition(position(1, "100"))).isEmpty();
        assertThat(book.view()).isEqualTo(new PositionBook.View(List.of(), null));

        assertThat(book.onAnswerComplete(AT)).containsExactly(position(1, "100"));
        assertThat(book.view()).isEqualTo(new PositionBook.View(List.of(position(1, "100")), AT));
    }

    @Test
    void emptyAnswerIsKnownToBeEmpty() {
        answer(AT);

        assertThat(book.view()).isEqualTo(new PositionBook.View(List.of(), AT));
    }

    @Test
    void changesAreToldAtOnceOnceKnown() {
        answer(AT, position(1, "100"));

        assertThat(book.onPosition(position(1, "100.0"))).isEmpty();
        assertThat(book.onPosition(position(1, "150"))).containsExactly(position(1, "150"));
        assertThat(book.onPosition(position(1, "0"))).containsExactly(position(1, "0"));
        assertThat(book.onPosition(position(1, "0"))).isEmpty();
        assertThat(book.view().open()).isEmpty();
    }

    @Test
    void lostSessionZeroesNothing() {
        answer(AT, position(1, "100"));

        book.onLost();

        assertThat(book.view()).isEqualTo(new PositionBook.View(List.of(position(1, "100")), null));
    }

    @Test
    void halfAnAnswerClosesNothing() {
        answer(AT, position(1, "100"), position(2, "5"));
        book.onLost();
        book.onAnswerBegins(1);
        book.onPosition(position(2, "5"));

        book.onLost();

        assertThat(book.view().open()).containsExactly(position(1, "100"), position(2, "5"));
    }

    @Test
    void positionThatACompleteAnswerNoLongerHoldsIsClosed() {
        answer(AT, position(1, "100"), position(2, "5"));
        book.onLost();

        List<Position> changes = answer(LATER, position(2, "7"));

        assertThat(changes)
                .containsExactly(
                        new Position("DU1", ContractId.of(1), "S1", BigDecimal.ZERO, BigDecimal.ZERO, LATER),
                        position(2, "7"));
        assertThat(book.view().open()).containsExactly(position(2, "7"));
    }

    @Test
    void endOfAnEarlierAnswerThatWasCutOffCompletesNothing() {
        answer(AT, position(1, "100"), position(2, "5"));
        book.onAnswerBegins(1);
        book.onPosition(position(1, "100"));
        book.onLost();
        book.onAnswerBegins(1);
        book.onPosition(position(2, "5"));

        assertThat(book.onAnswerComplete(LATER)).isEmpty();
        assertThat(book.view().isKnown()).isFalse();

        book.onPosition(position(1, "100"));
        book.onPosition(position(2, "6"));
        assertThat(book.onAnswerComplete(LATER)).containsExactly(position(2, "6"));
        assertThat(book.view().isKnown()).isTrue();
    }

    @Test
    void answerThatWasCutOffWithItsConnectionDoesNotDisturbTheNextConnection() {
        book.onAnswerBegins(1);
        book.onPosition(position(1, "100"));
        book.onLost();
        book.onAnswerBegins(2);
        book.onPosition(position(2, "5"));

        assertThat(book.onAnswerComplete(AT)).containsExactly(position(2, "5"));
        assertThat(book.view().isKnown()).isTrue();
    }

    @Test
    void positionStoredBeforeTheStartIsClosedWhenTheBrokerDoesNotHoldIt() {
        PositionBook restarted = new PositionBook(List.of(position(1, "100"), position(2, "5")));
        restarted.onAnswerBegins(1);
        restarted.onPosition(position(2, "5"));

        List<Position> changes = restarted.onAnswerComplete(LATER);

        assertThat(changes)
                .containsExactly(
                        new Position("DU1", ContractId.of(1), "S1", BigDecimal.ZERO, BigDecimal.ZERO, LATER),
                        position(2, "5"));
    }

    private List<Position> answer(Instant at, Position... positions) {
        book.onAnswerBegins(1);
        List.of(positions).forEach(book::onPosition);
        return book.onAnswerComplete(at);
    }

    private static Position position(int contractId, String quantity) {
        return new Position(
                "DU1",
                ContractId.of(contractId),
                "S" + contractId,
                new BigDecimal(quantity),
                new BigDecimal("10.25"),
                AT);
    }
}
