package com.quanticity.ibkr.console.discrepancies;

import static org.assertj.core.api.Assertions.assertThat;

import com.quanticity.ibkr.console.discrepancies.DiscrepanciesPanel.Row;
import com.quanticity.ibkr.console.environment.Accounts;
import com.quanticity.ibkr.console.live.Part;
import com.quanticity.ibkr.console.live.Piece;
import com.quanticity.ibkr.model.contract.ContractId;
import com.quanticity.ibkr.model.reconcile.Discrepancy;
import com.quanticity.ibkr.model.reconcile.DiscrepancyKind;
import com.quanticity.ibkr.model.reconcile.DiscrepancyState;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class DiscrepanciesPanelTest {

    private static final Instant NOW = Instant.parse("2026-11-21T14:03:27Z");
    private static final String ID = "01K9ZZZZZZZZZZZZZZZZZZZZZA";

    private final DiscrepancyBook book = new DiscrepancyBook(new Accounts(null));
    private final DiscrepanciesPanel panel = new DiscrepanciesPanel(book);

    @Test
    void saysThatNobodyKnowsBeforeTheEngineHasAnswered() {
        assertThat(firstRow().view().toString()).contains("has not said");

        book.onComplete(List.of(), NOW);
        assertThat(firstRow().view().toString()).contains("agree");
    }

    @Test
    void showsBothSidesAndThatTheInstrumentIsLocked() {
        book.onDiscrepancy(discrepancy(ID, DiscrepancyKind.POSITION, DiscrepancyState.OPEN, 1));

        Row row = (Row) firstRow().view();
        assertThat(row.ours()).isEqualTo("10");
        assertThat(row.theirs()).isEqualTo("12");
        assertThat(row.account()).isEqualTo("DU…567");
        assertThat(row.locks()).isTrue();
        assertThat(row.level()).isEqualTo("critical");
        assertThat(row.adoptable() && row.priced() && row.bookable()).isTrue();
    }

    @Test
    void offersNoAdoptionWhereThereIsNoSideToTakeOver() {
        book.onDiscrepancy(discrepancy(ID, DiscrepancyKind.STATEMENT_TRADE, DiscrepancyState.OPEN, 1));

        Row row = (Row) firstRow().view();
        assertThat(row.adoptable()).isFalse();
        assertThat(row.level()).isEqualTo("serious");
    }

    @Test
    void keepsTheLatestVersionAndForgetsWhatEnded() {
        book.onDiscrepancy(discrepancy(ID, DiscrepancyKind.POSITION, DiscrepancyState.IGNORED, 2));
        book.onDiscrepancy(discrepancy(ID, DiscrepancyKind.POSITION, DiscrepancyState.OPEN, 1));
        assertThat(((Row) firstRow().view()).state()).isEqualTo("IGNORED");

        book.onDiscrepancy(discrepancy(ID, DiscrepancyKind.POSITION, DiscrepancyState.CLEARED, 3));
        assertThat(book.all()).isEmpty();
    }

    @Test
    void forgetsWhatACompleteAnswerDoesNotNameButNothingNewer() {
        book.onDiscrepancy(discrepancy(ID, DiscrepancyKind.POSITION, DiscrepancyState.OPEN, 1));

        book.onComplete(List.of(), NOW);
        assertThat(book.all()).hasSize(1);

        book.onComplete(List.of(), NOW.plusMillis(1));
        assertThat(book.all()).isEmpty();
    }

    private Piece firstRow() {
        return ((Part.Rows) panel.parts(NOW).getFirst()).rows().getFirst();
    }

    private static Discrepancy discrepancy(String id, DiscrepancyKind kind, DiscrepancyState state, long version) {
        return new Discrepancy(
                id,
                kind,
                "DU1234567",
                ContractId.of(1),
                "SPY",
                "",
                "10",
                "12",
                "positions",
                state,
                NOW,
                NOW,
                null,
                null,
                "",
                "",
                version,
                NOW);
    }
}
