package com.quanticity.ibkr.risk.dropcopy;

import com.quanticity.ibkr.model.dropcopy.DropCopyEvent.ExecutionSeen;
import com.quanticity.ibkr.model.dropcopy.DropCopyOrder;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Everybody's orders and executions as this service saw them. */
@RestController
@RequestMapping("/api/v1/drop-copy")
class DropCopyController {

    private final DropCopyBook book;
    private final DropCopyStore store;

    /**
     * @param known false while the open orders are not known; then {@code open} is what was known before
     * @param asOf when they were last read completely, null while they are not known
     */
    record OrdersAnswer(boolean known, @Nullable Instant asOf, List<DropCopyOrder> open) {}

    record ExecutionsAnswer(List<ExecutionSeen> executions) {}

    DropCopyController(DropCopyBook book, DropCopyStore store) {
        this.book = book;
        this.store = store;
    }

    @GetMapping("/orders")
    OrdersAnswer orders() {
        DropCopyBook.View view = book.view();
        return new OrdersAnswer(view.asOf() != null, view.asOf(), view.open());
    }

    /** Newest first. */
    @GetMapping("/executions")
    ExecutionsAnswer executions(@RequestParam(defaultValue = "50") @Min(1) @Max(500) int limit) {
        return new ExecutionsAnswer(store.executions(limit));
    }
}
