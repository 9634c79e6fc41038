package com.quanticity.ibkr.gateway.internal.wire.event;

import com.quanticity.ibkr.gateway.RawFrame;
import com.quanticity.ibkr.gateway.event.AccountEvent;
import com.quanticity.ibkr.gateway.event.ConnectionEvent;
import com.quanticity.ibkr.gateway.event.ContractEvent;
import com.quanticity.ibkr.gateway.event.GatewayEvent;
import com.quanticity.ibkr.gateway.event.TickEvent;
import com.quanticity.ibkr.gateway.event.TradingEvent;
import com.quanticity.ibkr.gateway.event.UnreadEvent.MalformedFrame;
import com.quanticity.ibkr.gateway.event.UnreadEvent.UnknownMessage;
import com.quanticity.ibkr.gateway.internal.wire.field.FieldReader;
import com.quanticity.ibkr.gateway.internal.wire.field.MalformedFieldException;
import org.jspecify.annotations.Nullable;

/**
 * Turns a frame into exactly one event under the layout of the agreed version. Never throws: what cannot be read becomes
 * {@link MalformedFrame}, what is not known becomes {@link UnknownMessage}, both with the bytes. Belongs to one thread.
 */
public final class WireDecoder {

    private final FieldReader in = new FieldReader();
    private final TickDecoder ticks = new TickDecoder(in);
    private final TickByTickDecoder tickByTick = new TickByTickDecoder(in);
    private final DepthDecoder depth = new DepthDecoder(in);
    private final ReferenceDecoder reference = new ReferenceDecoder(in);
    private final AccountDecoder account = new AccountDecoder(in);
    private final HistoricalTickDecoder pastTicks = new HistoricalTickDecoder(in);
    private final NewsDecoder news = new NewsDecoder(in);
    private final ScannerDecoder scanner = new ScannerDecoder(in);
    private final ConnectionDecoder connection;
    private final ContractDecoder contracts;
    private final BondDecoder bonds;
    private final OrderDecoder orders;
    private final ExecutionDecoder executions;
    private final HistoryDecoder history;

    public WireDecoder(int serverVersion) {
        this.connection = new ConnectionDecoder(in, serverVersion);
        this.contracts = new ContractDecoder(in, serverVersion);
        this.bonds = new BondDecoder(in, serverVersion);
        this.orders = new OrderDecoder(in, serverVersion);
        this.executions = new ExecutionDecoder(in, serverVersion);
        this.history = new HistoryDecoder(in, serverVersion);
    }

    /** Decodes the payload {@code start..end}; the bytes are not kept, except as a copy in the two error events. */
    public GatewayEvent decode(byte[] bytes, int start, int end) {
        in.reset(bytes, start, end);
        int messageId;
        try {
            messageId = in.integer("messageId");
        } catch (MalformedFieldException e) {
            return new MalformedFrame(null, e.problem(), RawFrame.copyOf(bytes, start, end));
        }
        try {
            GatewayEvent event = decode(messageId);
            return event == null ? new UnknownMessage(messageId, RawFrame.copyOf(bytes, start, end)) : event;
        } catch (MalformedFieldException e) {
            return new MalformedFrame(messageId, e.problem(), RawFrame.copyOf(bytes, start, end));
        }
    }

    /** The messages that come by the million; the others have a routine of their own, to keep this one small. */
    private @Nullable GatewayEvent decode(int messageId) {
        return switch (messageId) {
            case InboundMessage.TICK_PRICE -> ticks.tickPrice();
            case InboundMessage.TICK_SIZE -> ticks.tickSize();
            case InboundMessage.TICK_BY_TICK -> tickByTick.tick();
            case InboundMessage.MARKET_DEPTH -> depth.row();
            case InboundMessage.MARKET_DEPTH_L2 -> depth.rowL2();
            case InboundMessage.TICK_STRING -> ticks.tickString();
            case InboundMessage.TICK_GENERIC -> ticks.tickGeneric();
            case InboundMessage.TICK_OPTION_COMPUTATION -> ticks.optionComputation();
            case InboundMessage.ORDER_STATUS -> orders.orderStatus();
            case InboundMessage.OPEN_ORDER -> orders.openOrder();
            case InboundMessage.EXECUTION_DATA -> executions.execution();
            case InboundMessage.COMMISSION_REPORT -> executions.commission();
            default -> decodeMarket(messageId);
        };
    }

    private @Nullable GatewayEvent decodeMarket(int messageId) {
        return switch (messageId) {
            case InboundMessage.TICK_EFP -> ticks.efp();
            case InboundMessage.TICK_REQ_PARAMS -> ticks.tickReqParams();
            case InboundMessage.TICK_SNAPSHOT_END -> new TickEvent.TickSnapshotEnd(versionThenId());
            case InboundMessage.MARKET_DATA_TYPE -> ticks.marketDataType();
            case InboundMessage.REROUTE_MKT_DATA_REQ -> ticks.reroute();
            case InboundMessage.REROUTE_MKT_DEPTH_REQ -> depth.reroute();
            case InboundMessage.MKT_DEPTH_EXCHANGES -> depth.exchanges();
            case InboundMessage.REAL_TIME_BARS -> history.realtimeBar();
            case InboundMessage.HISTORICAL_DATA -> history.bars();
            case InboundMessage.HISTORICAL_DATA_END -> history.barsEnd();
            case InboundMessage.HISTORICAL_DATA_UPDATE -> history.barUpdate();
            case InboundMessage.HEAD_TIMESTAMP -> history.headTimestamp();
            case InboundMessage.HISTORICAL_SCHEDULE -> history.schedule();
            case InboundMessage.HISTOGRAM_DATA -> history.histogram();
            case InboundMessage.HISTORICAL_TICKS -> pastTicks.midPoints();
            case InboundMessage.HISTORICAL_TICKS_BID_ASK -> pastTicks.quotes();
            case InboundMessage.HISTORICAL_TICKS_LAST -> pastTicks.trades();
            case InboundMessage.CONTRACT_DATA -> contracts.contractDetails();
            case InboundMessage.BOND_CONTRACT_DATA -> bonds.details();
            case InboundMessage.CONTRACT_DATA_END -> new ContractEvent.ContractDetailsEnd(versionThenId());
            case InboundMessage.SYMBOL_SAMPLES -> reference.symbolSamples();
            case InboundMessage.SECURITY_DEFINITION_OPTION_PARAMETER -> reference.optionParameters();
            case InboundMessage.SECURITY_DEFINITION_OPTION_PARAMETER_END ->
                new ContractEvent.SecurityDefinitionOptionalParameterEnd(in.integer("reqId"));
            case InboundMessage.MARKET_RULE -> reference.marketRule();
            case InboundMessage.SMART_COMPONENTS -> reference.smartComponents();
            case InboundMessage.FUNDAMENTAL_DATA -> reference.fundamentalData();
            case InboundMessage.SCANNER_PARAMETERS -> scanner.parameters();
            case InboundMessage.SCANNER_DATA -> scanner.data();
            default -> decodeNews(messageId);
        };
    }

    private @Nullable GatewayEvent decodeNews(int messageId) {
        return switch (messageId) {
            case InboundMessage.TICK_NEWS -> news.tickNews();
            case InboundMessage.NEWS_BULLETINS -> news.bulletin();
            case InboundMessage.NEWS_PROVIDERS -> news.providers();
            case InboundMessage.NEWS_ARTICLE -> news.article();
            case InboundMessage.HISTORICAL_NEWS -> news.historicalNews();
            case InboundMessage.HISTORICAL_NEWS_END -> news.historicalNewsEnd();
            case InboundMessage.WSH_META_DATA -> news.wshMetaData();
            case InboundMessage.WSH_EVENT_DATA -> news.wshEventData();
            default -> decodeAccount(messageId);
        };
    }

    private @Nullable GatewayEvent decodeAccount(int messageId) {
        return switch (messageId) {
            case InboundMessage.COMPLETED_ORDER -> orders.completedOrder();
            case InboundMessage.COMPLETED_ORDERS_END -> new TradingEvent.CompletedOrdersEnd();
            case InboundMessage.OPEN_ORDER_END -> new TradingEvent.OpenOrderEnd();
            case InboundMessage.EXECUTION_DATA_END -> new TradingEvent.ExecDetailsEnd(versionThenId());
            case InboundMessage.ORDER_BOUND -> executions.orderBound();
            case InboundMessage.DELTA_NEUTRAL_VALIDATION -> executions.deltaNeutralValidation();
            case InboundMessage.ACCOUNT_SUMMARY -> account.summary();
            case InboundMessage.ACCOUNT_SUMMARY_END -> new AccountEvent.AccountSummaryEnd(versionThenId());
            case InboundMessage.ACCT_VALUE -> account.value();
            case InboundMessage.PORTFOLIO_VALUE -> account.portfolio();
            case InboundMessage.ACCT_UPDATE_TIME -> account.updateTime();
            case InboundMessage.ACCT_DOWNLOAD_END -> account.downloadEnd();
            case InboundMessage.ACCOUNT_UPDATE_MULTI -> account.updateMulti();
            case InboundMessage.ACCOUNT_UPDATE_MULTI_END -> new AccountEvent.AccountUpdateMultiEnd(versionThenId());
            case InboundMessage.POSITION_DATA -> account.position();
            case InboundMessage.POSITION_END -> new AccountEvent.PositionEnd();
            case InboundMessage.POSITION_MULTI -> account.positionMulti();
            case InboundMessage.POSITION_MULTI_END -> new AccountEvent.PositionMultiEnd(versionThenId());
            case InboundMessage.PNL -> account.pnl();
            case InboundMessage.PNL_SINGLE -> account.pnlSingle();
            case InboundMessage.FAMILY_CODES -> account.familyCodes();
            case InboundMessage.SOFT_DOLLAR_TIERS -> account.softDollarTiers();
            case InboundMessage.RECEIVE_FA -> account.receiveFa();
            case InboundMessage.REPLACE_FA_END -> account.replaceFaEnd();
            default -> decodeConnection(messageId);
        };
    }

    private @Nullable GatewayEvent decodeConnection(int messageId) {
        return switch (messageId) {
            case InboundMessage.ERR_MSG -> connection.error();
            case InboundMessage.NEXT_VALID_ID -> new ConnectionEvent.NextValidId(versionThenId());
            case InboundMessage.MANAGED_ACCTS -> connection.managedAccounts();
            case InboundMessage.CURRENT_TIME -> connection.currentTime();
            case InboundMessage.CURRENT_TIME_IN_MILLIS -> connection.currentTimeInMillis();
            case InboundMessage.USER_INFO -> connection.userInfo();
            case InboundMessage.DISPLAY_GROUP_LIST -> connection.displayGroups();
            case InboundMessage.DISPLAY_GROUP_UPDATED -> connection.displayGroupUpdated();
            case InboundMessage.VERIFY_MESSAGE_API,
                    InboundMessage.VERIFY_COMPLETED,
                    InboundMessage.VERIFY_AND_AUTH_MESSAGE_API,
                    InboundMessage.VERIFY_AND_AUTH_COMPLETED -> connection.verification(messageId);
            case InboundMessage.END_CONN -> new ConnectionEvent.EndOfConnection();
            // A message of a later gateway: the caller reports it, the next frame is fine.
            default -> null;
        };
    }

    private int versionThenId() {
        in.skip("version");
        return in.integer("id");
    }
}
