package com.quanticity.ibkr.execution.parent;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Algorithms and their children, under {@code ibkr.execution.parents}.
 *
 * @param childPause shortest time between two children of a parent, so that what a pause left due does not go out in one blow; 1 s by
 *     default
 * @param refusals after so many children in a row that were denied or rejected without a fill the parent is held for a person; 3 by default
 * @param look how often a parent whose plan follows the market is looked at, 1 s by default
 * @param oldestQuote oldest level 1 that prices a child, 6 s by default: the adapter confirms it every two
 * @param oldestBook oldest change of a depth book that is believed, 10 s by default
 * @param profileDays days of downloaded bars that make a VWAP profile, 20 by default
 * @param profileBarSize size of those bars, {@code 5 mins} by default
 */
public record ParentProperties(
        @DefaultValue("1s") Duration childPause,
        @DefaultValue("3") int refusals,
        @DefaultValue("1s") Duration look,
        @DefaultValue("6s") Duration oldestQuote,
        @DefaultValue("10s") Duration oldestBook,
        @DefaultValue("20") int profileDays,
        @DefaultValue("5 mins") String profileBarSize) {

    private static final String PREFIX = "ibkr.execution.parents.";

    public ParentProperties {
        List<String> problems = new ArrayList<>();
        positive(problems, "child-pause", childPause);
        positive(problems, "look", look);
        positive(problems, "oldest-quote", oldestQuote);
        positive(problems, "oldest-book", oldestBook);
        if (refusals < 1) {
            problems.add(PREFIX + "refusals must be 1 or more, was " + refusals);
        }
        if (profileDays < 1) {
            problems.add(PREFIX + "profile-days must be 1 or more, was " + profileDays);
        }
        if (profileBarSize.isBlank()) {
            problems.add(PREFIX + "profile-bar-size must be given, such as 5 mins");
        }
        if (!problems.isEmpty()) {
            throw new IllegalArgumentException(String.join("; ", problems));
        }
    }

    private static void positive(List<String> problems, String key, Duration value) {
        if (!value.isPositive()) {
            problems.add(PREFIX + key + " must be longer than zero, was " + value);
        }
    }
}
