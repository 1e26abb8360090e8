package org.telnyx4j.benchmarks.webhooks;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.math.BigInteger;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PublicKey;
import java.security.Signature;
import java.security.spec.EdECPoint;
import java.security.spec.EdECPublicKeySpec;
import java.security.spec.NamedParameterSpec;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.Base64;
import java.util.concurrent.TimeUnit;
import org.bouncycastle.crypto.params.Ed25519PublicKeyParameters;
import org.bouncycastle.crypto.signers.Ed25519Signer;
import org.bouncycastle.math.ec.rfc8032.Ed25519;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;
import org.telnyx4j.webhooks.VerifiedWebhook;
import org.telnyx4j.webhooks.WebhookSigner;
import org.telnyx4j.webhooks.WebhookVerifier;

/**
 * Compares the verifier with bare signature checks. The verifier gets what comes over the wire: a body and the texts of
 * two headers. The others get the signed bytes, the decoded signature and the decoded key for nothing.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Warmup(iterations = 3, time = 2)
@Measurement(iterations = 5, time = 2)
@Fork(2)
public class VerificationBenchmark {
    private static final Instant NOW = Instant.parse("2026-03-01T12:00:00Z");

    /** Length of the body. */
    @Param({"1024", "16384"})
    public int bytes;

    private byte[] body = {};
    private String signatureText = "";
    private String timestamp = "";
    private WebhookVerifier verifier = WebhookVerifier.builder().build();

    private byte[] message = {};
    private byte[] signature = {};
    private Ed25519PublicKeyParameters bouncyCastleKey = new Ed25519PublicKeyParameters(
            Base64.getDecoder().decode(WebhookSigner.generate().publicKey()));
    private PublicKey jdkKey = jdkKey(bouncyCastleKey.getEncoded());

    /** Signs a body of the wanted length. */
    @Setup
    public void sign() {
        WebhookSigner signer = WebhookSigner.generate();
        body = new byte[bytes];
        Arrays.fill(body, (byte) 'x');
        timestamp = Long.toString(NOW.getEpochSecond());
        signatureText = signer.signature(body, timestamp);
        verifier = WebhookVerifier.builder()
                .publicKey(signer.publicKey())
                .clock(Clock.fixed(NOW, ZoneOffset.UTC))
                .build();

        byte[] prefix = (timestamp + "|").getBytes(US_ASCII);
        message = Arrays.copyOf(prefix, prefix.length + body.length);
        System.arraycopy(body, 0, message, prefix.length, body.length);
        signature = Base64.getDecoder().decode(signatureText);
        byte[] encodedKey = Base64.getDecoder().decode(signer.publicKey());
        bouncyCastleKey = new Ed25519PublicKeyParameters(encodedKey);
        jdkKey = jdkKey(encodedKey);
    }

    /** All that this library does for a webhook. */
    @Benchmark
    public VerifiedWebhook telnyx4j() {
        return verifier.verify(body, signatureText, timestamp);
    }

    /** Bouncy Castle's signature check alone. */
    @Benchmark
    public boolean bouncyCastle() {
        return bouncyCastleKey.verify(Ed25519.Algorithm.Ed25519, null, message, 0, message.length, signature, 0);
    }

    /** The same in the way that is usually shown. */
    @Benchmark
    public boolean bouncyCastleSigner() {
        Ed25519Signer signer = new Ed25519Signer();
        signer.init(false, bouncyCastleKey);
        signer.update(message, 0, message.length);
        return signer.verifySignature(signature);
    }

    /** The JDK's signature check alone. */
    @Benchmark
    public boolean jdk() throws GeneralSecurityException {
        Signature check = Signature.getInstance("Ed25519");
        check.initVerify(jdkKey);
        check.update(message);
        return check.verify(signature);
    }

    private static PublicKey jdkKey(byte[] encoded) {
        byte[] bigEndian = new byte[encoded.length];
        for (int i = 0; i < encoded.length; i++) {
            bigEndian[i] = encoded[encoded.length - 1 - i];
        }
        boolean odd = (bigEndian[0] & 0x80) != 0;
        bigEndian[0] &= 0x7f;
        EdECPoint point = new EdECPoint(odd, new BigInteger(1, bigEndian));
        try {
            return KeyFactory.getInstance("Ed25519")
                    .generatePublic(new EdECPublicKeySpec(NamedParameterSpec.ED25519, point));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("This JDK does not take the key", e);
        }
    }
}
