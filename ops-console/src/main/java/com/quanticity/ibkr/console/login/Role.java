package com.quanticity.ibkr.console.login;

import java.util.Locale;

/** What a person may do on the console. */
public enum Role {
    /** Looks. */
    VIEWER,
    /** Halts, asks for a resume. */
    TRADER,
    /** As a trader; one of the two people of a resume. */
    RISK_OFFICER,
    /** As a risk officer. */
    ADMIN;

    /** True when the role may halt and ask for a resume. */
    public boolean mayCommand() {
        return this != VIEWER;
    }

    /** True for the roles of which a resume needs at least one. */
    public boolean isOfficer() {
        return this == RISK_OFFICER || this == ADMIN;
    }

    /** As a person reads it: {@code risk officer}. */
    public String words() {
        return name().toLowerCase(Locale.ROOT).replace('_', ' ');
    }

    /** The framework's name of it. */
    public String authority() {
        return "ROLE_" + name();
    }
}
