package org.telnyx4j.sandbox.junit;

/**
 * What a sandbox had seen when a test failed. It is attached to the failure as a suppressed exception, so that it shows
 * wherever the failure does. It shows no keys, no texts and no whole phone numbers.
 */
public final class SandboxReport extends Exception {
    private static final long serialVersionUID = 1;

    SandboxReport(String report) {
        super(report, null, false, false);
    }
}
