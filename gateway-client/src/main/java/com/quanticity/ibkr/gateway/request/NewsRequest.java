package com.quanticity.ibkr.gateway.request;

/** Bulletins and news providers. */
public sealed interface NewsRequest extends GatewayRequest {

    /**
     * Starts the broker's bulletins.
     *
     * @param allMsgs also those already issued today
     */
    record ReqNewsBulletins(boolean allMsgs) implements NewsRequest {}

    record CancelNewsBulletins() implements NewsRequest {}

    /** Asks for the news providers of the login. */
    record ReqNewsProviders() implements NewsRequest {}
}
