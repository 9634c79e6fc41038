package com.quanticity.ibkr.gateway.binding;

import com.quanticity.ibkr.gateway.ConnectSettings;

/** How one connection spells its messages. Made anew for each attempt to connect; used on the connecting thread only. */
public interface Dialect {

    /** The first bytes on the socket: prelude and version offer. */
    byte[] hello(ConnectSettings settings);

    /** Highest version this dialect accepts under these settings. */
    int highestVersion(ConnectSettings settings);

    /**
     * The gateway agreed; everything after its answer is spelled under that version.
     *
     * @param bytes holds the answer's payload from {@code start} to {@code end}, to be read before this returns
     */
    MessageCodec agree(ConnectSettings settings, int serverVersion, byte[] bytes, int start, int end);
}
