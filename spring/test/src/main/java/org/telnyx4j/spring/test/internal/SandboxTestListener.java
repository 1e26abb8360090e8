package org.telnyx4j.spring.test.internal;

import org.springframework.context.ApplicationContext;
import org.springframework.core.env.Environment;
import org.springframework.test.context.TestContext;
import org.springframework.test.context.TestContextAnnotationUtils;
import org.springframework.test.context.support.AbstractTestExecutionListener;
import org.telnyx4j.sandbox.TelnyxSandbox;
import org.telnyx4j.spring.test.AutoConfigureTelnyxSandbox;

/**
 * Lets the sandbox send its events to the application before each test, and resets it and the opt-outs in memory after each, so
 * that no test sees what another sent, or who has opted out in another.
 */
public final class SandboxTestListener extends AbstractTestExecutionListener {
    private static final String ENDPOINT = "telnyxWebhookFilter";

    /** For Spring to call. */
    public SandboxTestListener() {}

    @Override
    public void beforeTestMethod(TestContext testContext) {
        if (hasSandbox(testContext)) {
            ApplicationContext context = testContext.getApplicationContext();
            Environment environment = context.getEnvironment();
            // Only there where a server is listening.
            String port = environment.getProperty("local.server.port");
            if (port != null && context.containsBean(ENDPOINT)) {
                String path = environment.getProperty("server.servlet.context-path", "")
                        + environment.getProperty("spring.webflux.base-path", "")
                        + environment.getProperty("telnyx.webhooks.path", "/webhooks/telnyx");
                context.getBean(TelnyxSandbox.class).webhooks().defaultUrl("http://localhost:" + port + path);
            }
        }
    }

    @Override
    public void afterTestMethod(TestContext testContext) {
        if (hasSandbox(testContext) && testContext.hasApplicationContext()) {
            ApplicationContext context = testContext.getApplicationContext();
            context.getBean(TelnyxSandbox.class).reset();
            OptOutReset.in(context);
        }
    }

    private static boolean hasSandbox(TestContext testContext) {
        return TestContextAnnotationUtils.hasAnnotation(testContext.getTestClass(), AutoConfigureTelnyxSandbox.class);
    }
}
