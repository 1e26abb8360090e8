package org.telnyx4j.webhooks;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.bouncycastle.math.ec.rfc8032.Ed25519;
import org.jspecify.annotations.Nullable;

/**
 * Reads a public key in the forms that settings hold it in: the Base64 of 32 bytes as Telnyx shows it, unpadded, in the
 * URL-safe alphabet or in quotes, and the DER of X.509's SubjectPublicKeyInfo as Base64 or PEM. What could be anything
 * else is refused with the likely cause. No message contains a part of the text: it may be a private key.
 */
final class PublicKeyText {
    /** SubjectPublicKeyInfo of an Ed25519 key (RFC 8410): this, then the key. */
    private static final byte[] DER_START = HexFormat.of().parseHex("302a300506032b6570032100");

    private static final Pattern PEM =
            Pattern.compile("-----BEGIN ([A-Z0-9 ]{1,40})-----([^-]{0,10000})-----END \\1-----");

    private static final String EXPECTED = "A public key is not the Base64 of " + Ed25519.PUBLIC_KEY_SIZE + " bytes";

    /** Object identifiers in DER, and what they are of. */
    private static final String[][] ALGORITHMS = {
        {"06092a864886f70d0101", "an RSA key"},
        {"06072a8648ce3d0201", "an EC key"},
        {"06032b656e", "an X25519 key"},
        {"06032b6571", "an Ed448 key"},
    };

    private PublicKeyText() {}

    /** The 32 bytes of a key. */
    static byte[] decode(String text) {
        String bare = unquoted(text);
        if (bare.contains("-----BEGIN")) {
            return ofPem(bare);
        }
        byte[] key = exactly(bare, Ed25519.PUBLIC_KEY_SIZE);
        if (key != null) {
            return key;
        }
        byte[] der = exactly(bare, DER_START.length + Ed25519.PUBLIC_KEY_SIZE);
        if (der != null && isEd25519(der)) {
            return keyOf(der);
        }
        throw invalid(EXPECTED + causeOf(bare));
    }

    /** Without surrounding white space, and without a pair of quotes that a shell or a settings file left there. */
    static String unquoted(String text) {
        String bare = text.strip();
        for (char quote : new char[] {'"', '\''}) {
            int last = bare.lastIndexOf(quote);
            if (last > 0 && last == bare.length() - 1 && bare.indexOf(quote) == 0 && bare.indexOf(quote, 1) == last) {
                return bare.substring(1, last).strip();
            }
        }
        return bare;
    }

    private static byte[] ofPem(String text) {
        // Settings that hold one line write a line break as a backslash and an n.
        Matcher pem = PEM.matcher(text.replace("\\r", "").replace("\\n", "\n"));
        if (!pem.matches()) {
            throw text.contains("PRIVATE KEY-----")
                    ? privateKey()
                    : invalid("A public key starts like PEM and is not one PEM block as a whole");
        }
        String label = pem.group(1);
        if (label.contains("PRIVATE")) {
            throw privateKey();
        }
        byte[] der = decoded(pem.group(2).replaceAll("\\s", ""));
        if (label.equals("PUBLIC KEY") && der != null && isEd25519(der)) {
            return keyOf(der);
        }
        if (label.equals("RSA PUBLIC KEY")) {
            throw notEd25519("an RSA key");
        }
        if (!label.equals("PUBLIC KEY")) {
            throw invalid("A public key is PEM of something else than a PUBLIC KEY, such as a certificate");
        }
        if (der == null) {
            throw invalid("A public key is PEM whose content is no Base64");
        }
        throw notEd25519(algorithmOf(der));
    }

    private static byte[] keyOf(byte[] der) {
        return Arrays.copyOfRange(der, DER_START.length, der.length);
    }

    /**
     * The bytes if the text is the Base64 of so many, in either alphabet, padded or not. One spelling is taken for each of
     * the four: nothing in between, and zero in the bits that are left over.
     */
    private static byte @Nullable [] exactly(String text, int length) {
        int padded = (length + 2) / 3 * 4;
        int unpadded = (length * 8 + 5) / 6;
        if (text.length() != padded && text.length() != unpadded) {
            return null;
        }
        boolean standard = text.indexOf('-') < 0 && text.indexOf('_') < 0;
        boolean urlSafe = text.indexOf('+') < 0 && text.indexOf('/') < 0;
        if (!standard && !urlSafe) {
            return null;
        }
        String canonical = text.replace('-', '+').replace('_', '/');
        if (text.length() < padded) {
            canonical += "=".repeat(padded - unpadded);
        }
        return StrictBase64.decode(canonical, length);
    }

    private static String causeOf(String text) {
        if (text.startsWith("ssh-")) {
            return "; it is a key of SSH";
        }
        if (text.regionMatches(true, 0, "KEY", 0, 3) && text.length() != 43 && text.length() != 44) {
            return "; it looks like an API key, which is no public key and secret";
        }
        if (text.matches("[0-9a-fA-F]{64}")) {
            return "; it looks hexadecimal";
        }
        if (text.chars().anyMatch(Character::isWhitespace)) {
            return "; it has white space inside";
        }
        byte[] bytes = decoded(text);
        if (bytes == null) {
            return text.chars().allMatch(PublicKeyText::isOfBase64)
                    ? "; its end is missing or has characters too many"
                    : "; it has characters that are not of Base64";
        }
        if (isPkcs8(bytes)) {
            throw privateKey();
        }
        if (bytes.length == 64) {
            return "; it is that of 64, which a private key or a signature has";
        }
        if (bytes.length > 0 && bytes[0] == 0x30 && bytes.length > Ed25519.PUBLIC_KEY_SIZE) {
            throw notEd25519(algorithmOf(bytes));
        }
        return "; it is that of " + bytes.length;
    }

    /** Whether this is DER of a private key of any algorithm: a sequence that starts with its version, 0 or 1. */
    private static boolean isPkcs8(byte[] der) {
        int content = der.length > 1 && der[0] == 0x30 ? (der[1] < 0 ? 2 + (der[1] & 0x7f) : 2) : der.length;
        return content + 2 < der.length
                && der[content] == 2
                && der[content + 1] == 1
                && (der[content + 2] == 0 || der[content + 2] == 1);
    }

    private static String algorithmOf(byte[] der) {
        String hex = HexFormat.of().formatHex(der, 0, Math.min(der.length, 64));
        for (String[] algorithm : ALGORITHMS) {
            if (hex.contains(algorithm[0])) {
                return algorithm[1];
            }
        }
        return "DER of something else";
    }

    private static byte @Nullable [] decoded(String text) {
        try {
            return Base64.getDecoder()
                    .decode(text.replace('-', '+').replace('_', '/').getBytes(StandardCharsets.ISO_8859_1));
        } catch (IllegalArgumentException e) {
            return null;
        }
    }

    private static boolean isOfBase64(int c) {
        return (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || "+/-_=".indexOf(c) >= 0;
    }

    private static boolean isEd25519(byte[] der) {
        return der.length == DER_START.length + Ed25519.PUBLIC_KEY_SIZE
                && Arrays.equals(der, 0, DER_START.length, DER_START, 0, DER_START.length);
    }

    private static WebhookRejectedException privateKey() {
        return invalid("This is a PRIVATE key, not a public key. Nobody but its owner may have it: remove it from this "
                + "setting, replace it if others could read it, and set the public key that Telnyx shows");
    }

    private static WebhookRejectedException notEd25519(String what) {
        return invalid("A public key is " + what + "; Telnyx signs webhooks with Ed25519");
    }

    private static WebhookRejectedException invalid(String message) {
        return new WebhookRejectedException(RejectionReason.INVALID_PUBLIC_KEY, null, message);
    }
}
