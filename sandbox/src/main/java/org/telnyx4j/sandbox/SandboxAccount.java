package org.telnyx4j.sandbox;

import java.util.List;

/**
 * What the account of a new sandbox has, so that a first text or call needs no preparation: three numbers, a messaging
 * profile that they are assigned to and that admits every country, and a connection that they are on. Immutable. An
 * account that was to be empty has none of these, though this shows what it would have.
 */
public final class SandboxAccount {
    /** The id of the messaging profile. */
    public static final String MESSAGING_PROFILE_ID = "40017f00-0000-4000-8000-000000000001";

    /** The id of the connection. */
    public static final String CONNECTION_ID = "1293384261075731001";

    /** The numbers: San Francisco, Toronto and toll-free; kept for fiction, so nobody has them. */
    public static final List<String> NUMBERS = List.of("+14155550100", "+14165550199", "+18335550100");

    static final String PROFILE_NAME = "Sandbox";

    private SandboxAccount() {}
}
