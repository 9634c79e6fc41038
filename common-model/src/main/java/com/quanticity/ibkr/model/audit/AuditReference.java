package com.quanticity.ibkr.model.audit;

import com.quanticity.ibkr.model.order.OrderId;
import com.quanticity.ibkr.model.order.PermId;
import com.quanticity.ibkr.model.session.ClientId;
import org.jspecify.annotations.Nullable;

/**
 * The ids that tie an audit entry to what it is about; each is null when it does not apply or is not known.
 *
 * @param clientOrderId our order id as text, also one that another program set
 * @param clientId session
 * @param orderId order number within the session
 * @param permId the broker's account-wide number
 * @param execId the broker's execution id
 * @param commandId operator command or request
 * @param account account number in full: the record is for those who may see it, only logs mask it
 */
public record AuditReference(
        @Nullable String clientOrderId,
        @Nullable ClientId clientId,
        @Nullable OrderId orderId,
        @Nullable PermId permId,
        @Nullable String execId,
        @Nullable String commandId,
        @Nullable String account) {

    public static final AuditReference NONE = new AuditReference(null, null, null, null, null, null, null);

    /** An operator command, {@link #NONE} when the id is empty. */
    public static AuditReference toCommand(String commandId) {
        return commandId.isEmpty() ? NONE : new AuditReference(null, null, null, null, null, commandId, null);
    }

    /** A session. */
    public static AuditReference toSession(ClientId clientId) {
        return new AuditReference(null, clientId, null, null, null, null, null);
    }

    /** An order by our id alone. */
    public static AuditReference toOrder(@Nullable String clientOrderId, @Nullable String account) {
        return new AuditReference(clientOrderId, null, null, null, null, null, account);
    }
}
