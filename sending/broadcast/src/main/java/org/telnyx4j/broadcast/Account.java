package org.telnyx4j.broadcast;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.jspecify.annotations.Nullable;
import org.telnyx4j.Telnyx;
import org.telnyx4j.errors.TelnyxException;
import org.telnyx4j.generated.model.ListMessagingOptOutsQuery;
import org.telnyx4j.messaging.OptOut;
import org.telnyx4j.messaging.SendGuard;
import org.telnyx4j.numbers.OwnedNumber;
import org.telnyx4j.sandbox.SandboxAccount;
import org.telnyx4j.sandbox.TelnyxSandbox;
import org.telnyx4j.webhooks.WebhookHandler;
import org.telnyx4j.webhooks.WebhookVerifier;
import org.telnyx4j.webhooks.httpserver.WebhookHttpHandler;

/** Where it is sent: Telnyx, or a sandbox in this process. */
final class Account implements AutoCloseable {
    private static final String WEBHOOK_PATH = "/telnyx";

    private final Telnyx telnyx;
    private final @Nullable TelnyxSandbox sandbox;
    private final @Nullable HttpServer webhooks;
    private final @Nullable ExecutorService webhookThreads;
    private final @Nullable String publicKey;
    private final String baseUrl;
    private final @Nullable String from;
    private final @Nullable String messagingProfile;

    private Account(
            BroadcastOptions options,
            Map<String, String> environment,
            @Nullable SendGuard guard,
            @Nullable TelnyxSandbox sandbox,
            @Nullable HttpServer webhooks) {
        this.sandbox = sandbox;
        this.webhooks = webhooks;
        this.webhookThreads = webhooks == null ? null : Executors.newFixedThreadPool(4);
        this.publicKey = sandbox == null ? value(environment, "TELNYX_PUBLIC_KEY") : sandbox.publicKey();
        String given = options.from() == null ? value(environment, "TELNYX_FROM") : options.from();
        this.messagingProfile = options.messagingProfile() == null
                ? value(environment, "TELNYX_MESSAGING_PROFILE_ID")
                : options.messagingProfile();
        this.from =
                given == null && messagingProfile == null && sandbox != null ? SandboxAccount.NUMBERS.get(0) : given;
        Telnyx.Builder builder = Telnyx.builder().environment(environment);
        if (sandbox != null) {
            builder.apiKey(sandbox.apiKey())
                    .baseUrl(sandbox.baseUrl().toString())
                    .allowInsecureHttp(true);
        }
        if (sandbox != null && webhooks != null) {
            builder.webhookUrl("http://localhost:" + webhooks.getAddress().getPort() + WEBHOOK_PATH);
        }
        if (guard != null) {
            builder.sendGuard(guard);
        }
        this.telnyx = builder.build();
        this.baseUrl = sandbox == null ? String.valueOf(value(environment, "TELNYX_BASE_URL")) : "sandbox";
    }

    /**
     * Opens the account.
     *
     * @param guard asked before each message, or null
     * @throws NotStartedException if what the environment or the options say can't be used
     */
    static Account open(BroadcastOptions options, Map<String, String> environment, @Nullable SendGuard guard) {
        TelnyxSandbox sandbox = null;
        HttpServer webhooks = null;
        try {
            sandbox = isLive(environment)
                    ? null
                    : TelnyxSandbox.builder().acceptAnySender().start();
            Integer port = sandbox == null ? options.webhookPort() : Integer.valueOf(0);
            if (port != null) {
                requireWebhooks(environment, sandbox);
                webhooks = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 0);
            }
            return new Account(options, environment, guard, sandbox, webhooks);
        } catch (IOException e) {
            close(sandbox, webhooks);
            throw new NotStartedException("port " + options.webhookPort() + " can't be used for webhooks", e);
        } catch (IllegalArgumentException | IllegalStateException e) {
            close(sandbox, webhooks);
            throw new NotStartedException(String.valueOf(e.getMessage()), e);
        }
    }

    /** Returns whether there is a key, so that it is sent to the base URL, and not to a sandbox in this process. */
    static boolean isLive(Map<String, String> environment) {
        return value(environment, "TELNYX_API_KEY") != null;
    }

    private static void requireWebhooks(Map<String, String> environment, @Nullable TelnyxSandbox sandbox) {
        if (sandbox == null
                && (value(environment, "TELNYX_WEBHOOK_URL") == null
                        || value(environment, "TELNYX_PUBLIC_KEY") == null)) {
            throw new NotStartedException(
                    "--webhook-port needs TELNYX_WEBHOOK_URL, the public URL that leads to it, and "
                            + "TELNYX_PUBLIC_KEY");
        }
    }

    private static @Nullable String value(Map<String, String> environment, String name) {
        String value = environment.get(name);
        return value == null || value.isBlank() ? null : value.strip();
    }

    Telnyx telnyx() {
        return telnyx;
    }

    boolean isSandbox() {
        return sandbox != null;
    }

    /** Returns whether webhooks report what was delivered. */
    boolean hasWebhooks() {
        return webhooks != null;
    }

    /** Returns what tells this account from others, without anything private. */
    String target() {
        return baseUrl;
    }

    @Nullable
    String from() {
        return from;
    }

    @Nullable
    String messagingProfile() {
        return messagingProfile;
    }

    /** Lets verified webhooks come in, if there is an endpoint. */
    void receive(WebhookHandler handler) {
        if (webhooks != null && publicKey != null) {
            WebhookVerifier verifier =
                    WebhookVerifier.builder().publicKey(publicKey).build();
            webhooks.createContext(WEBHOOK_PATH, new WebhookHttpHandler(verifier, handler));
            webhooks.setExecutor(webhookThreads);
            webhooks.start();
        }
    }

    /**
     * Reads who has opted out of the messaging profile that is sent from, or, if that isn't known, of any. It is the first
     * request, so that a key that doesn't hold is found before anything is sent.
     *
     * @throws NotStartedException if Telnyx can't be asked
     */
    RecipientIndex optOuts() {
        try {
            RecipientIndex found = new RecipientIndex();
            String profile = profileOfSender();
            ListMessagingOptOutsQuery query = ListMessagingOptOutsQuery.builder()
                    .messagingProfileId(profile)
                    .build();
            for (OptOut optOut : telnyx.messages().optOuts(query)) {
                optOut.to().filter(RowReader::isNumber).ifPresent(number -> found.add(number, 1));
            }
            return found;
        } catch (TelnyxException e) {
            throw new NotStartedException("Telnyx can't be asked who has opted out: " + e.getMessage(), e);
        }
    }

    private @Nullable String profileOfSender() {
        if (messagingProfile != null || from == null || !RowReader.isNumber(from)) {
            return messagingProfile;
        }
        return telnyx.phoneNumbers()
                .findByNumber(from)
                .flatMap(OwnedNumber::messagingProfileId)
                .orElse(null);
    }

    @Override
    public void close() {
        telnyx.close();
        if (webhookThreads != null) {
            webhookThreads.shutdownNow();
        }
        close(sandbox, webhooks);
    }

    private static void close(@Nullable TelnyxSandbox sandbox, @Nullable HttpServer webhooks) {
        if (webhooks != null) {
            webhooks.stop(0);
        }
        if (sandbox != null) {
            sandbox.close();
        }
    }
}
