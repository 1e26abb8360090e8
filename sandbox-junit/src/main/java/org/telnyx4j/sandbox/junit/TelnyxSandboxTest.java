package org.telnyx4j.sandbox.junit;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Inherited;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * Gives the tests of a class a sandbox and a client: see {@link SandboxExtension}.
 *
 * <pre>{@code
 * @TelnyxSandboxTest
 * class ShopTest {
 *     @Test
 *     void tellsTheCustomer(TelnyxSandbox sandbox, Telnyx telnyx) {
 *         new Shop(telnyx).ship("+14165550123");
 *
 *         assertThat(sandbox).sentSms().to("+14165550123").containing("has left the warehouse");
 *     }
 * }
 * }</pre>
 */
@Documented
@ExtendWith(SandboxExtension.class)
@Inherited
@Retention(RetentionPolicy.RUNTIME)
@Target({ElementType.TYPE, ElementType.ANNOTATION_TYPE})
public @interface TelnyxSandboxTest {

    /**
     * Returns how long a sandbox lives.
     *
     * @return {@link SandboxScope#CLASS} unless set
     */
    SandboxScope scope() default SandboxScope.CLASS;
}
