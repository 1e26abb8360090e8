package org.telnyx4j.openapi.checks;

import java.util.Set;

/** The named formats of strings. The core module has the check and the words for each. */
final class NamedFormats {
    static final Set<String> ALL = Set.of(
            "e164",
            "recipient",
            "sender",
            "alphanumeric-sender",
            "short-code",
            "destination",
            "sip-uri",
            "caller-id",
            "display-name",
            "http-url",
            "http-url-or-empty",
            "base64",
            "call-control-id",
            "not-blank",
            "not-empty",
            "dtmf-key",
            "dtmf-keys",
            "dtmf-tones",
            "loop",
            "sip-header-name",
            "sip-header-value",
            "country",
            "country-or-all",
            "amount",
            "area-code",
            "number-digits",
            "number-part",
            "one-line");

    private NamedFormats() {}
}
