package org.telnyx4j.spring;

import java.util.regex.Pattern;

/** No tenant has the name that was asked for. Nothing was sent. */
public final class UnknownTenantException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    /** What is no name but, for example, a phone number or a line of a request belongs into no log. */
    private static final Pattern SHOWN = Pattern.compile("(?=.{1,64}$)[A-Za-z](?:[A-Za-z0-9._-]*[A-Za-z0-9])?");

    UnknownTenantException(String name, int configured, int sources) {
        super("No tenant has the name " + shown(name) + ": it is none of the " + configured
                + " in the properties (telnyx.tenants.*), and none of the " + sources
                + " beans of type TenantSource has found it");
    }

    private static String shown(String name) {
        return SHOWN.matcher(name).matches() ? '"' + name + '"' : "that was given";
    }
}
