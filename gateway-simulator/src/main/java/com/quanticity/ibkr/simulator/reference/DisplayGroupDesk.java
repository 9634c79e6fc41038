package com.quanticity.ibkr.simulator.reference;

import com.quanticity.ibkr.simulator.desk.Client;
import com.quanticity.ibkr.simulator.desk.Desk;
import com.quanticity.ibkr.simulator.wire.Event;
import com.quanticity.ibkr.simulator.wire.Request;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Groups of windows that show the same contract: who changes one tells all that subscribe to it. */
public final class DisplayGroupDesk implements Desk<Request.DisplayGroupRequest> {

    private static final int GROUPS = 7;
    private static final String NOTHING = "none";

    private final Map<Integer, String> shown = new HashMap<>();
    private final List<Subscription> subscriptions = new ArrayList<>();

    @Override
    public void serve(Client client, Request.DisplayGroupRequest request) {
        switch (request) {
            case Request.QueryDisplayGroups wanted ->
                client.send(Event.of("DISPLAY_GROUP_LIST")
                        .with("reqId", wanted.requestId())
                        .with("groups", "1|2|3|4|5|6|7"));
            case Request.SubscribeToGroup wanted -> subscribe(client, wanted);
            case Request.UpdateDisplayGroup wanted -> update(client, wanted);
            case Request.UnsubscribeFromGroup wanted ->
                subscriptionOf(client, wanted.requestId()).ifPresent(subscriptions::remove);
        }
    }

    @Override
    public void onClosed(Client client) {
        subscriptions.removeIf(subscription -> subscription.client() == client);
    }

    private void subscribe(Client client, Request.SubscribeToGroup request) {
        if (request.groupId() < 1 || request.groupId() > GROUPS) {
            refuse(client, request.requestId(), "Display group " + request.groupId() + " does not exist: give 1 to 7");
        } else if (subscriptionOf(client, request.requestId()).isPresent()) {
            client.sendMessage(
                    request.requestId(), 322, "Error processing request.-'bN' : cause - Duplicate request id");
        } else {
            Subscription subscription = new Subscription(client, request.requestId(), request.groupId());
            subscriptions.add(subscription);
            tell(subscription);
        }
    }

    private void update(Client client, Request.UpdateDisplayGroup request) {
        Optional<Subscription> subscription = subscriptionOf(client, request.requestId());
        if (subscription.isEmpty()) {
            refuse(client, request.requestId(), "No display group is subscribed with this id: subscribe first");
        } else if (!request.contractInfo().matches("none|combo|\\d+(@\\w+)?")) {
            refuse(client, request.requestId(), "Contract info must be none, combo, or an id such as 8314@SMART");
        } else {
            int group = subscription.get().groupId();
            shown.put(group, request.contractInfo());
            subscriptions.stream().filter(each -> each.groupId() == group).forEach(this::tell);
        }
    }

    private void tell(Subscription subscription) {
        subscription
                .client()
                .send(Event.of("DISPLAY_GROUP_UPDATED")
                        .with("reqId", subscription.requestId())
                        .with("contractInfo", shown.getOrDefault(subscription.groupId(), NOTHING)));
    }

    private Optional<Subscription> subscriptionOf(Client client, int requestId) {
        return subscriptions.stream()
                .filter(each -> each.client() == client && each.requestId() == requestId)
                .findFirst();
    }

    private static void refuse(Client client, int requestId, String cause) {
        client.sendMessage(requestId, 321, "Error validating request.-'bN' : cause - " + cause);
    }

    private record Subscription(Client client, int requestId, int groupId) {}
}
