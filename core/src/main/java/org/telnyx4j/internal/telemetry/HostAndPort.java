package org.telnyx4j.internal.telemetry;

import java.net.URI;

/**
 * The host of a URL and its port.
 *
 * @param host the host, an IPv6 address in brackets
 * @param port the port, -1 where the URL has none
 */
record HostAndPort(String host, int port) {
    /** Reads the authority itself where the host has an underscore, which {@link URI#getHost()} knows nothing of. */
    static HostAndPort of(URI uri) {
        if (uri.getHost() != null) {
            return new HostAndPort(uri.getHost(), uri.getPort());
        }
        String authority = uri.getRawAuthority() == null ? "unknown" : uri.getRawAuthority();
        int colon = authority.lastIndexOf(':');
        boolean hasPort = colon >= 0 && authority.substring(colon + 1).matches("[0-9]{1,5}");
        return hasPort
                ? new HostAndPort(authority.substring(0, colon), Integer.parseInt(authority.substring(colon + 1)))
                : new HostAndPort(authority, -1);
    }
}
