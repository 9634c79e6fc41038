package com.quanticity.ibkr.simulator.session;

import com.quanticity.ibkr.simulator.desk.Client;
import com.quanticity.ibkr.simulator.desk.Desk;
import com.quanticity.ibkr.simulator.matching.OrderNumbers;
import com.quanticity.ibkr.simulator.wire.Event;
import com.quanticity.ibkr.simulator.wire.Request;
import java.time.InstantSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Answers what the session knows by itself: accounts, ids, the time. */
final class SessionDesk implements Desk<Request.SessionRequest> {

    private static final Logger log = LoggerFactory.getLogger(SessionDesk.class);

    private final String accounts;
    private final OrderNumbers numbers;
    private final InstantSource time;

    /**
     * A desk for one login.
     *
     * @param accounts comma separated codes
     */
    SessionDesk(String accounts, OrderNumbers numbers, InstantSource time) {
        this.accounts = accounts;
        this.numbers = numbers;
        this.time = time;
    }

    @Override
    public void serve(Client client, Request.SessionRequest request) {
        switch (request) {
            case Request.StartApi again -> log.debug("second START_API ignored clientId={}", again.clientId());
            case Request.OrderIds _ -> sendNextValidId(client);
            case Request.ManagedAccounts _ -> sendAccounts(client);
            case Request.CurrentTime _ ->
                client.send(Event.of("CURRENT_TIME").with("time", time.instant().getEpochSecond()));
            case Request.CurrentTimeInMillis _ ->
                client.send(Event.of("CURRENT_TIME_IN_MILLIS").with("timeInMillis", time.millis()));
            case Request.ServerLogLevel wanted -> logLevel(client, wanted.level());
            case Request.Verify verify ->
                client.sendMessage(
                        -1,
                        321,
                        "Error validating request.-'bN' : cause - " + verify.message()
                                + " is not supported: verification was withdrawn.");
        }
    }

    private static void logLevel(Client client, int level) {
        if (level < 1 || level > 5) {
            client.sendMessage(-1, 319, "Invalid log level " + level + ": give 1 to 5");
        } else {
            log.debug("log level noted clientId={} level={}", client.clientId(), level);
        }
    }

    void sendAccounts(Client client) {
        client.send(Event.of("MANAGED_ACCTS").with("accountsList", accounts));
    }

    void sendNextValidId(Client client) {
        client.send(Event.of("NEXT_VALID_ID").with("orderId", numbers.nextValidId(client.clientId())));
    }
}
