package org.telnyx4j.benchmarks.cost;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;

/**
 * The same bytes over plain sockets, a socket for each thread: nobody can ask the server faster, so this shows what it can
 * do.
 */
final class SocketWay implements Way {
    private final URI base;
    private final byte[] request;
    private final ThreadLocal<Socket> own = ThreadLocal.withInitial(this::connect);
    private final Queue<Socket> all = new ConcurrentLinkedQueue<>();

    SocketWay(String baseUrl) {
        base = URI.create(baseUrl);
        String json = "{\"from\":\"+14165550199\",\"to\":\"+14165550123\",\"text\":\"" + TEXT + "\"}";
        request = ("POST " + base.getPath() + "/messages HTTP/1.1\r\nHost: localhost\r\nAuthorization: Bearer key\r\n"
                        + "Content-Type: application/json\r\nContent-Length: " + json.length() + "\r\n\r\n" + json)
                .getBytes(StandardCharsets.ISO_8859_1);
    }

    private Socket connect() {
        try {
            Socket socket = new Socket(base.getHost(), base.getPort());
            socket.setTcpNoDelay(true);
            all.add(socket);
            return socket;
        } catch (IOException e) {
            throw new IllegalStateException("The server is not there", e);
        }
    }

    @Override
    public String send() throws IOException {
        Socket socket = own.get();
        OutputStream out = socket.getOutputStream();
        out.write(request);
        InputStream in = socket.getInputStream();
        in.readNBytes(BenchServer.messageResponseBytes());
        return "";
    }

    @Override
    public void close() throws IOException {
        for (Socket socket : all) {
            socket.close();
        }
    }
}
