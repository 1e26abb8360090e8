package org.telnyx4j.spring.test.internal;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.test.context.ContextConfigurationAttributes;
import org.springframework.test.context.ContextCustomizer;
import org.springframework.test.context.ContextCustomizerFactory;
import org.springframework.test.context.TestContextAnnotationUtils;
import org.telnyx4j.spring.test.AutoConfigureTelnyxSandbox;

/** Adds the sandbox to the contexts of tests that ask for it. */
public final class SandboxContextCustomizerFactory implements ContextCustomizerFactory {
    /** For Spring to call. */
    public SandboxContextCustomizerFactory() {}

    @Override
    public @Nullable ContextCustomizer createContextCustomizer(
            Class<?> testClass, List<ContextConfigurationAttributes> configAttributes) {
        boolean wanted = TestContextAnnotationUtils.hasAnnotation(testClass, AutoConfigureTelnyxSandbox.class);
        return wanted ? new SandboxContextCustomizer() : null;
    }
}
