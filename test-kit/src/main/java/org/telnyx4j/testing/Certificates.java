package org.telnyx4j.testing;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.concurrent.TimeUnit;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;

/** A certificate for localhost that nobody has signed, created with the JDK's own keytool. */
public final class Certificates {
    private static final String STORE = "server.p12";
    private static final String PEM = "server.pem";
    private static final char[] PASSWORD = "password".toCharArray();

    private final Path pem;
    private final KeyStore store;

    private Certificates(Path pem, KeyStore store) {
        this.pem = pem;
        this.store = store;
    }

    /** Creates one in a folder of its own, which is deleted when the JVM ends. */
    public static Certificates selfSigned() throws IOException, InterruptedException, GeneralSecurityException {
        Path folder = Files.createTempDirectory("telnyx4j-certificate");
        folder.toFile().deleteOnExit();
        for (String name : List.of(STORE, PEM)) {
            folder.resolve(name).toFile().deleteOnExit();
        }
        return selfSigned(folder);
    }

    /** Creates one in a folder, which takes keytool about a second. */
    public static Certificates selfSigned(Path folder)
            throws IOException, InterruptedException, GeneralSecurityException {
        Path file = folder.resolve(STORE);
        Path pem = folder.resolve(PEM);
        keytool(
                "-genkeypair",
                "-alias",
                "server",
                "-keyalg",
                "EC",
                "-groupname",
                "secp256r1",
                "-dname",
                "CN=localhost",
                "-ext",
                "san=dns:localhost,ip:127.0.0.1",
                "-validity",
                "2",
                "-storetype",
                "PKCS12",
                "-keystore",
                file.toString(),
                "-storepass",
                new String(PASSWORD));
        keytool(
                "-exportcert",
                "-rfc",
                "-alias",
                "server",
                "-file",
                pem.toString(),
                "-keystore",
                file.toString(),
                "-storepass",
                new String(PASSWORD));
        KeyStore store = KeyStore.getInstance("PKCS12");
        try (InputStream in = Files.newInputStream(file)) {
            store.load(in, PASSWORD);
        }
        return new Certificates(pem, store);
    }

    /** Returns the certificate as a file in PEM form. */
    public Path pem() {
        return pem;
    }

    /** Writes the private key as a file in PEM form beside the certificate, for servers that are not Java. */
    public Path privateKey() throws GeneralSecurityException, IOException {
        byte[] key = store.getKey("server", PASSWORD).getEncoded();
        String text = "-----BEGIN PRIVATE KEY-----\n" + Base64.getMimeEncoder().encodeToString(key)
                + "\n-----END PRIVATE KEY-----\n";
        Path file = Files.writeString(pem.resolveSibling("server.key"), text);
        file.toFile().deleteOnExit();
        return file;
    }

    /** Returns what a server needs to show the certificate. */
    public SSLContext server() throws GeneralSecurityException {
        KeyManagerFactory keys = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
        keys.init(store, PASSWORD);
        SSLContext context = SSLContext.getInstance("TLS");
        context.init(keys.getKeyManagers(), null, null);
        return context;
    }

    /** Returns what a client needs to trust the certificate. */
    public SSLContext client() throws GeneralSecurityException, IOException {
        KeyStore trusted = KeyStore.getInstance("PKCS12");
        trusted.load(null, null);
        trusted.setCertificateEntry("server", store.getCertificate("server"));
        TrustManagerFactory trust = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
        trust.init(trusted);
        SSLContext context = SSLContext.getInstance("TLS");
        context.init(null, trust.getTrustManagers(), null);
        return context;
    }

    private static void keytool(String... arguments) throws IOException, InterruptedException {
        Path tool = Path.of(System.getProperty("java.home"), "bin", "keytool");
        List<String> command = new ArrayList<>(List.of(tool.toString()));
        command.addAll(List.of(arguments));
        Process process = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start();
        if (!process.waitFor(60, TimeUnit.SECONDS) || process.exitValue() != 0) {
            throw new AssertionError("keytool failed");
        }
    }
}
