package com.quanticity.ibkr.gateway.inspect;

/** The blocks of contract fields that several requests share. */
final class ContractLayout {

    private static final String CONTRACT = "contract";

    private ContractLayout() {}

    /** Twelve fields. */
    static void contract(MessageFields in) {
        in.in(CONTRACT, it -> {
            upToExchange(it);
            it.text("primaryExchange");
            fromCurrency(it);
        });
    }

    static void exercised(MessageFields in) {
        in.in(CONTRACT, it -> {
            upToExchange(it);
            fromCurrency(it);
        });
    }

    static void expired(MessageFields in) {
        in.in(CONTRACT, it -> it.flag("includeExpired"));
    }

    static void securityId(MessageFields in) {
        in.in(CONTRACT, it -> it.text("secIdType").text("secId"));
    }

    static boolean isCombo(MessageFields in) {
        return in.member(CONTRACT, "secType").equals("BAG");
    }

    static void queryLegs(MessageFields in) {
        if (isCombo(in)) {
            in.in(CONTRACT, it -> it.group("legs", ContractLayout::leg));
        }
    }

    static void orderLegs(MessageFields in) {
        in.in(
                CONTRACT,
                it -> it.group("legs", leg -> {
                    leg(leg);
                    leg.integer("openClose")
                            .integer("shortSaleSlot")
                            .text("designatedLocation")
                            .integerUnless(-1, "exemptCode");
                }));
    }

    static void deltaNeutral(MessageFields in) {
        in.in(CONTRACT, it -> {
            it.flag("deltaNeutralContract");
            if (it.current().remove("deltaNeutralContract") != null) {
                it.in(
                        "deltaNeutralContract",
                        hedge -> hedge.integer("conId").number("delta").number("price"));
            }
        });
    }

    private static void leg(MessageFields leg) {
        leg.integer("conId").integer("ratio").text("action").text("exchange");
    }

    private static void upToExchange(MessageFields in) {
        in.integer("conId")
                .text("symbol")
                .text("secType")
                .text("lastTradeDateOrContractMonth")
                .number("strike")
                .text("right")
                .text("multiplier")
                .text("exchange");
    }

    private static void fromCurrency(MessageFields in) {
        in.text("currency").text("localSymbol").text("tradingClass");
    }
}
