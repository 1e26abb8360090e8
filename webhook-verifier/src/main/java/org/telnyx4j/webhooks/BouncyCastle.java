package org.telnyx4j.webhooks;

import java.security.CodeSource;
import org.bouncycastle.math.ec.rfc8032.Ed25519;

/** Says which Bouncy Castle was found where something of it is missing. */
final class BouncyCastle {
    private BouncyCastle() {}

    /** What to throw for a class or a method that the Bouncy Castle on the class path lacks. */
    static IllegalStateException unusable(LinkageError failure) {
        return new IllegalStateException(
                "Bouncy Castle 1.70 or later is needed (org.bouncycastle:bcprov-jdk18on), and " + found()
                        + ". Where an application has both bcprov-jdk15on and bcprov-jdk18on, the first one on the class "
                        + "path counts: exclude bcprov-jdk15on",
                failure);
    }

    private static String found() {
        try {
            String version = Ed25519.class.getPackage().getImplementationVersion();
            return "found was " + (version == null ? "one of unknown version" : version) + " in "
                    + place(Ed25519.class);
        } catch (LinkageError e) {
            return "none that has Ed25519 was found";
        }
    }

    private static String place(Class<?> type) {
        CodeSource source = type.getProtectionDomain().getCodeSource();
        return source == null || source.getLocation() == null
                ? "an unknown place"
                : source.getLocation().toString();
    }
}
