package com.quanticity.ibkr.risk.account;

import com.quanticity.ibkr.model.position.AccountValue;
import com.quanticity.ibkr.model.position.Position;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** The broker's figures and positions as this service knows them now. */
@RestController
@RequestMapping("/api/v1/account")
class AccountController {

    private final AccountViews views;
    private final Clock clock;

    /**
     * @param completeAt when the last complete answer ended, null when there was none on this connection
     * @param ageSeconds age of that answer, null likewise
     * @param values what was received last, complete or not
     */
    record SummaryAnswer(
            @Nullable Instant completeAt, @Nullable Long ageSeconds, List<AccountValue> values) {}

    /**
     * @param known false while the positions are not known; then {@code open} is what was known before
     * @param knownSince null while they are not known
     */
    record PositionsAnswer(boolean known, @Nullable Instant knownSince, List<Position> open) {}

    AccountController(AccountViews views, Clock clock) {
        this.views = views;
        this.clock = clock;
    }

    @GetMapping("/summary")
    SummaryAnswer summary() {
        SummaryBook.View view = views.summary().view();
        @Nullable Long age = views.summaryAge(clock.instant()).map(Duration::toSeconds).orElse(null);
        return new SummaryAnswer(view.completeAt(), age, List.copyOf(view.all()));
    }

    @GetMapping("/positions")
    PositionsAnswer positions() {
        PositionBook.View view = views.positions().view();
        return new PositionsAnswer(view.isKnown(), view.knownSince(), view.open());
    }
}
