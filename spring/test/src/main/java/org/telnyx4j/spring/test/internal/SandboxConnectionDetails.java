package org.telnyx4j.spring.test.internal;

import java.util.List;
import org.telnyx4j.sandbox.TelnyxSandbox;
import org.telnyx4j.spring.TelnyxConnectionDetails;
import org.telnyx4j.webhooks.WebhookSigner;

/** The sandbox is where Telnyx is. */
final class SandboxConnectionDetails implements TelnyxConnectionDetails {
    private final TelnyxSandbox sandbox;
    private final WebhookSigner signer;

    SandboxConnectionDetails(TelnyxSandbox sandbox, WebhookSigner signer) {
        this.sandbox = sandbox;
        this.signer = signer;
    }

    @Override
    public String getApiKey() {
        return sandbox.apiKey();
    }

    @Override
    public String getBaseUrl() {
        return sandbox.baseUrl().toString();
    }

    @Override
    public List<String> getWebhookPublicKeys() {
        return List.of(signer.publicKey(), sandbox.publicKey());
    }
}
