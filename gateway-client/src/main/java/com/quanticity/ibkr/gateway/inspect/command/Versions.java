package com.quanticity.ibkr.gateway.inspect.command;

import com.quanticity.ibkr.gateway.ConnectSettings;

/** The option {@code --version}. */
final class Versions {

    private Versions() {}

    /** 0, which means not given, or a version that is spoken here. */
    static int check(int version) {
        if (version != 0 && (version < ConnectSettings.LOWEST_VERSION || version > ConnectSettings.HIGHEST_VERSION)) {
            throw new UsageException("--version " + version + " is not spoken here: write 176 to 200");
        }
        return version;
    }
}
