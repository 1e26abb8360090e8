/**
 * A Telnyx inside the JVM: a real HTTP server on a loopback port that responds like the Telnyx API, for
 * tests and for trying things out. It sends nothing to anyone and costs nothing.
 *
 * <pre>{@code
 * try (TelnyxSandbox sandbox = TelnyxSandbox.start()) {
 *     MyClient client = new MyClient(sandbox.baseUrl(), sandbox.apiKey());   // any Telnyx client
 *     String id = client.sendText("+14155550100", "+14165550123", "Your order is ready");
 *
 *     assertThat(sandbox.requests()).hasSize(1);                             // what went on the wire
 *     assertThat(sandbox.messages().all().get(0).text()).contains("Your order is ready");
 *     sandbox.messages().markDelivered(id);                                  // it would be by itself after 150 ms
 *     assertThat(client.statusOf(id)).isEqualTo("delivered");
 *
 *     sandbox.failNext(Fault.connectionReset().afterCarryingOut());          // the response gets lost
 *     assertThatThrownBy(() -> client.sendText("+14155550100", "+14165550123", "Once, please"));
 * }
 * }</pre>
 *
 * <p>It keeps state for these operations:
 *
 * <ul>
 *   <li>messages: send, number pool, long code, short code, group MMS, alphanumeric sender, schedule, retrieve,
 *       retrieve a group, cancel
 *   <li>messaging profiles: list, create, retrieve, update, delete, their phone numbers and short codes
 *   <li>phone numbers: search for those on sale; list, retrieve, update and delete those of the account; list,
 *       retrieve and update their messaging and voice settings
 *   <li>number orders and reservations: list, create, retrieve, update; orders complete, fail, complete in part or wait for
 *       requirements
 *   <li>calls: dial, retrieve, and every command below {@code /calls/{call_control_id}/actions} except those of AI
 *       assistants and conversation relay; conferences with their commands and lists
 *   <li>opt-outs and detail records: lists
 * </ul>
 *
 * <p>All other operations of the specification, such as the look-up of a number, have no state: the request is checked
 * against the specification, and the response has empty lists and the required fields only. Everything else is a 404.
 *
 * <p>As with the real API, a list ignores a filter that it doesn't know, such as a misspelt one, a field of a body
 * that it doesn't know has no effect, and a change sets exactly the fields that were sent.
 *
 * <p>Messages, calls and orders move on by themselves, with signed webhooks, on real time or on a clock that a test
 * moves ({@link org.telnyx4j.sandbox.SandboxClock}); {@code automatic(false)} on the builder leaves that to the test. The
 * sandbox prints and logs nothing.
 */
@NullMarked
package org.telnyx4j.sandbox;

import org.jspecify.annotations.NullMarked;
