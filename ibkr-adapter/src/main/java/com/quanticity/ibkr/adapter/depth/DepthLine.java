package com.quanticity.ibkr.adapter.depth;

import com.quanticity.ibkr.adapter.depth.book.DepthBook;
import com.quanticity.ibkr.gateway.request.DepthRequest.ReqMktDepth;
import com.quanticity.ibkr.model.contract.Contract;
import com.quanticity.ibkr.model.market.DepthTurn;
import org.jspecify.annotations.Nullable;

/** One request for depth with its book. Guarded by the desk's lock. */
final class DepthLine {

    final Contract contract;
    final ReqMktDepth request;
    final long connection;
    final DepthBook book;

    /** Readers of the stream have been told that their book is void. */
    boolean isVoid = true;

    boolean isServedTold;

    /** The slot it has, null before it is told. */
    @Nullable DepthTurn turn;

    /** The broker's last remark about it that did not end it. */
    String advisory = "";

    DepthLine(Contract contract, ReqMktDepth request, long connection, DepthBook book) {
        this.contract = contract;
        this.request = request;
        this.connection = connection;
        this.book = book;
    }

    int requestId() {
        return request.reqId();
    }

    String symbol() {
        return contract.symbol();
    }
}
