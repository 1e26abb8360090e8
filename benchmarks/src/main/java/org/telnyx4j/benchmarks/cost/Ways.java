package org.telnyx4j.benchmarks.cost;

import java.util.ArrayList;
import java.util.List;
import java.util.ServiceLoader;

/** All ways to call the API that this class path has. */
final class Ways {
    static final String RAW = "raw";
    static final String FLOOR = "floor";
    static final String LIBRARY = "telnyx4j";

    /** By plain sockets: what the server can do. It is measured beside the others and not compared with them. */
    static final String SOCKET = "socket";

    /** What each run compares, in the order in which it is shown. */
    static final List<String> OWN = List.of(RAW, FLOOR, LIBRARY);

    private Ways() {}

    /** Returns the names of the other companies' SDKs. */
    static List<String> peers() {
        List<String> names = new ArrayList<>();
        ServiceLoader.load(WayFactory.class).forEach(factory -> names.add(factory.name()));
        return names;
    }

    static Way create(String name, String baseUrl) {
        return switch (name) {
            case RAW -> new RawWay(baseUrl);
            case FLOOR -> new FloorWay(baseUrl);
            case LIBRARY -> new LibraryWay(baseUrl);
            case SOCKET -> new SocketWay(baseUrl);
            default -> peer(name).create(baseUrl);
        };
    }

    private static WayFactory peer(String name) {
        for (WayFactory factory : ServiceLoader.load(WayFactory.class)) {
            if (factory.name().equals(name)) {
                return factory;
            }
        }
        throw new IllegalArgumentException("Unknown way: " + name);
    }
}
