package org.telnyx4j.internal.errors;

import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.telnyx4j.internal.headers.ResponseHead;

/** Creates responses for the tests. */
public final class Responses {
    private Responses() {}

    public static ResponseHead head(int status, String... namesAndValues) {
        Map<String, String> headers = new TreeMap<>();
        for (int i = 0; i < namesAndValues.length; i += 2) {
            headers.put(namesAndValues[i].toLowerCase(Locale.ROOT), namesAndValues[i + 1]);
        }
        return new ResponseHead(status, name -> headers.get(name.toLowerCase(Locale.ROOT)));
    }

    public static byte[] bytes(String body) {
        return body.getBytes(StandardCharsets.UTF_8);
    }

    public static byte[] error(String code) {
        return bytes("{\"errors\":[{\"code\":\"" + code + "\",\"title\":\"A title\"}]}");
    }
}
