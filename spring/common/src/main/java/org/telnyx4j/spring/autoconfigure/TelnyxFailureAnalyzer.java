package org.telnyx4j.spring.autoconfigure;

import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;
import org.telnyx4j.spring.TelnyxConfigurationException;

/** Shows what is wrong with the configuration, and what to do. */
public final class TelnyxFailureAnalyzer extends AbstractFailureAnalyzer<TelnyxConfigurationException> {
    /** For Spring Boot to call. */
    public TelnyxFailureAnalyzer() {}

    @Override
    protected FailureAnalysis analyze(Throwable rootFailure, TelnyxConfigurationException cause) {
        return new FailureAnalysis(cause.problem(), cause.action(), cause);
    }
}
