package org.telnyx4j.examples.messaging;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.telnyx4j.sandbox.assertj.SandboxAssertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.telnyx4j.Telnyx;
import org.telnyx4j.Tenant;
import org.telnyx4j.sandbox.SandboxAccount;
import org.telnyx4j.sandbox.TelnyxSandbox;
import org.telnyx4j.sandbox.junit.SandboxExtension;

class TenantAlertsTest {
    private static final String ACME = SandboxAccount.NUMBERS.get(0);
    private static final String GLOBEX = SandboxAccount.NUMBERS.get(1);

    @RegisterExtension
    static final SandboxExtension SANDBOX = SandboxExtension.builder()
            .sandbox(sandbox -> sandbox.apiKey("KEY-of-acme").apiKey("KEY-of-globex"))
            .build();

    @Test
    void eachTenantSendsWithItsOwnKeyAndSender(TelnyxSandbox sandbox, Telnyx telnyx) {
        TenantAlerts alerts = new TenantAlerts(
                telnyx,
                Tenant.builder("acme").apiKey("KEY-of-acme").from(ACME).build(),
                Tenant.builder("globex").apiKey("KEY-of-globex").from(GLOBEX).build());

        alerts.alert("acme", "+14165550123", "The door is open.");
        alerts.alert("globex", "+14165550124", "The tank is empty.");

        assertThat(sandbox).sentSms().from(ACME).to("+14165550123").once();
        assertThat(sandbox).sentSms().from(GLOBEX).to("+14165550124").once();
        assertThat(sandbox.requests())
                .extracting(request -> request.header("authorization").orElse("none"))
                .containsExactly("Bearer KEY-of-acme", "Bearer KEY-of-globex");
        assertThatThrownBy(() -> alerts.alert("initech", "+14165550123", "x"))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
