package com.quanticity.ibkr.gateway.inspect;

import static org.assertj.core.api.Assertions.assertThat;

import com.quanticity.ibkr.gateway.contract.GatewayContract;
import com.quanticity.ibkr.gateway.request.GatewayRequest;
import com.quanticity.ibkr.gateway.request.OrderRequest.PlaceOrder;
import com.quanticity.ibkr.gateway.request.OrderRequest.ReqGlobalCancel;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.ShrinkingMode;
import net.jqwik.api.constraints.IntRange;
import tools.jackson.databind.node.ObjectNode;

/** Generated requests of every type and version come back from the wire as they went. A failure names its seed. */
class RequestPropertyTest {

    @Property(tries = 2000, shrinking = ShrinkingMode.OFF)
    void comesBackFromTheWireAsItWent(
            @ForAll long seed, @ForAll ClientMessage message, @ForAll @IntRange(min = 176, max = 200) int version) {
        int spoken = message == ClientMessage.REQ_CURRENT_TIME_IN_MILLIS ? Math.max(version, 197) : version;
        RequestJson json = new RequestJson(spoken);
        GatewayRequest request = carried(message, new RandomRequests(new Random(seed), spoken).request(message.type()));

        ObjectNode shown = json.show(request);

        assertThat(shown.path("name").asString()).isEqualTo(message.name());
        assertThat(shown.has("extra")).isFalse();
        assertThat(json.request(shown)).isEqualTo(request);
    }

    @Property(tries = 500, shrinking = ShrinkingMode.OFF)
    void ordersComeBackFromTheWireAsTheyWent(@ForAll long seed, @ForAll @IntRange(min = 176, max = 200) int version) {
        comesBackFromTheWireAsItWent(seed, ClientMessage.PLACE_ORDER, version);
    }

    @Property(tries = 500, shrinking = ShrinkingMode.OFF)
    void writesTheSameBytesFromItsOwnJson(
            @ForAll long seed, @ForAll ClientMessage message, @ForAll @IntRange(min = 176, max = 200) int version) {
        int spoken = message == ClientMessage.REQ_CURRENT_TIME_IN_MILLIS ? Math.max(version, 197) : version;
        RequestJson json = new RequestJson(spoken);
        GatewayRequest request = new RandomRequests(new Random(seed), spoken).request(message.type());
        ObjectNode shown = json.show(request);

        byte[] frame = json.write(shown.toString());

        assertThat(json.read(frame)).isEqualTo(shown);
    }

    /** The same request without the members that its layout leaves out. */
    private static GatewayRequest carried(ClientMessage message, GatewayRequest request) {
        return switch (request) {
            case PlaceOrder order -> Carried.order(order);
            case ReqGlobalCancel cancel -> Carried.globalCancel(cancel);
            case GatewayRequest other ->
                RandomRequests.with(
                        other, GatewayContract.class, contract -> Carried.contract(message.type(), contract));
        };
    }
}
