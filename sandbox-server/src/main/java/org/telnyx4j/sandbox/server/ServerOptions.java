package org.telnyx4j.sandbox.server;

import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * What the command line asks for.
 *
 * @param port where to listen
 * @param apiKey the key that is accepted; one is made up without it
 * @param seed the file with the first state
 * @param webhookUrl where events go that have no URL of their own
 */
record ServerOptions(int port, Optional<String> apiKey, Optional<Path> seed, Optional<URI> webhookUrl) {
    static final int DEFAULT_PORT = 12_111;

    static final String USAGE = """
            usage: sandbox [--port PORT] [--api-key KEY] [--seed FILE] [--webhook-url URL]
              --port PORT        where to listen on 127.0.0.1; 12111 unless given, 0 for a free one
              --api-key KEY      the API key to accept; one is made up unless given
              --seed FILE        the first state, in YAML or JSON, such as an export of another sandbox
              --webhook-url URL  where events go that have no webhook URL of their own
              --help             prints this""";

    private static final Set<String> NAMES = Set.of("--port", "--api-key", "--seed", "--webhook-url");

    /**
     * Reads the command line. A value comes as the next argument, or behind an equals sign.
     *
     * @throws IllegalArgumentException saying what is wrong with it
     */
    static ServerOptions parse(List<String> arguments) {
        Map<String, String> values = new HashMap<>();
        for (int i = 0; i < arguments.size(); i++) {
            String argument = arguments.get(i);
            int equals = argument.startsWith("--") ? argument.indexOf('=') : -1;
            String name = equals < 0 ? argument : argument.substring(0, equals);
            if (!NAMES.contains(name)) {
                throw new IllegalArgumentException("unknown option " + name);
            }
            if (equals < 0) {
                i++;
            }
            String value = equals >= 0 ? argument.substring(equals + 1) : i < arguments.size() ? arguments.get(i) : "";
            if (value.isBlank()) {
                throw new IllegalArgumentException(name + " needs a value");
            }
            if (values.put(name, value) != null) {
                throw new IllegalArgumentException(name + " is given twice");
            }
        }
        return new ServerOptions(
                Optional.ofNullable(values.get("--port"))
                        .map(ServerOptions::port)
                        .orElse(DEFAULT_PORT),
                Optional.ofNullable(values.get("--api-key")),
                Optional.ofNullable(values.get("--seed")).map(Path::of),
                Optional.ofNullable(values.get("--webhook-url")).map(ServerOptions::url));
    }

    private static int port(String text) {
        if (text.matches("[0-9]{1,5}") && Integer.parseInt(text) <= 65_535) {
            return Integer.parseInt(text);
        }
        throw new IllegalArgumentException("--port must be a number from 0 to 65535, was " + text);
    }

    private static URI url(String text) {
        try {
            URI url = new URI(text);
            if (url.getHost() != null && ("http".equals(url.getScheme()) || "https".equals(url.getScheme()))) {
                return url;
            }
        } catch (URISyntaxException e) {
            // Said below.
        }
        throw new IllegalArgumentException("--webhook-url must be an http or https URL");
    }
}
