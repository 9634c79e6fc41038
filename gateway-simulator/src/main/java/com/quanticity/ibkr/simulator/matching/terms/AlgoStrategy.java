package com.quanticity.ibkr.simulator.matching.terms;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;

/** The algorithms of the protocol and the parameters each takes. Source: tws-wire orders.md, section 2. */
public enum AlgoStrategy {
    ADAPTIVE("Adaptive", "adaptivePriority=Urgent|Normal|Patient"),
    TWAP(
            "Twap",
            "strategyType=Marketable|Matching|Midpoint|Matching Same Side|Matching Last",
            "startTime=time",
            "endTime=time",
            "allowPastEndTime=flag"),
    VWAP(
            "Vwap",
            "maxPctVol=part",
            "startTime=time",
            "endTime=time",
            "allowPastEndTime=flag",
            "noTakeLiq=flag",
            "speedUp=flag"),
    ARRIVAL_PRICE(
            "ArrivalPx",
            "maxPctVol=rate",
            "riskAversion=Get Done|Aggressive|Neutral|Passive",
            "startTime=time",
            "endTime=time",
            "forceCompletion=flag",
            "allowPastEndTime=flag"),
    DARK_ICE("DarkIce", "displaySize=count", "startTime=time", "endTime=time", "allowPastEndTime=flag"),
    PERCENT_OF_VOLUME("PctVol", "pctVol=rate", "startTime=time", "endTime=time", "noTakeLiq=flag"),
    ACCUMULATE_DISTRIBUTE(
            "AD",
            "componentSize=count",
            "timeBetweenOrders=count",
            "randomizeTime20=flag",
            "randomizeSize55=flag",
            "giveUp=whole",
            "catchUp=flag",
            "waitForFill=flag",
            "activeTimeStart=time",
            "activeTimeEnd=time"),
    CLOSE_PRICE(
            "ClosePx",
            "maxPctVol=rate",
            "riskAversion=Get Done|Aggressive|Neutral|Passive",
            "startTime=time",
            "forceCompletion=flag"),
    BALANCE_IMPACT_RISK(
            "BalanceImpactRisk",
            "maxPctVol=rate",
            "riskAversion=Get Done|Aggressive|Neutral|Passive",
            "forceCompletion=flag"),
    MINIMISE_IMPACT("MinImpact", "maxPctVol=rate"),
    PERCENT_OF_VOLUME_BY_PRICE(
            "PctVolPx",
            "pctVol=rate",
            "deltaPctVol=rate",
            "minPctVol4Px=rate",
            "maxPctVol4Px=rate",
            "startTime=time",
            "endTime=time",
            "noTakeLiq=flag"),
    PERCENT_OF_VOLUME_BY_SIZE(
            "PctVolSz", "startPctVol=rate", "endPctVol=rate", "startTime=time", "endTime=time", "noTakeLiq=flag"),
    PERCENT_OF_VOLUME_BY_TIME(
            "PctVolTm", "startPctVol=rate", "endPctVol=rate", "startTime=time", "endTime=time", "noTakeLiq=flag");

    private final String wireText;
    private final Map<String, Form> parameters = new TreeMap<>();

    AlgoStrategy(String wireText, String... parameters) {
        this.wireText = wireText;
        for (String parameter : parameters) {
            int equals = parameter.indexOf('=');
            this.parameters.put(parameter.substring(0, equals), Form.of(parameter.substring(equals + 1)));
        }
    }

    public String wireText() {
        return wireText;
    }

    /** What a parameter's text must look like; empty for a tag the algorithm does not have. */
    public Optional<Form> form(String tag) {
        return Optional.ofNullable(parameters.get(tag));
    }

    public static Optional<AlgoStrategy> of(String wireText) {
        return Stream.of(values())
                .filter(each -> each.wireText.equals(wireText))
                .findFirst();
    }

    /** What a parameter's text must look like. */
    public sealed interface Form {

        record Choice(List<String> words) implements Form {}

        /** A part of the volume, above 0 and at most 1. */
        record Rate() implements Form {}

        /** A part of the volume from 0.1 to 0.5. */
        record Part() implements Form {}

        /** A whole number above 0. */
        record Count() implements Form {}

        /** A whole number, 0 included. */
        record Whole() implements Form {}

        record Flag() implements Form {}

        record Time() implements Form {}

        private static Form of(String text) {
            return switch (text) {
                case "rate" -> new Rate();
                case "part" -> new Part();
                case "count" -> new Count();
                case "whole" -> new Whole();
                case "flag" -> new Flag();
                case "time" -> new Time();
                default -> new Choice(List.of(text.split("\\|")));
            };
        }
    }
}
