package com.quanticity.ibkr.adapter.depth;

import com.quanticity.ibkr.adapter.depth.book.BookSnapshot;
import com.quanticity.ibkr.model.contract.ContractId;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * The book of a symbol as REST and routing see it.
 *
 * @param contractId null when the contract is not resolved
 * @param requestId ticker id of its subscription, 0 when it has none
 * @param connection number of the gateway connection, 0 when it has none
 * @param isSmart rows of several exchanges in one book
 * @param isValid whether it may be used
 * @param age since the last message about it, null when there was none
 * @param advisory the broker's last remark that did not end the request, empty when none came
 */
public record DepthBookView(
        String symbol,
        @Nullable ContractId contractId,
        int requestId,
        long connection,
        boolean isSmart,
        boolean isValid,
        @Nullable Duration age,
        String advisory,
        BookSnapshot book) {}
