package org.telnyx4j.internal.messaging.profiles;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.telnyx4j.generated.model.MessagingProfile;
import org.telnyx4j.sandbox.SandboxMessagingProfile;
import org.telnyx4j.sandbox.TelnyxSandbox;
import org.telnyx4j.testing.FaultyProxy;
import org.telnyx4j.testing.FaultyProxy.Passage;
import org.telnyx4j.testing.ReceivedRequest;
import org.telnyx4j.testing.Response;

/** The sandbox with its messaging profiles, behind a proxy that loses, delays and changes what a test wants it to. */
final class ProfileAccount implements AutoCloseable {
    /** What becomes of a request that creates a profile. */
    enum Creation {
        ANSWERED,
        /** The profile is created, and the connection closed without a response. */
        MADE_AND_NOT_ANSWERED,
        /** The profile is created, and a gateway responds with 502. */
        MADE_AND_502,
        /** The profile is created, and the response is a success without data. */
        MADE_AND_UNREADABLE,
        /** Nothing is created, and the connection is closed. */
        LOST,
        /** Nothing is created, and the response is 422. */
        REFUSED,
        /** Nothing is created, and the response is that there is one of the name. */
        REFUSED_AS_TAKEN,
        /** A gateway sends the request twice: the profile is created, and the copy refused as there is one of the name. */
        MADE_AND_COPY_REFUSED
    }

    private static final String UNKNOWN_ID = "00000000-0000-4000-8000-000000000000";
    private static final JsonMapper JSON = new JsonMapper();

    private final TelnyxSandbox sandbox = TelnyxSandbox.builder()
            .emptyAccount()
            .acceptAnyConnection()
            .apiKey("key")
            .start();
    private final FaultyProxy proxy;
    private final Set<String> hidden = new HashSet<>();
    private @Nullable String firstId;
    private Creation creation = Creation.ANSWERED;
    private int listsUntilVisible;
    private int listsThatFail;
    private int listsRefused;
    private @Nullable String listed;
    private volatile @Nullable CountDownLatch hold;
    private volatile Runnable arrived = () -> {};
    private boolean counting = true;

    ProfileAccount() throws IOException {
        proxy = FaultyProxy.inFrontOf(sandbox.baseUrl(), this::handle);
    }

    String baseUrl() {
        return proxy.baseUrl();
    }

    /** Sets what becomes of requests that create a profile from now on. */
    synchronized ProfileAccount creation(Creation next) {
        creation = next;
        return this;
    }

    /** Keeps the profiles that are created from now on out of so many lists. */
    synchronized ProfileAccount visibleAfter(int lists) {
        listsUntilVisible = lists;
        return this;
    }

    /** Responds with 503 to so many of the lists that follow a request to create a profile. */
    synchronized ProfileAccount listsThatFailAfterCreation(int lists) {
        listsThatFail = lists;
        return this;
    }

    /** Responds to all lists with an error. */
    synchronized ProfileAccount listsThatAreRefused(int status) {
        listsRefused = status;
        return this;
    }

    /** Responds to all lists with these profiles, written as JSON, and no totals. */
    synchronized ProfileAccount listsShow(String profiles) {
        listed = "{\"data\":[" + profiles + "],\"meta\":{}}";
        return this;
    }

    /** Keeps requests that create a profile waiting until the latch is released. */
    ProfileAccount holdingCreation(CountDownLatch latch) {
        hold = latch;
        return this;
    }

    /** Runs this when a request to create a profile has arrived. */
    ProfileAccount onCreation(Runnable action) {
        arrived = action;
        return this;
    }

    /** Leaves totals out of lists. */
    synchronized ProfileAccount withoutTotals() {
        counting = false;
        return this;
    }

    /** Adds a profile that has these settings and no others. */
    SandboxMessagingProfile add(String name, String settings) {
        return sandbox.messagingProfiles()
                .add(MessagingProfile.fromJson(settings).toBuilder().name(name).build());
    }

    /** Returns how many profiles there are of a name, visible or not. */
    long count(String name) {
        return sandbox.messagingProfiles().all().stream()
                .filter(profile -> profile.name().equals(name))
                .count();
    }

    /** Returns the id of the first profile; one that no profile has as long as there is none. */
    synchronized String id() {
        if (firstId == null && !ids().isEmpty()) {
            firstId = ids().get(0);
        }
        return firstId == null ? UNKNOWN_ID : firstId;
    }

    /** Returns the ids of all profiles in the order in which they were created. */
    List<String> ids() {
        return sandbox.messagingProfiles().all().stream()
                .map(SandboxMessagingProfile::id)
                .toList();
    }

    /** Returns the id of the last request that got through. */
    String lastRequestId() {
        List<org.telnyx4j.sandbox.ReceivedRequest> all = sandbox.requests();
        return all.get(all.size() - 1).requestId();
    }

    /** Returns method, path with query, and body of each request so far. */
    List<String> requests() {
        return proxy.requests().stream().map(ProfileAccount::line).toList();
    }

    @Override
    public void close() {
        proxy.close();
        sandbox.close();
    }

    private static String line(ReceivedRequest request) {
        String body = request.body();
        return request.method() + " " + request.target() + (body.isEmpty() ? "" : " " + body);
    }

    private void handle(Passage passage) throws IOException, InterruptedException {
        ReceivedRequest request = passage.request();
        if (request.method().equals("POST")) {
            arrived.run();
            CountDownLatch latch = hold;
            if (latch != null && !latch.await(10, TimeUnit.SECONDS)) {
                throw new AssertionError("nobody released it");
            }
            create(passage);
        } else if (request.method().equals("GET") && request.path().endsWith("/messaging_profiles")) {
            list(passage);
        } else {
            passage.send(passage.forward());
        }
    }

    private synchronized void create(Passage passage) throws IOException {
        if (creation == Creation.LOST) {
            passage.close();
            return;
        }
        if (creation == Creation.REFUSED) {
            passage.send(Response.json(422, "{\"errors\":[{\"code\":\"10015\",\"title\":\"Bad request\"}]}"));
            return;
        }
        if (creation == Creation.REFUSED_AS_TAKEN) {
            passage.send(taken());
            return;
        }
        Response response = passage.forward();
        if (listsUntilVisible > 0) {
            hidden.add(JSON.readTree(response.body()).path("data").path("id").asText());
        }
        switch (creation) {
            case MADE_AND_NOT_ANSWERED -> passage.close();
            case MADE_AND_502 -> passage.send(Response.json(502, "<html>bad gateway</html>"));
            case MADE_AND_COPY_REFUSED -> passage.send(taken());
            case MADE_AND_UNREADABLE -> passage.send(Response.json(200, "{}"));
            default -> passage.send(response);
        }
    }

    private static Response taken() {
        return Response.json(409, "{\"errors\":[{\"code\":\"10012\",\"title\":\"Duplicate resource\"}]}");
    }

    private synchronized void list(Passage passage) throws IOException {
        boolean requested =
                proxy.requests().stream().anyMatch(request -> request.method().equals("POST"));
        if (requested && listsThatFail > 0) {
            listsThatFail--;
            passage.send(Response.json(503, ""));
        } else if (listsRefused > 0) {
            passage.send(Response.json(listsRefused, "{\"errors\":[{\"code\":\"10007\",\"title\":\"No\"}]}"));
        } else if (listed != null) {
            passage.send(Response.json(200, listed));
        } else {
            // Looser than by equality, as the real filter may be.
            ReceivedRequest request = passage.request();
            passage.send(shown(passage.forward(
                    request.withTarget(request.target().replace("filter[name][eq]", "filter[name][contains]")))));
            if (!hidden.isEmpty() && requested && --listsUntilVisible == 0) {
                hidden.clear();
            }
        }
    }

    /** Takes out of a list what does not show yet, and the totals if they are not to show. */
    private Response shown(Response list) throws IOException {
        ObjectNode body = (ObjectNode) JSON.readTree(list.body());
        List<JsonNode> visible = new ArrayList<>();
        body.path("data").forEach(visible::add);
        boolean changed =
                visible.removeIf(profile -> hidden.contains(profile.path("id").asText()));
        if (!changed && counting) {
            return list;
        }
        ((ArrayNode) body.path("data")).removeAll().addAll(visible);
        ObjectNode meta = (ObjectNode) body.path("meta");
        if (counting) {
            meta.put("total_results", visible.size());
        } else {
            meta.remove(List.of("total_pages", "total_results"));
        }
        return list.withBody(body.toString());
    }
}
