package org.telnyx4j.voice;

import java.util.List;
import java.util.Objects;
import org.telnyx4j.generated.model.ReferCallRequest;
import org.telnyx4j.generated.model.SipHeader;

/**
 * How the far end is sent elsewhere. Immutable; see {@link CallCommandOptions} for what all options share.
 */
public final class ReferOptions extends CallCommandOptions<ReferCallRequest> {
    private ReferOptions(Builder builder) {
        super(builder);
    }

    /**
     * Starts options that say nothing more than the command itself.
     *
     * @return a new builder
     */
    public static Builder builder() {
        return new Builder();
    }

    /** Collects it all. Mutable, for one thread. */
    public static final class Builder extends SipHeadersBuilder<ReferCallRequest, Builder> {
        private Builder() {
            super(
                    ReferCallRequest::new,
                    ReferCallRequest::commandId,
                    ReferCallRequest::clientState,
                    new Headers<>(ReferCallRequest::getCustomHeaders, ReferCallRequest::customHeaders));
        }

        @Override
        Builder self() {
            return this;
        }

        /**
         * Sets the user name for a destination that asks for SIP authentication.
         *
         * @param sipAuthUsername the user name
         * @return this builder
         */
        public Builder sipAuthUsername(String sipAuthUsername) {
            Objects.requireNonNull(sipAuthUsername, "sipAuthUsername");
            return set("sip_auth_username", request -> request.sipAuthUsername(sipAuthUsername));
        }

        /**
         * Sets the password for a destination that asks for SIP authentication.
         *
         * @param sipAuthPassword the password, a secret
         * @return this builder
         */
        public Builder sipAuthPassword(String sipAuthPassword) {
            Objects.requireNonNull(sipAuthPassword, "sipAuthPassword");
            return set("sip_auth_password", request -> request.sipAuthPassword(sipAuthPassword));
        }

        /**
         * Sets the standard SIP header {@code User-to-User}.
         *
         * @param userToUser what it says, without line breaks
         * @return this builder
         */
        public Builder userToUserHeader(String userToUser) {
            Objects.requireNonNull(userToUser, "userToUser");
            return set(
                    "sip_headers",
                    request -> request.sipHeaders(List.of(new SipHeader()
                            .name(SipHeader.NameEnum.USER_TO_USER)
                            .value(userToUser))));
        }

        /**
         * Makes it.
         *
         * @return an immutable object
         */
        public ReferOptions build() {
            return new ReferOptions(this);
        }
    }
}
