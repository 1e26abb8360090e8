/**
 * Tells whether a webhook came from Telnyx, and receives webhooks: verified, or refused with a reason.
 *
 * <ul>
 *   <li>{@link org.telnyx4j.webhooks.WebhookVerifier} verifies a body with its two headers.
 *   <li>{@link org.telnyx4j.webhooks.WebhookReceiver} does the whole of a request for any web framework.
 *   <li>{@link org.telnyx4j.webhooks.servlet} and {@link org.telnyx4j.webhooks.httpserver} do it for servlet containers
 *       and for the JDK's own server.
 *   <li>{@link org.telnyx4j.webhooks.ReplayGuard} distinguishes a repetition from a first delivery.
 *   <li>{@link org.telnyx4j.webhooks.WebhookSigner} signs as Telnyx does, for tests.
 * </ul>
 *
 * <p>With Spring MVC, where {@code receiver} is a {@code WebhookReceiver}:
 *
 * <pre>{@code
 * @RestController
 * class TelnyxWebhooks {
 *     private final WebhookReceiver receiver =
 *             new WebhookReceiver(WebhookVerifier.fromEnvironment(), webhook -> handle(webhook));
 *
 *     @PostMapping("/telnyx")
 *     ResponseEntity<String> receive(@RequestHeader HttpHeaders headers, InputStream body) {
 *         WebhookResponse response = receiver.receive("POST", headers::get, body);
 *         ResponseEntity.BodyBuilder entity = ResponseEntity.status(response.status());
 *         response.headers().forEach(entity::header);
 *         return entity.body(response.body());
 *     }
 * }
 * }</pre>
 *
 * <p>The parameter must be an {@code InputStream}. Spring reads a {@code byte[]} or a {@code String} as a whole before
 * anybody can refuse it, and encodes a form anew from its parameters, whose bytes then no longer match the signature.
 *
 * <p>With anything else, give {@code receive} the method, a way to find all values of a header, and the body as it came
 * over the wire; then send the status, the headers and the body of the response:
 *
 * <pre>{@code
 * WebhookResponse response = receiver.receive(method, name -> headersNamed(name), bodyStream);
 * }</pre>
 *
 * <p>A framework that has read the body already verifies its bytes; what {@code verify} throws knows its status:
 *
 * <pre>{@code
 * try {
 *     handle(verifier.verify(bodyBytes, HeaderLookup.of(headers)));
 *     respond(200, "");
 * } catch (WebhookRejectedException e) {
 *     WebhookResponse response = WebhookResponse.refusing(e);
 *     respond(response.status(), response.body());
 * }
 * }</pre>
 */
@NullMarked
package org.telnyx4j.webhooks;

import org.jspecify.annotations.NullMarked;
