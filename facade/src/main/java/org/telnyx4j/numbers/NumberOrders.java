package org.telnyx4j.numbers;

import java.time.Duration;
import java.util.List;
import org.telnyx4j.RequestOptions;
import org.telnyx4j.errors.TelnyxException;
import org.telnyx4j.errors.TelnyxValidationException;
import org.telnyx4j.paging.PagedList;

/**
 * Places orders of numbers and follows them to their end. Safe for use by any number of threads.
 *
 * <p>Every method throws {@link TelnyxValidationException} before anything is sent if an argument breaks a rule, and a
 * {@link TelnyxException} of another kind if a call fails.
 */
public interface NumberOrders {
    /**
     * Orders one or more numbers.
     *
     * <p>The order is sent once, because Telnyx would carry it out twice if it were sent twice. Where the answer is
     * lost, the exception says that the outcome is unknown; an order with a customer reference can be looked up then by
     * {@link #findByCustomerReference}.
     *
     * @param order the order
     * @return the order, mostly still pending
     * @throws TelnyxException if it was not accepted, or nobody knows
     */
    NumberOrderResult create(NewNumberOrder order);

    /**
     * Orders one or more numbers with options for this call.
     *
     * @param order the order
     * @param options the options
     * @return the order, mostly still pending
     * @throws TelnyxException if it was not accepted, or nobody knows
     */
    NumberOrderResult create(NewNumberOrder order, RequestOptions options);

    /**
     * Looks an order up.
     *
     * @param id the order's id
     * @return its present state
     * @throws TelnyxException if there is no such order (status 404), or the call fails
     */
    NumberOrderResult retrieve(String id);

    /**
     * Looks an order up with options for this call.
     *
     * @param id the order's id
     * @param options the options
     * @return its present state
     * @throws TelnyxException if there is no such order (status 404), or the call fails
     */
    NumberOrderResult retrieve(String id, RequestOptions options);

    /**
     * Lists the orders of the account. Nothing is sent before the list is read.
     *
     * @param criteria which of them
     * @return the list
     * @throws TelnyxException when it is read, if a call fails
     */
    PagedList<NumberOrderResult> list(NumberOrdersCriteria criteria);

    /**
     * Lists the orders of the account with options for this call.
     *
     * @param criteria which of them
     * @param options the options
     * @return the list
     * @throws TelnyxException when it is read, if a call fails
     */
    PagedList<NumberOrderResult> list(NumberOrdersCriteria criteria, RequestOptions options);

    /**
     * Finds the orders that have exactly this customer reference: none, one, or several if it was used again. An order
     * that was placed a moment ago can be missing for a while.
     *
     * @param customerReference the reference
     * @return an unmodifiable list
     * @throws TelnyxException if a call fails
     */
    List<NumberOrderResult> findByCustomerReference(String customerReference);

    /**
     * Finds the orders with a customer reference, with options for this call.
     *
     * @param customerReference the reference
     * @param options the options
     * @return an unmodifiable list
     * @throws TelnyxException if a call fails
     */
    List<NumberOrderResult> findByCustomerReference(String customerReference, RequestOptions options);

    /**
     * Changes what is set in the update, and nothing else.
     *
     * @param id the order's id
     * @param update what to change; an update that changes nothing is refused
     * @return the order as it is now
     * @throws TelnyxException if there is no such order (status 404), or the call fails
     */
    NumberOrderResult update(String id, NumberOrderUpdate update);

    /**
     * Changes what is set in the update, and nothing else with options for this call.
     *
     * @param id the order's id
     * @param update what to change; an update that changes nothing is refused
     * @param options the options
     * @return the order as it is now
     * @throws TelnyxException if there is no such order (status 404), or the call fails
     */
    NumberOrderResult update(String id, NumberOrderUpdate update, RequestOptions options);

    /**
     * Waits until an order has ended in success or failure. It looks the order up again and again, with waits that grow
     * from half a second to five seconds. An order that has ended already is returned at once, without a look.
     *
     * @param order the order
     * @param atMost how long to wait, longer than zero
     * @return the order, a success or a failure
     * @throws TelnyxException if it is still pending when the time is up, which the message says: it is not lost and can
     *     be awaited again; or if it cannot be looked up
     */
    NumberOrderResult awaitCompletion(NumberOrderResult order, Duration atMost);

    /**
     * Waits until the order with an id has ended in success or failure.
     *
     * @param id the order's id
     * @param atMost how long to wait, longer than zero
     * @param options the options; their timeout is for each look
     * @return the order, a success or a failure
     * @throws TelnyxException if it is still pending when the time is up, which the message says: it is not lost and can
     *     be awaited again; or if it cannot be looked up
     */
    NumberOrderResult awaitCompletion(String id, Duration atMost, RequestOptions options);
}
