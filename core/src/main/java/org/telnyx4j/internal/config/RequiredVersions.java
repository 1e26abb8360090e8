package org.telnyx4j.internal.config;

import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.json.PackageVersion;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import org.apache.hc.client5.http.ssl.TlsSocketStrategy;
import org.apache.hc.core5.http2.hpack.HPackEncoder;
import org.apache.hc.core5.net.InetAddressUtils;
import org.apache.hc.core5.util.VersionInfo;

/**
 * Checks that the libraries which an application has in common with this one are new enough. A platform such as Spring
 * Boot decides on their versions, and with an older one calls would end in a {@code NoSuchMethodError}.
 */
public final class RequiredVersions {
    private RequiredVersions() {}

    /**
     * Checks.
     *
     * @throws IllegalStateException naming each artifact that is too old, what was found and what is needed
     */
    public static void check() {
        List<String> old = new ArrayList<>();
        if (!hasHttpClient()) {
            old.add(needs("org.apache.httpcomponents.client5:httpclient5", "5.4", httpVersion("client5")));
        }
        if (!hasHttpCore()) {
            old.add(needs("org.apache.httpcomponents.core5:httpcore5", "5.3", httpVersion("core5")));
        }
        if (!hasJackson()) {
            old.add(needs("com.fasterxml.jackson.core:jackson-core", "2.15", jacksonVersion()));
        }
        if (!old.isEmpty()) {
            throw new IllegalStateException("telnyx4j needs " + String.join(", and ", old)
                    + ": set the version in the application's build (section \"Versions\" of telnyx4j's README)");
        }
    }

    /**
     * Checks that HTTP/2 can be spoken, which nobody needs who does not ask for it.
     *
     * @throws IllegalStateException naming what was found and what is needed
     */
    public static void checkHttp2() {
        try {
            // With these parameters since 5.3.1.
            new HPackEncoder(0, StandardCharsets.US_ASCII);
        } catch (LinkageError e) {
            throw new IllegalStateException("telnyx4j needs "
                    + needs("org.apache.httpcomponents.core5:httpcore5-h2", "5.3.1", httpVersion("core5"))
                    + ", for HTTP/2: set the version in the application's build, or HttpOptions.protocol to HTTP_1_1");
        }
    }

    private static String needs(String artifact, String oldest, String found) {
        return artifact + " " + oldest + " or later, but found " + found;
    }

    /** Something of HttpClient that version 5.4 was the first to have. */
    private static boolean hasHttpClient() {
        try {
            return !TlsSocketStrategy.class.getName().isEmpty();
        } catch (LinkageError e) {
            return false;
        }
    }

    /** Something of HttpCore that version 5.3 was the first to have. */
    private static boolean hasHttpCore() {
        try {
            return !InetAddressUtils.isIPv4((CharSequence) "");
        } catch (LinkageError e) {
            return false;
        }
    }

    /** Something of Jackson that version 2.15 was the first to have. */
    private static boolean hasJackson() {
        try {
            return StreamReadConstraints.defaults().getMaxNestingDepth() > 0;
        } catch (LinkageError e) {
            return false;
        }
    }

    private static String httpVersion(String part) {
        return known(() -> {
            VersionInfo info =
                    VersionInfo.loadVersionInfo("org.apache.hc." + part, RequiredVersions.class.getClassLoader());
            return info == null ? "" : info.getRelease();
        });
    }

    private static String jacksonVersion() {
        return known(() -> PackageVersion.VERSION.toString());
    }

    private static String known(Supplier<String> version) {
        try {
            String text = version.get();
            return text.isEmpty() || text.equals(VersionInfo.UNAVAILABLE) ? "one of unknown version" : text;
        } catch (LinkageError e) {
            return "none";
        }
    }
}
