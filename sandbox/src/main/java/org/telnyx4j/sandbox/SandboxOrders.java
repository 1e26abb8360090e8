package org.telnyx4j.sandbox;

import java.util.List;
import java.util.Optional;

/**
 * The number orders of the sandbox, and the hand that settles them. Safe for concurrent use.
 *
 * <p>An order is answered as {@code pending}; by default the next request that retrieves it by its id finds it a
 * {@code success}, and the account owns its numbers from then on. A list shows orders as they stand and settles
 * none. {@link TelnyxSandbox#reset} goes back to that default.
 */
public interface SandboxOrders {

    /** Returns all orders, oldest first; a copy that doesn't change any more. */
    List<SandboxOrder> all();

    /** Returns the order with this id as it stands now, without settling it. */
    Optional<SandboxOrder> find(String id);

    /** Lets pending orders succeed when they are retrieved, as a new sandbox does. */
    void letSucceed();

    /** Lets pending orders fail when they are retrieved. */
    void letFail();

    /** Leaves pending orders as they are until {@link #complete} or {@link #fail}. */
    void keepPending();

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
}
