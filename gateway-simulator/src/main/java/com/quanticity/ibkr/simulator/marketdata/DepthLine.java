package com.quanticity.ibkr.simulator.marketdata;

import com.quanticity.ibkr.simulator.desk.Client;
import com.quanticity.ibkr.simulator.market.Book;
import com.quanticity.ibkr.simulator.market.BookOperation;
import com.quanticity.ibkr.simulator.market.BookRow;
import com.quanticity.ibkr.simulator.market.SymbolMarket;
import com.quanticity.ibkr.simulator.wire.Event;
import java.util.List;

/** One depth subscription: tells the operations that lead from the rows told last to those of now. */
final class DepthLine {

    private static final int ASK = 0;
    private static final int BID = 1;

    private final Client client;
    private final int requestId;
    private final SymbolMarket symbol;
    private final DepthView view;
    private final int rows;
    private Book told = Book.EMPTY;

    DepthLine(Client client, int requestId, SymbolMarket symbol, DepthView view, int rows) {
        this.client = client;
        this.requestId = requestId;
        this.symbol = symbol;
        this.view = view;
        this.rows = rows;
    }

    Client client() {
        return client;
    }

    int requestId() {
        return requestId;
    }

    SymbolMarket symbol() {
        return symbol;
    }

    boolean isSmart() {
        return view.isSmart();
    }

    /** The one exchange that it shows, empty for SMART depth. */
    String exchange() {
        return view.exchange();
    }

    /** Tells what has changed. */
    void tell() {
        Book now = view.of(symbol.book());
        List<BookRow> bids = top(now.bids());
        List<BookRow> asks = top(now.asks());
        BookOperation.between(told.bids(), bids, rows).forEach(operation -> send(operation, BID));
        BookOperation.between(told.asks(), asks, rows).forEach(operation -> send(operation, ASK));
        told = new Book(bids, asks);
    }

    /** Takes everything back and tells it anew. */
    void reset() {
        told = Book.EMPTY;
        client.sendMessage(
                requestId,
                317,
                "Market depth data has been RESET. Please empty deep book contents before applying any new entries.");
        tell();
    }

    private List<BookRow> top(List<BookRow> all) {
        return all.size() > rows ? all.subList(0, rows) : all;
    }

    private void send(BookOperation operation, int side) {
        Event event = Event.of(view.hasMakers() ? "MARKET_DEPTH_L2" : "MARKET_DEPTH")
                .with("reqId", requestId)
                .with("position", operation.position())
                .with("operation", operation.kind().code())
                .with("side", side)
                .with("price", operation.shownPrice())
                .with("size", operation.shownSize());
        if (view.hasMakers()) {
            event.with("marketMaker", operation.row().maker()).with("isSmartDepth", view.isSmart() ? 1 : 0);
        }
        client.send(event);
    }
}
