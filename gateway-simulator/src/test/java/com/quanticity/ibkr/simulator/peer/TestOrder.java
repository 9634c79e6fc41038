package com.quanticity.ibkr.simulator.peer;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Spells any stock order by hand at version 200; what a test does not set is unset as the official Java client does. */
public final class TestOrder {

    private static final String MAX_INT = "2147483647";
    private static final String MAX_DOUBLE = "1.7976931348623157E308";

    /** Every field that is always there, in wire order, with its unset spelling. */
    private static final String FIELDS = """
            orderId=1,conId=0,symbol=IBM,secType=STK,expiry=,strike=0.0,right=,multiplier=,exchange=SMART,primary=,
            currency=USD,localSymbol=,tradingClass=,secIdType=,secId=,action=BUY,totalQuantity=100,orderType=MKT,
            lmtPrice=,auxPrice=,tif=DAY,ocaGroup=,account=,openClose=,origin=0,orderRef=,transmit=1,parentId=0,
            blockOrder=0,sweepToFill=0,displaySize=0,triggerMethod=0,outsideRth=0,hidden=0,LEGS,sharesAllocation=,
            discretionaryAmt=MAXD,goodAfterTime=,goodTillDate=,faGroup=,faMethod=,faPercentage=,modelCode=,
            shortSaleSlot=0,designatedLocation=,exemptCode=-1,ocaType=0,rule80A=,settlingFirm=,allOrNone=0,minQty=,
            percentOffset=,eTradeOnly=0,firmQuoteOnly=0,nbboPriceCap=,auctionStrategy=,startingPrice=,stockRefPrice=,
            delta=,stockRangeLower=,stockRangeUpper=,overridePercentageConstraints=0,volatility=,volatilityType=MAXI,
            deltaNeutralOrderType=,deltaNeutralAuxPrice=,DELTA,continuousUpdate=0,referencePriceType=MAXI,trailStopPrice=,
            trailingPercent=,scaleInitLevelSize=,scaleSubsLevelSize=,scalePriceIncrement=,SCALE,scaleTable=,
            activeStartTime=,activeStopTime=,hedgeType=,HEDGE,optOutSmartRouting=0,clearingAccount=,clearingIntent=,
            notHeld=0,deltaNeutralContract=0,algoStrategy=,ALGO,algoId=,whatIf=0,orderMiscOptions=,solicited=0,
            randomizeSize=0,randomizePrice=0,BENCH,CONDITIONS,adjustedOrderType=,triggerPrice=MAXD,
            lmtPriceOffset=MAXD,adjustedStopPrice=MAXD,adjustedStopLimitPrice=MAXD,adjustedTrailingAmount=MAXD,
            adjustableTrailingUnit=0,extOperator=,tierName=,tierValue=,cashQty=,mifid1=,mifid2=,mifid3=,mifid4=,
            dontUseAutoPriceForHedge=0,isOmsContainer=0,discretionaryUpToLimitPrice=0,usePriceMgmtAlgo=,duration=MAXI,
            postToAts=MAXI,autoCancelParent=0,advancedErrorOverride=,manualOrderTime=,PEGS,customerAccount=,
            professionalCustomer=0,includeOvernight=0,manualOrderIndicator=MAXI,imbalanceOnly=0
            """;

    private final Map<String, String> values = new LinkedHashMap<>();
    private final Map<String, List<String>> parts = new LinkedHashMap<>();

    private TestOrder() {
        for (String field : FIELDS.replace("\n", "").split(",")) {
            int equals = field.indexOf('=');
            values.put(
                    equals < 0 ? field : field.substring(0, equals),
                    equals < 0
                            ? ""
                            : field.substring(equals + 1)
                                    .replace("MAXD", MAX_DOUBLE)
                                    .replace("MAXI", MAX_INT));
        }
    }

    /** A market order for 100 IBM, to be changed from there. */
    public static TestOrder of(int orderId) {
        return new TestOrder().with("orderId", orderId);
    }

    public static TestOrder buy(int orderId, Object quantity, String type) {
        return of(orderId).with("totalQuantity", quantity).with("orderType", type);
    }

    public static TestOrder sell(int orderId, Object quantity, String type) {
        return buy(orderId, quantity, type).with("action", "SELL");
    }

    public TestOrder with(String field, Object value) {
        if (values.replace(field, String.valueOf(value)) == null) {
            throw new IllegalArgumentException("no field " + field);
        }
        return this;
    }

    public TestOrder limit(Object price) {
        return with("lmtPrice", price);
    }

    public TestOrder aux(Object price) {
        return with("auxPrice", price);
    }

    public TestOrder tif(String tif) {
        return with("tif", tif);
    }

    public TestOrder child(int parentId) {
        return with("parentId", parentId);
    }

    public TestOrder staged() {
        return with("transmit", 0);
    }

    public TestOrder oca(String group, int type) {
        return with("ocaGroup", group).with("ocaType", type);
    }

    /** Tags and values in turn. */
    public TestOrder algo(String strategy, String... tagsAndValues) {
        List<String> algo = new ArrayList<>(List.of(Integer.toString(tagsAndValues.length / 2)));
        algo.addAll(List.of(tagsAndValues));
        parts.put("ALGO", algo);
        return with("algoStrategy", strategy);
    }

    public TestOrder hedge(String type, String parameter) {
        parts.put("HEDGE", List.of(parameter));
        return with("hedgeType", type);
    }

    /** A volatility order that hedges its fills with orders of a type. */
    public TestOrder deltaNeutral(String type) {
        parts.put("DELTA", List.of("0", "", "", "", "", "0", "0", ""));
        return with("deltaNeutralOrderType", type);
    }

    public TestOrder scale(int first, int next, String step) {
        parts.put("SCALE", List.of("", "", "", "0", "", "", "0"));
        return with("scaleInitLevelSize", first)
                .with("scaleSubsLevelSize", next)
                .with("scalePriceIncrement", step);
    }

    /** A scale order whose limit moves by an amount each so many seconds, and whose components are closed at an offset. */
    public TestOrder scaleMore(Object drift, Object seconds, Object profitOffset) {
        parts.put("SCALE", List.of(drift.toString(), seconds.toString(), profitOffset.toString(), "0", "", "", "0"));
        return this;
    }

    /** The fields of one condition from its type on. */
    public TestOrder condition(String... fields) {
        parts.computeIfAbsent("CONDITIONS", any -> new ArrayList<>()).addAll(List.of(fields));
        conditions++;
        return this;
    }

    private int conditions;
    private boolean conditionsCancel;

    public TestOrder cancellingConditions() {
        conditionsCancel = true;
        return this;
    }

    public TestOrder benchmark(int conId, String change, String referenceChange) {
        parts.put("BENCH", List.of(Integer.toString(conId), "0", change, referenceChange, ""));
        return this;
    }

    /** Contract ids, ratios and actions of a combination's legs in turn. */
    public TestOrder legs(Object... idsRatiosActions) {
        List<String> legs = new ArrayList<>(List.of(Integer.toString(idsRatiosActions.length / 3)));
        for (int i = 0; i < idsRatiosActions.length; i += 3) {
            legs.addAll(List.of(
                    idsRatiosActions[i].toString(),
                    idsRatiosActions[i + 1].toString(),
                    idsRatiosActions[i + 2].toString(),
                    "SMART",
                    "0",
                    "0",
                    "",
                    "-1"));
        }
        legs.addAll(List.of("0", "0"));
        parts.put("LEGS", legs);
        return with("secType", "BAG").with("symbol", "IBM,XOM");
    }

    public Object[] frame() {
        List<Object> frame = new ArrayList<>(List.of("3"));
        values.forEach((name, value) -> {
            switch (name) {
                case "LEGS", "DELTA", "SCALE", "HEDGE", "ALGO", "BENCH", "PEGS" ->
                    frame.addAll(parts.getOrDefault(name, List.of()));
                case "CONDITIONS" -> addConditions(frame);
                default -> frame.add(value);
            }
        });
        return frame.toArray();
    }

    private void addConditions(List<Object> frame) {
        frame.add(Integer.toString(conditions));
        if (conditions > 0) {
            frame.addAll(parts.getOrDefault("CONDITIONS", List.of()));
            frame.add("1");
            frame.add(conditionsCancel ? "1" : "0");
        }
    }
}
