package org.telnyx4j.spring.test;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Inherited;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Lets the application under test talk to a sandbox in place of Telnyx. Nothing leaves the machine, whatever the
 * properties are.
 *
 * <pre>{@code
 * @SpringBootTest
 * @AutoConfigureTelnyxSandbox
 * class OrdersTest {
 *     @Autowired TelnyxSandbox sandbox;
 *     @Autowired Orders orders;
 *
 *     @Test
 *     void aShippedOrderSendsAText() {
 *         orders.ship("4711");
 *         assertThat(sandbox.messages().all()).hasSize(1);
 *     }
 * }
 * }</pre>
 *
 * <p>The test's context has two more beans: the {@code TelnyxSandbox}, which accepts the keys of the properties, those of
 * tenants included, and a {@code WebhookSigner}. The application's webhook endpoint verifies with the public keys of these
 * two, in place of those of the properties. A test posts a webhook with the headers that {@code signer.headers(body)}
 * returns. Where the test starts a web server ({@code webEnvironment = RANDOM_PORT}), the sandbox delivers its events to the
 * endpoint by itself, unless a message, a profile or a call names another URL: {@code sandbox.receiveSms(…)} is then a text
 * that the application receives. A pacer of the starter's own is off, as the sandbox has no rate limits unless a test sets
 * them; {@code telnyx.pacing.enabled=true} switches it on.
 *
 * <p>Contexts are cached as always: tests with this annotation and otherwise the same context share one sandbox. After each
 * test method it is reset, and an {@code InMemoryOptOutStore} of the application is cleared; what the application keeps in a
 * database is for the test to undo. Tests that run at the same time in one context see each other's messages.
 */
@Documented
@Inherited
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.TYPE)
public @interface AutoConfigureTelnyxSandbox {}
