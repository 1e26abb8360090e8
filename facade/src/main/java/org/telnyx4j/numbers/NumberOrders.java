package org.telnyx4j.numbers;

import java.time.Duration;
import java.util.List;
import org.telnyx4j.client.RequestOptions;
import org.telnyx4j.errors.Outcome;
import org.telnyx4j.errors.TelnyxException;
import org.telnyx4j.errors.TelnyxValidationException;
import org.telnyx4j.generated.model.CreateNumberOrderRequest;
import org.telnyx4j.generated.model.ListNumberOrdersQuery;
import org.telnyx4j.generated.model.UpdateNumberOrderRequest;
import org.telnyx4j.internal.async.AsyncForm;
import org.telnyx4j.paging.PagedList;

/**
 * Places orders of numbers and follows them to their end. Safe for use by any number of threads.
 *
 * <p>Every method throws {@link TelnyxValidationException} before anything is sent if an argument breaks a rule, and a
 * {@link TelnyxException} of another kind if a call fails.
 */
@AsyncForm("number_orders")
public interface NumberOrders {
    /**
     * Orders one or more numbers.
     *
     * <p>The order is sent once, because Telnyx would carry it out twice if it were sent twice. One without a customer
     * reference gets a random UUID as its reference, since it could not be found without. Where the response is lost, the
     * exception has the outcome {@link Outcome#UNKNOWN} and that reference, by which {@link #findByCustomerReference} finds
     * the order. Where the order is refused, it is looked up by its reference, as {@link PhoneNumbers#buy(String)}
     * describes: what was refused can be a copy that a gateway made.
     *
     * @param request the order
     * @return the order, mostly still pending
     * @throws TelnyxException if it was not accepted, or its outcome is unknown
     */
    default NumberOrderResult create(CreateNumberOrderRequest request) {
        return create(request, RequestOptions.none());
    }

    /**
     * Orders one or more numbers, with options for this call.
     *
     * @param request the order
     * @param options the options
     * @return the order, mostly still pending
     * @throws TelnyxException if it was not accepted, or its outcome is unknown
     */
    NumberOrderResult create(CreateNumberOrderRequest request, RequestOptions options);

    /**
     * Retrieves an order.
     *
     * @param id the order's id
     * @return its present state
     * @throws TelnyxException if there is no such order (status 404), or the call fails
     */
    default NumberOrderResult retrieve(String id) {
        return retrieve(id, RequestOptions.none());
    }

    /**
     * Retrieves an order, with options for this call.
     *
     * @param id the order's id
     * @param options the options
     * @return its present state
     * @throws TelnyxException if there is no such order (status 404), or the call fails
     */
    NumberOrderResult retrieve(String id, RequestOptions options);

    /**
     * Lists all orders of the account. Nothing is sent before the list is read.
     *
     * @return the list
     * @throws TelnyxException when it is read, if a call fails
     */
    default PagedList<NumberOrderResult> list() {
        return list(ListNumberOrdersQuery.builder().build());
    }

    /**
     * Lists the orders of the account that match a query. Nothing is sent before the list is read.
     *
     * @param query what to list; it has no page number, which the list sets itself
     * @return the list
     * @throws TelnyxException when it is read, if a call fails
     */
    default PagedList<NumberOrderResult> list(ListNumberOrdersQuery query) {
        return list(query, RequestOptions.none());
    }

    /**
     * Lists the orders of the account that match a query, with options for each call.
     *
     * @param query what to list; it has no page number, which the list sets itself
     * @param options the options
     * @return the list
     * @throws TelnyxException when it is read, if a call fails
     */
    PagedList<NumberOrderResult> list(ListNumberOrdersQuery query, RequestOptions options);

    /**
     * Finds the orders that have exactly this customer reference: none, one, or several if it was used again. An order
     * that was placed a moment ago can be missing for a while.
     *
     * @param customerReference the reference
     * @return an unmodifiable list
     * @throws TelnyxException if a call fails
     */
    default List<NumberOrderResult> findByCustomerReference(String customerReference) {
        return findByCustomerReference(customerReference, RequestOptions.none());
    }

    /**
     * Finds the orders with a customer reference, with options for this call.
     *
     * @param customerReference the reference
     * @param options the options; their timeout is for all pages together
     * @return an unmodifiable list
     * @throws TelnyxException if a call fails
     */
    List<NumberOrderResult> findByCustomerReference(String customerReference, RequestOptions options);

    /**
     * Changes what is set in the request, and nothing else.
     *
     * @param id the order's id
     * @param request what to change; one that sets nothing is refused
     * @return the order as it is now
     * @throws TelnyxException if there is no such order (status 404), or the call fails
     */
    default NumberOrderResult update(String id, UpdateNumberOrderRequest request) {
        return update(id, request, RequestOptions.none());
    }

    /**
     * Changes what is set in the request, and nothing else, with options for this call.
     *
     * @param id the order's id
     * @param request what to change; one that sets nothing is refused
     * @param options the options
     * @return the order as it is now
     * @throws TelnyxException if there is no such order (status 404), or the call fails
     */
    NumberOrderResult update(String id, UpdateNumberOrderRequest request, RequestOptions options);

    /**
     * Waits until an order has ended in success or failure. It checks the order again and again, with pauses that grow
     * from half a second to five seconds. An order that has ended already is returned at once, without a check. A state
     * that this edition does not know is neither a success nor a failure, so the order is checked until the time is up;
     * the exception's outcome is {@link Outcome#UNKNOWN} then, as for a pending one, and its message has the state.
     *
     * @param order the order
     * @param atMost how long to wait, longer than zero
     * @return the order, a success or a failure
     * @throws TelnyxException if it is still pending when the time is up, which the message states: it is not lost and
     *     can be awaited again; or if it cannot be checked
     */
    NumberOrderResult awaitCompletion(NumberOrderResult order, Duration atMost);

    /**
     * Waits until the order with an id has ended in success or failure.
     *
     * @param id the order's id
     * @param atMost how long to wait, longer than zero
     * @return the order, a success or a failure
     * @throws TelnyxException if it is still pending when the time is up, which the message states: it is not lost and
     *     can be awaited again; or if it cannot be checked
     */
    default NumberOrderResult awaitCompletion(String id, Duration atMost) {
        return awaitCompletion(id, atMost, RequestOptions.none());
    }

    /**
     * Waits until the order with an id has ended in success or failure, with options for each check.
     *
     * @param id the order's id
     * @param atMost how long to wait, longer than zero
     * @param options the options; their timeout is for each check
     * @return the order, a success or a failure
     * @throws TelnyxException if it is still pending when the time is up, which the message states: it is not lost and
     *     can be awaited again; or if it cannot be checked
     */
    NumberOrderResult awaitCompletion(String id, Duration atMost, RequestOptions options);
}
