package org.telnyx4j.benchmarks.faults.server;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import org.jspecify.annotations.Nullable;

/** Keeps messaging profiles. As on Telnyx, a name may be given to any number of them. */
public final class ProfileBooks {
    private final List<Kept> profiles = new CopyOnWriteArrayList<>();

    ProfileBooks() {}

    /**
     * A profile.
     *
     * @param id its id
     * @param name its name
     * @param maker the token of the send that made it
     */
    public record Made(String id, String name, String maker) {}

    /** Returns all profiles of a name. */
    public List<Made> named(String name) {
        return profiles.stream()
                .map(Kept::made)
                .filter(made -> made.name().equals(name))
                .toList();
    }

    /** Creates one. Where orders would show late, the list shows it when the caller has waited twice. */
    Answer create(Ticket ticket, JsonNode body) {
        String id = UUID.randomUUID().toString();
        ObjectNode fields =
                Answer.object().put("record_type", "messaging_profile").put("id", id);
        fields.setAll((ObjectNode) body);
        long late = ticket.twist() == Twist.SHOWS_LATE ? 2 * ticket.patience().toNanos() : 0;
        long showsAt = System.nanoTime() + late;
        Kept kept = new Kept(new Made(id, body.path("name").asText(), ticket.token()), showsAt, fields);
        profiles.add(kept);
        return Answer.data(kept.copy());
    }

    Answer look(String id) {
        for (Kept kept : profiles) {
            if (kept.made().id().equals(id)) {
                return Answer.data(kept.copy());
            }
        }
        return Answer.error(404, "10005", "Resource not found", "There is no such profile");
    }

    Answer update(String id, JsonNode body) {
        for (Kept kept : profiles) {
            if (kept.made().id().equals(id)) {
                return Answer.data(kept.change((ObjectNode) body));
            }
        }
        return Answer.error(404, "10005", "Resource not found", "There is no such profile");
    }

    /** Lists profiles. The filter by name is loose, as one must expect of the real one. */
    Answer list(WireRequest request) {
        String wanted = filter(request.query().get("filter[name][eq]"));
        List<ObjectNode> found = new ArrayList<>();
        for (Kept kept : profiles) {
            if (kept.isShown() && filter(kept.made().name()).contains(wanted)) {
                found.add(kept.copy());
            }
        }
        return Answer.page(found, request.number("page[number]", 1), request.number("page[size]", 20));
    }

    private static String filter(@Nullable String name) {
        return Objects.requireNonNullElse(name, "").toLowerCase(Locale.ROOT);
    }

    private static final class Kept {
        private final Made made;
        private final long showsAt;
        private final ObjectNode fields;

        Kept(Made made, long showsAt, ObjectNode fields) {
            this.made = made;
            this.showsAt = showsAt;
            this.fields = fields;
        }

        boolean isShown() {
            return System.nanoTime() - showsAt >= 0;
        }

        Made made() {
            return made;
        }

        synchronized ObjectNode change(ObjectNode changes) {
            fields.setAll(changes);
            return fields.deepCopy();
        }

        synchronized ObjectNode copy() {
            return fields.deepCopy();
        }
    }
}
