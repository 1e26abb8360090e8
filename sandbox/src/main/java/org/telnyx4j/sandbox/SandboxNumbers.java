package org.telnyx4j.sandbox;

import java.util.List;
import java.util.Optional;

/**
 * The phone numbers of the sandbox: the stock that can be searched and bought, and those that the account owns.
 * Safe for concurrent use.
 *
 * <p>A new sandbox owns no number, and has ten for sale in each of the area codes 416 (Toronto), 212 (New York)
 * and 415 (San Francisco), and ten toll-free ones in 833. {@link #available()} lists them.
 */
public interface SandboxNumbers {

    /**
     * Returns the numbers for sale in the order in which a search finds them: first those that the test added,
     * then the sandbox's own. A copy that doesn't change any more.
     */
    List<String> available();

    /**
     * Puts a number up for sale. What the sandbox doesn't know about its place it leaves out of the region; the
     * area codes that it knows are those of its own stock and a few of the largest cities of Canada and the US.
     *
     * @param phoneNumber in E.164, such as {@code +14165550199}
     * @throws IllegalArgumentException if it isn't in E.164, or the account owns it
     */
    void addAvailable(String phoneNumber);

    /** Takes every number off sale, so that any search comes back empty. */
    void clearAvailable();

    /**
     * Lets somebody else be faster: searches still find the number, but an order for it is refused, and from then
     * on it is gone. One that isn't for sale is put up for sale first.
     *
     * @throws IllegalArgumentException as {@link #addAvailable} throws it
     */
    void loseToAnotherBuyer(String phoneNumber);

    /**
     * Gives the account a number without an order. A number that it has already is returned as it is.
     *
     * @param phoneNumber in E.164
     * @throws IllegalArgumentException if it isn't in E.164
     */
    SandboxNumber addOwned(String phoneNumber);

    /** Returns the numbers of the account, oldest first; a copy that doesn't change any more. */
    List<SandboxNumber> owned();

    /** Returns the number of the account with this id, which is not the phone number itself. */
    Optional<SandboxNumber> find(String id);

    /** Returns the account's number with this phone number, in E.164. */
    Optional<SandboxNumber> findByNumber(String phoneNumber);
}
