package org.telnyx4j.sandbox.junit;

import java.lang.reflect.Constructor;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolutionException;
import org.junit.jupiter.api.extension.ParameterResolver;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.platform.commons.support.AnnotationSupport;
import org.opentest4j.TestAbortedException;
import org.telnyx4j.Telnyx;
import org.telnyx4j.TelnyxOperations;
import org.telnyx4j.sandbox.SandboxConnection;
import org.telnyx4j.sandbox.SandboxNumber;
import org.telnyx4j.sandbox.TelnyxSandbox;
import org.telnyx4j.webhooks.WebhookVerifier;

/**
 * Starts a sandbox for tests, and closes it after them. Tests, their constructors and their {@code @BeforeEach},
 * {@code @AfterEach}, {@code @BeforeAll} and {@code @AfterAll} methods take what they need as parameters:
 *
 * <ul>
 *   <li>a {@link TelnyxSandbox}
 *   <li>a {@link Telnyx} or {@link TelnyxOperations}: a client that talks to this sandbox, with one of its keys; its
 *       sender is the first number of the account, and it dials through the account's first connection
 *   <li>a {@link WebhookVerifier} that has the sandbox's public key and time
 * </ul>
 *
 * <p>Each test class has a sandbox of its own, so classes can run concurrently; {@link SandboxScope} describes what the
 * tests within a class share. When a test fails, the failure has a {@link SandboxReport} with the last requests and
 * webhook deliveries of its sandbox.
 *
 * <p>Use {@link TelnyxSandboxTest} or {@code @ExtendWith(SandboxExtension.class)} for a sandbox as it is by default. A
 * static field with {@code @RegisterExtension} takes one with settings:
 *
 * <pre>{@code
 * @RegisterExtension
 * static final SandboxExtension SANDBOX = SandboxExtension.builder()
 *         .sandbox(sandbox -> sandbox.manualClock(Instant.parse("2026-03-01T12:00:00Z")))
 *         .client(client -> client.from("+14165550199"))
 *         .seed(sandbox -> sandbox.numbers().own("+14165550199"))
 *         .build();
 * }</pre>
 *
 * <p>Safe for concurrent use, as JUnit does it.
 */
public final class SandboxExtension
        implements BeforeEachCallback, AfterEachCallback, AfterAllCallback, ParameterResolver {
    private static final Set<Class<?>> OFFERED =
            Set.of(TelnyxSandbox.class, Telnyx.class, TelnyxOperations.class, WebhookVerifier.class);
    private static final String OF_THE_TEST = "sandbox of the test";
    private static final String OF_THE_CLASS = "sandbox of the class";

    private final Namespace namespace = Namespace.create(this);
    private final Builder settings;

    /** Creates an extension without settings; JUnit does so for {@code @ExtendWith}. */
    public SandboxExtension() {
        this(builder());
    }

    private SandboxExtension(Builder settings) {
        this.settings = settings;
    }

    /**
     * Starts an extension with settings.
     *
     * @return a new builder
     */
    public static Builder builder() {
        return new Builder();
    }

    @Override
    public void beforeEach(ExtensionContext context) {
        boolean concurrent = context.getExecutionMode() == ExecutionMode.CONCURRENT;
        Optional<SandboxFixture> shared = ofTheClass(context);
        if (scope(context) == SandboxScope.METHOD || (concurrent && shared.isEmpty())) {
            context.getStore(namespace).put(OF_THE_TEST, newFixture());
        } else if (!concurrent) {
            shared.ifPresent(SandboxFixture::prepare);
        }
    }

    @Override
    public void afterEach(ExtensionContext context) {
        SandboxFixture own = context.getStore(namespace).remove(OF_THE_TEST, SandboxFixture.class);
        SandboxFixture used = own == null ? ofTheClass(context).orElse(null) : own;
        if (used != null) {
            context.getExecutionException()
                    .filter(failure -> !(failure instanceof TestAbortedException))
                    .ifPresent(failure -> failure.addSuppressed(SandboxReports.of(used.sandbox())));
        }
        if (own != null) {
            own.close();
        } else if (used != null) {
            used.used();
        }
    }

    @Override
    public void afterAll(ExtensionContext context) {
        if (context.equals(outermostClass(context))) {
            SandboxFixture fixture = context.getStore(namespace).remove(OF_THE_CLASS, SandboxFixture.class);
            if (fixture != null) {
                fixture.close();
            }
        }
    }

    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
        return OFFERED.contains(parameter.getParameter().getType());
    }

    @Override
    public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
        SandboxFixture fixture = fixtureFor(parameter, context);
        Class<?> type = parameter.getParameter().getType();
        if (type == TelnyxSandbox.class) {
            return fixture.sandbox();
        }
        return type == WebhookVerifier.class ? fixture.verifier() : fixture.client();
    }

    private SandboxFixture fixtureFor(ParameterContext parameter, ExtensionContext context) {
        boolean construction = parameter.getDeclaringExecutable() instanceof Constructor;
        if (!construction && context.getTestMethod().isPresent()) {
            SandboxFixture own = context.getStore(namespace).get(OF_THE_TEST, SandboxFixture.class);
            return own == null ? sharedFixture(context) : own;
        }
        if (scope(context) == SandboxScope.METHOD) {
            throw new ParameterResolutionException("With a sandbox for each test, only test methods, @BeforeEach and"
                    + " @AfterEach methods can take it; " + parameter.getDeclaringExecutable()
                    + " takes it before there"
                    + " is one. Use SandboxScope.CLASS, or take it in the methods.");
        }
        SandboxFixture fixture = sharedFixture(context);
        if (!construction) {
            fixture.keepWhatTheClassPutsIn();
        } else if (context.getExecutionMode() != ExecutionMode.CONCURRENT) {
            fixture.prepare();
        }
        return fixture;
    }

    private Optional<SandboxFixture> ofTheClass(ExtensionContext context) {
        return Optional.ofNullable(outermostClass(context).getStore(namespace).get(OF_THE_CLASS, SandboxFixture.class));
    }

    private SandboxFixture sharedFixture(ExtensionContext context) {
        return outermostClass(context)
                .getStore(namespace)
                .getOrComputeIfAbsent(OF_THE_CLASS, key -> newFixture(), SandboxFixture.class);
    }

    private SandboxFixture newFixture() {
        TelnyxSandbox.Builder sandbox = TelnyxSandbox.builder();
        settings.sandbox.accept(sandbox);
        return new SandboxFixture(sandbox.start(), this::newClient, settings.seed);
    }

    private Telnyx newClient(TelnyxSandbox sandbox) {
        Telnyx.Builder client = Telnyx.builder()
                .apiKey(sandbox.apiKey())
                .baseUrl(sandbox.baseUrl().toString());
        sandbox.numbers().owned().stream()
                .findFirst()
                .map(SandboxNumber::phoneNumber)
                .ifPresent(client::from);
        sandbox.connections().all().stream()
                .findFirst()
                .map(SandboxConnection::id)
                .ifPresent(client::connectionId);
        settings.client.accept(client);
        return client.build();
    }

    private SandboxScope scope(ExtensionContext context) {
        if (settings.scope != null) {
            return settings.scope;
        }
        for (ExtensionContext at = context; at != null; at = at.getParent().orElse(null)) {
            Optional<TelnyxSandboxTest> found =
                    AnnotationSupport.findAnnotation(at.getTestClass(), TelnyxSandboxTest.class);
            if (found.isPresent()) {
                return found.get().scope();
            }
        }
        return SandboxScope.CLASS;
    }

    private static ExtensionContext outermostClass(ExtensionContext context) {
        ExtensionContext outermost = context;
        for (ExtensionContext at = context; at != null; at = at.getParent().orElse(null)) {
            if (at.getTestClass().isPresent()) {
                outermost = at;
            }
        }
        return outermost;
    }

    /** Collects the settings of an extension. Mutable, for one thread. */
    public static final class Builder {
        private Consumer<TelnyxSandbox.Builder> sandbox = none -> {};
        private Consumer<Telnyx.Builder> client = none -> {};
        private Consumer<TelnyxSandbox> seed = none -> {};
        private @Nullable SandboxScope scope;

        private Builder() {}

        /**
         * Sets how sandboxes are built.
         *
         * @param settings changes a builder that is all defaults; called for each sandbox
         * @return this builder
         */
        public Builder sandbox(Consumer<TelnyxSandbox.Builder> settings) {
            this.sandbox = Objects.requireNonNull(settings, "settings");
            return this;
        }

        /**
         * Sets how clients are built.
         *
         * @param settings changes a builder that has the sandbox's key and base URL; called for each client
         * @return this builder
         */
        public Builder client(Consumer<Telnyx.Builder> settings) {
            this.client = Objects.requireNonNull(settings, "settings");
            return this;
        }

        /**
         * Sets what a sandbox has in it when a test begins.
         *
         * @param seed called with each new sandbox, and again after each reset before a test
         * @return this builder
         */
        public Builder seed(Consumer<TelnyxSandbox> seed) {
            this.seed = Objects.requireNonNull(seed, "seed");
            return this;
        }

        /**
         * Sets how long a sandbox lives; that of {@link TelnyxSandboxTest#scope} unless set.
         *
         * @param scope the scope
         * @return this builder
         */
        public Builder scope(SandboxScope scope) {
            this.scope = Objects.requireNonNull(scope, "scope");
            return this;
        }

        /**
         * Builds the extension.
         *
         * @return an extension for a static field with {@code @RegisterExtension}
         */
        public SandboxExtension build() {
            Builder copy = new Builder();
            copy.sandbox = sandbox;
            copy.client = client;
            copy.seed = seed;
            copy.scope = scope;
            return new SandboxExtension(copy);
        }
    }
}
