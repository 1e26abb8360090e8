package org.telnyx4j.sandbox.internal.profiles;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import org.telnyx4j.sandbox.SandboxMessagingProfile;

/**
 * A messaging profile at one point of its life.
 *
 * @param fields all that the API answers; never written to
 */
record StoredProfile(String id, ObjectNode fields, List<ObjectNode> shortCodes) implements SandboxMessagingProfile {

    @Override
    public String name() {
        return fields.get("name").textValue();
    }

    @Override
    public JsonNode settings() {
        return fields.deepCopy();
    }

    @Override
    public String toString() {
        return "SandboxMessagingProfile[" + id + ", " + name() + "]";
    }
}
