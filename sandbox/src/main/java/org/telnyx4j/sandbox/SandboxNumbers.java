package org.telnyx4j.sandbox;

import java.util.List;
import java.util.Optional;
import org.telnyx4j.generated.model.AvailablePhoneNumber;

/**
 * The phone numbers of the sandbox: the stock that can be searched and bought, and those that the account owns.
 * Safe for concurrent use.
 *
 * <p>A new sandbox owns the numbers of {@link SandboxAccount}, and has ten for sale in each of the area codes 416
 * (Toronto), 212 (New York) and 415 (San Francisco), ten toll-free ones in 833, and ten of London and ten mobile ones of
 * the United Kingdom. {@link #available()} lists them. All of them are kept for fiction, so nobody has them.
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

    /**
     * Puts a number up for sale with features, price and whatever else a search is to find. Its region is worked out
     * where it has none.
     *
     * @throws IllegalArgumentException as {@link #addAvailable(String)} throws it
     */
    void addAvailable(AvailablePhoneNumber number);

    /** Takes every number off sale, so that any search comes back empty. */
    void clearAvailable();

    /**
     * Lets somebody else be faster: searches still find the number, but an order for it is refused, and from then
     * on it is gone. One that isn't for sale is put up for sale first.
     *
     * @throws IllegalArgumentException as {@link #addAvailable(String)} throws it
     */
    void loseToAnotherBuyer(String phoneNumber);

    /**
     * Gives the account a number without an order. A number that it has already is returned as it is.
     *
     * @param phoneNumber in E.164
     * @throws IllegalArgumentException if it isn't in E.164
     */
    SandboxNumber own(String phoneNumber);

    /**
     * Gives the account a number without an order, assigned to a messaging profile.
     *
     * @param phoneNumber in E.164
     * @param messagingProfileId the id of the profile
     * @throws IllegalArgumentException if the number isn't in E.164
     */
    SandboxNumber own(String phoneNumber, String messagingProfileId);

    /**
     * Puts a number of the account on a connection, whose webhook URL gets the events of its calls.
     *
     * @param phoneNumber in E.164
     * @param connectionId the id of the connection
     * @return the number as it stands now
     * @throws IllegalArgumentException if the account doesn't have this number
     */
    SandboxNumber connect(String phoneNumber, String connectionId);

    /**
     * Lets an order for a number wait until what regulation requires has been sent and approved, as {@link
     * SandboxOrders#approveRequirements} does it.
     *
     * @throws IllegalArgumentException if it isn't in E.164
     */
    void requireRegulatoryInformation(String phoneNumber);

    /** Returns the numbers of the account, oldest first; a copy that doesn't change any more. */
    List<SandboxNumber> owned();

    /** Returns the number of the account with this id. */
    Optional<SandboxNumber> find(String id);

    /** Returns the account's number with this phone number, in E.164. */
    Optional<SandboxNumber> findByNumber(String phoneNumber);
}
