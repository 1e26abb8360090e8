package org.telnyx4j.sandbox;

import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * The number orders of the sandbox, and the hand that settles them. Safe for concurrent use.
 *
 * <p>An order is {@code pending} at first. When its time has come on the sandbox's clock, 100 ms after it was placed
 * unless set otherwise, it is a {@code success}, and the account owns its numbers from then on. To look at it settles
 * nothing. {@link TelnyxSandbox#reset} goes back to that default.
 */
public interface SandboxOrders {

    /** Returns all orders, oldest first; a copy that doesn't change any more. */
    List<SandboxOrder> all();

    /** Returns the order with this id as it stands now. */
    Optional<SandboxOrder> find(String id);

    /** Lets orders succeed when their time has come, as a new sandbox does; those whose time has passed do at once. */
    void letSucceed();

    /** Lets orders fail when their time has come; those whose time has passed do at once. */
    void letFail();

    /**
     * Lets these numbers fail when the time of their order has come, and all others succeed. An order of which some are
     * bought is a success, and its lines show which of them are not.
     *
     * @param phoneNumbers in E.164
     */
    void letFailFor(String... phoneNumbers);

    /** Leaves orders as they are until {@link #complete}, {@link #fail} or {@link #letSucceed}. */
    void keepPending();

    /**
     * Sets how long orders take that are placed from now on.
     *
     * @param delay on the sandbox's clock
     * @throws IllegalArgumentException if it is negative
     */
    void settleAfter(Duration delay);

    /**
     * Moves a pending order to {@code success}: the account owns its numbers. One that is settled already stays as
     * it is.
     *
     * @return the order as it stands now
     * @throws IllegalArgumentException if there is no order with this id
     */
    SandboxOrder complete(String id);

    /**
     * Moves a pending order to {@code failure}; its numbers are gone. One that is settled already stays as it is.
     *
     * @return the order as it stands now
     * @throws IllegalArgumentException if there is no order with this id
     */
    SandboxOrder fail(String id);

    /**
     * Settles a pending order so that these numbers fail and the others are bought. One that is settled already stays as
     * it is.
     *
     * @param phoneNumbers in E.164
     * @return the order as it stands now
     * @throws IllegalArgumentException if there is no order with this id
     */
    SandboxOrder failFor(String id, String... phoneNumbers);

    /**
     * Approves what regulation requires, whether or not it was sent. The order is then settled in its time.
     *
     * @return the order as it stands now
     * @throws IllegalArgumentException if there is no order with this id
     * @see SandboxNumbers#requireRegulatoryInformation
     */
    SandboxOrder approveRequirements(String id);
}
