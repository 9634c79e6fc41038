package com.quanticity.ibkr.adapter.entitlement;

import java.util.Locale;
import java.util.Optional;

/** What a code of the broker says about entitlement. Source: wire specification, behaviour section 4 and table of error codes. */
final class EntitlementRule {

    private EntitlementRule() {}

    /** Empty for codes that say nothing about it. */
    static Optional<Standing> standing(DataKind kind, int code, String message) {
        return Optional.ofNullable(
                switch (code) {
                    case 354, 10092, 10168, 10186, 10189 -> Standing.REFUSED;
                    // Level 1 goes on delayed, every other kind is over.
                    case 10089 -> kind == DataKind.LEVEL_1 ? Standing.DELAYED_ONLY : Standing.REFUSED;
                    case 10167 -> Standing.DELAYED_ONLY;
                    case 10090, 10091, 2152 -> Standing.PARTLY;
                    case 101, 309, 10190 -> Standing.NO_ROOM;
                    case 10197 -> Standing.COMPETING;
                    // Codes with many causes: only the text tells.
                    case 162, 420, 10187 -> isAboutPermission(message) ? Standing.REFUSED : null;
                    default -> null;
                });
    }

    private static boolean isAboutPermission(String message) {
        String text = message.toLowerCase(Locale.ROOT);
        return text.contains("permission") || text.contains("subscri");
    }
}
