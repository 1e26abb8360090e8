package org.telnyx4j.voice;

import java.util.List;
import java.util.Objects;
import java.util.function.BiConsumer;
import java.util.function.Supplier;
import org.telnyx4j.generated.model.SipHeader;

/**
 * Collects the options of a command that makes a SIP request to a destination. Mutable, for one thread.
 *
 * @param <R> the generated request of the command
 * @param <B> the builder's own type
 */
public abstract class SipPeerBuilder<R, B extends SipPeerBuilder<R, B>> extends SipHeadersBuilder<R, B> {
    private final Peer<R> peer;

    SipPeerBuilder(
            Supplier<R> newRequest, BiConsumer<R, String> commandId, BiConsumer<R, String> clientState, Peer<R> peer) {
        super(newRequest, commandId, clientState, peer.customHeaders());
        this.peer = peer;
    }

    /**
     * Sets the user name for a destination that asks for SIP authentication.
     *
     * @param sipAuthUsername the user name
     * @return this builder
     */
    public final B sipAuthUsername(String sipAuthUsername) {
        Objects.requireNonNull(sipAuthUsername, "sipAuthUsername");
        return set("sip_auth_username", request -> peer.username().accept(request, sipAuthUsername));
    }

    /**
     * Sets the password for a destination that asks for SIP authentication.
     *
     * @param sipAuthPassword the password, a secret
     * @return this builder
     */
    public final B sipAuthPassword(String sipAuthPassword) {
        Objects.requireNonNull(sipAuthPassword, "sipAuthPassword");
        return set("sip_auth_password", request -> peer.password().accept(request, sipAuthPassword));
    }

    /**
     * Sets the standard SIP header {@code User-to-User}.
     *
     * @param userToUser what it says, without line breaks
     * @return this builder
     */
    public final B userToUserHeader(String userToUser) {
        Objects.requireNonNull(userToUser, "userToUser");
        return set(
                "sip_headers",
                request -> peer.sipHeaders()
                        .accept(
                                request,
                                List.of(new SipHeader()
                                        .name(SipHeader.NameEnum.USER_TO_USER)
                                        .value(userToUser))));
    }

    /** How what is said to the destination is put into a request. */
    record Peer<R>(
            Headers<R> customHeaders,
            BiConsumer<R, List<SipHeader>> sipHeaders,
            BiConsumer<R, String> username,
            BiConsumer<R, String> password) {}
}
