package com.quanticity.ibkr.gateway.internal.wire;

import com.quanticity.ibkr.gateway.RawFrame;
import com.quanticity.ibkr.gateway.event.AccountEvent;
import com.quanticity.ibkr.gateway.event.ConnectionEvent;
import com.quanticity.ibkr.gateway.event.ConnectionEvent.ErrorMessage;
import com.quanticity.ibkr.gateway.event.ContractEvent;
import com.quanticity.ibkr.gateway.event.GatewayEvent;
import com.quanticity.ibkr.gateway.event.TickEvent;
import com.quanticity.ibkr.gateway.event.TradingEvent;
import com.quanticity.ibkr.gateway.event.UnreadEvent.MalformedFrame;
import com.quanticity.ibkr.gateway.event.UnreadEvent.UnknownMessage;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Turns a frame into exactly one event under the layout of the agreed version. Never throws: what cannot be read becomes
 * {@link MalformedFrame}, what is not spoken becomes {@link UnknownMessage}, both with the bytes. Belongs to one thread.
 */
public final class WireDecoder {

    private final int version;
    private final FieldReader in = new FieldReader();
    private final MarketDataDecoder marketData = new MarketDataDecoder(in);
    private final ContractDecoder contracts;
    private final OrderDecoder orders;
    private final AccountDecoder account;

    public WireDecoder(int serverVersion) {
        this.version = serverVersion;
        this.contracts = new ContractDecoder(in, serverVersion);
        this.orders = new OrderDecoder(in, serverVersion);
        this.account = new AccountDecoder(in, serverVersion);
    }

    /** Decodes the payload {@code start..end}; the bytes are not kept, except as a copy in the two error events. */
    public GatewayEvent decode(byte[] bytes, int start, int end) {
        in.reset(bytes, start, end);
        Integer messageId = null;
        try {
            messageId = in.integer("messageId");
            GatewayEvent event = decode(messageId);
            return event == null ? new UnknownMessage(messageId, RawFrame.copyOf(bytes, start, end)) : event;
        } catch (MalformedFieldException e) {
            return new MalformedFrame(messageId, String.valueOf(e.getMessage()), RawFrame.copyOf(bytes, start, end));
        }
    }

    private @Nullable GatewayEvent decode(int messageId) {
        return switch (messageId) {
            case InboundMessage.TICK_PRICE -> marketData.tickPrice();
            case InboundMessage.TICK_SIZE -> marketData.tickSize();
            case InboundMessage.TICK_GENERIC -> marketData.tickGeneric();
            case InboundMessage.TICK_STRING -> marketData.tickString();
            case InboundMessage.TICK_REQ_PARAMS -> marketData.tickReqParams();
            case InboundMessage.TICK_SNAPSHOT_END -> new TickEvent.TickSnapshotEnd(versionThenId());
            case InboundMessage.MARKET_DATA_TYPE -> marketData.marketDataType();
            case InboundMessage.ORDER_STATUS -> orders.orderStatus();
            case InboundMessage.OPEN_ORDER -> orders.openOrder();
            case InboundMessage.OPEN_ORDER_END -> new TradingEvent.OpenOrderEnd();
            case InboundMessage.COMPLETED_ORDER -> orders.completedOrder();
            case InboundMessage.COMPLETED_ORDERS_END -> new TradingEvent.CompletedOrdersEnd();
            case InboundMessage.EXECUTION_DATA -> account.execution();
            case InboundMessage.EXECUTION_DATA_END -> new TradingEvent.ExecDetailsEnd(versionThenId());
            case InboundMessage.COMMISSION_REPORT -> account.commission();
            case InboundMessage.POSITION_DATA -> account.position();
            case InboundMessage.POSITION_END -> new AccountEvent.PositionEnd();
            case InboundMessage.ACCOUNT_SUMMARY -> account.summary();
            case InboundMessage.ACCOUNT_SUMMARY_END -> new AccountEvent.AccountSummaryEnd(versionThenId());
            case InboundMessage.CONTRACT_DATA -> contracts.contractDetails();
            case InboundMessage.CONTRACT_DATA_END -> new ContractEvent.ContractDetailsEnd(versionThenId());
            case InboundMessage.ERR_MSG -> error();
            case InboundMessage.NEXT_VALID_ID -> new ConnectionEvent.NextValidId(versionThenId());
            case InboundMessage.MANAGED_ACCTS -> managedAccounts();
            case InboundMessage.CURRENT_TIME -> currentTime();
            default -> null;
        };
    }

    private int versionThenId() {
        in.skip("version");
        return in.integer("id");
    }

    private ErrorMessage error() {
        if (version < Version.ERROR_TIME) {
            in.skip("version");
        }
        int id = in.integer("id");
        int code = in.integer("errorCode");
        String text = in.escapedText("errorMsg");
        String rejectJson = in.escapedText("advancedOrderRejectJson");
        Instant time = version < Version.ERROR_TIME ? null : in.millisOrNull("errorTime");
        return new ErrorMessage(id, code, text, rejectJson, time);
    }

    /** The list may end in a comma. */
    private GatewayEvent managedAccounts() {
        in.skip("version");
        List<String> accounts = new ArrayList<>();
        for (String account : in.text("accountsList").split(",", -1)) {
            if (!account.isBlank()) {
                accounts.add(account.strip());
            }
        }
        return new ConnectionEvent.ManagedAccounts(accounts);
    }

    private GatewayEvent currentTime() {
        in.skip("version");
        long seconds = in.longInteger("time");
        try {
            return new ConnectionEvent.CurrentTime(Instant.ofEpochSecond(seconds));
        } catch (DateTimeException e) {
            throw new MalformedFieldException("time", "no time: " + seconds);
        }
    }
}
