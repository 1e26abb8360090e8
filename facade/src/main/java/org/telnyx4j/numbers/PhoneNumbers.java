package org.telnyx4j.numbers;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.telnyx4j.client.RequestOptions;
import org.telnyx4j.errors.Outcome;
import org.telnyx4j.errors.TelnyxException;
import org.telnyx4j.errors.TelnyxValidationException;
import org.telnyx4j.generated.model.CallForwarding;
import org.telnyx4j.generated.model.ListAvailablePhoneNumbersQuery;
import org.telnyx4j.generated.model.ListPhoneNumbersQuery;
import org.telnyx4j.generated.model.UpdatePhoneNumberMessagingSettingsRequest;
import org.telnyx4j.generated.model.UpdatePhoneNumberRequest;
import org.telnyx4j.generated.model.UpdatePhoneNumberVoiceSettingsRequest;
import org.telnyx4j.ids.PhoneNumberId;
import org.telnyx4j.internal.async.AsyncForm;
import org.telnyx4j.paging.PagedList;

/**
 * Finds numbers, buys them, changes their settings and releases them. Safe for use by any number of threads.
 *
 * <p>Every method throws {@link TelnyxValidationException} before anything is sent if an argument breaks a rule, and a
 * {@link TelnyxException} of another kind if a call fails.
 */
@AsyncForm("phone_numbers")
public interface PhoneNumbers {
    /**
     * Searches the numbers that Telnyx has for sale. They all come in one response, and none of them is held. No country
     * is assumed: an area code alone decides where a number belongs.
     *
     * <pre>{@code
     * ListAvailablePhoneNumbersQuery.builder().nationalDestinationCode("416").addFeature(NumberFeature.SMS).build()
     * }</pre>
     *
     * @param query what to search for
     * @return an unmodifiable list in the order of the response, empty where nothing was found
     * @throws TelnyxException if the call fails
     */
    default List<AvailableNumber> searchAvailable(ListAvailablePhoneNumbersQuery query) {
        return searchAvailable(query, RequestOptions.none());
    }

    /**
     * Searches the numbers that Telnyx has for sale, with options for this call.
     *
     * @param query what to search for
     * @param options the options
     * @return an unmodifiable list in the order of the response, empty where nothing was found
     * @throws TelnyxException if the call fails
     */
    List<AvailableNumber> searchAvailable(ListAvailablePhoneNumbersQuery query, RequestOptions options);

    /**
     * Searches the numbers of an area code, in whichever country it is.
     *
     * @param areaCode the digits that follow the country code, such as {@code 416}
     * @return an unmodifiable list in the order of the response, empty where nothing was found
     * @throws TelnyxException if the call fails
     */
    default List<AvailableNumber> searchByAreaCode(String areaCode) {
        return searchByAreaCode(areaCode, RequestOptions.none());
    }

    /**
     * Searches the numbers of an area code, in whichever country it is, with options for this call.
     *
     * @param areaCode the digits that follow the country code, such as {@code 416}
     * @param options the options
     * @return an unmodifiable list in the order of the response, empty where nothing was found
     * @throws TelnyxException if the call fails
     */
    List<AvailableNumber> searchByAreaCode(String areaCode, RequestOptions options);

    /**
     * Orders a number, and nothing besides it.
     *
     * <p>The order is sent once, because Telnyx would carry it out twice if it were sent twice. It has a customer
     * reference, a random UUID unless the purchase sets one. Where the response is lost, the exception has the outcome
     * {@link Outcome#UNKNOWN} and that reference, {@link TelnyxException#reference()}, by which
     * {@link NumberOrders#findByCustomerReference} finds the order.
     *
     * <p>A gateway on the way can send the order twice, and then the response is that to the copy: refused, since the number
     * is no longer available, or an order that fails. So after a refusal, unless it is of the request itself or its
     * key, the customer reference is looked up twice, a quarter of a second apart, within the timeout of the call. If the order is there, it is returned; if it cannot be
     * looked up, the outcome is {@link Outcome#UNKNOWN}. A reference that the purchase sets may have been used before: an
     * order of the same number counts as this one if it was created since the call began, and not if it is an hour older or more;
     * in between the outcome is {@link Outcome#UNKNOWN}, too.
     *
     * @param phoneNumber the number in E.164 form, as a search has found it
     * @return the order, mostly still pending
     * @throws TelnyxException if the order was not accepted, or its outcome is unknown
     */
    default NumberOrderResult buy(String phoneNumber) {
        return buy(phoneNumber, PurchaseOptions.none(), RequestOptions.none());
    }

    /**
     * Orders a number, as {@link #buy(String)} does, with options for the purchase.
     *
     * @param phoneNumber the number in E.164 form, as a search has found it
     * @param purchase what the number is assigned to, and the customer reference
     * @return the order, mostly still pending
     * @throws TelnyxException if the order was not accepted, or its outcome is unknown
     */
    default NumberOrderResult buy(String phoneNumber, PurchaseOptions purchase) {
        return buy(phoneNumber, purchase, RequestOptions.none());
    }

    /**
     * Orders a number, as {@link #buy(String)} does, with options for the purchase and for this call.
     *
     * @param phoneNumber the number in E.164 form, as a search has found it
     * @param purchase what the number is assigned to, and the customer reference
     * @param options the options for this call
     * @return the order, mostly still pending
     * @throws TelnyxException if the order was not accepted, or its outcome is unknown
     */
    NumberOrderResult buy(String phoneNumber, PurchaseOptions purchase, RequestOptions options);

    /**
     * Buys exactly one number of an area code, the first that can be had.
     *
     * <p>It searches, and orders the candidates one after the other until one is bought, at most
     * {@value PurchaseOptions#DEFAULT_MOST_CANDIDATES} of them. It goes on to the next only when it is known that nothing
     * was bought: when Telnyx refused the order because of its number, or when the order has ended in failure. Any other
     * refusal, such as one because of the balance, is thrown at once.
     *
     * <p>Each order has a customer reference of its own. If a response is lost, the order is looked up by it until it is
     * found or the time is up. If it is not found, it may still have been placed, so nothing else is tried: the
     * exception has the outcome {@link Outcome#UNKNOWN} and the customer reference to search for, in its message and
     * as {@link TelnyxException#reference()}. The same goes for an order that contradicts itself: a success whose
     * number has failed, or the other way round.
     *
     * <p>A gateway on the way can send an order twice, and then the response is that to the copy: refused, since the number
     * is no longer available, or an order that fails. So after every refusal and every failure the customer reference is
     * looked up twice, a quarter of a second apart, before the next candidate is ordered or the refusal is thrown. If it
     * cannot be looked up, nothing else is tried, and the outcome is {@link Outcome#UNKNOWN}. What this does not cover: a
     * copy was refused, and the list of orders shows the order itself only after that moment.
     *
     * <p>A pending order is checked again and again until it ends or the time is up. One that is still pending then is
     * returned as it is: it is placed, it can be awaited, and {@link PurchasedNumber#isComplete()} is false. The same
     * goes if the thread is interrupted meanwhile; its flag is set again. It also goes for a client that is closed
     * meanwhile: once an order was sent, the call ends with the order, or with {@link Outcome#UNKNOWN} and its reference.
     *
     * <p>A messaging profile in the purchase is sent with the order. There is no step after the purchase that could
     * fail: Telnyx refuses an order with a profile that it does not know, and buys nothing then. What it has taken over
     * is in the order, {@link NumberOrderResult#messagingProfileId()}.
     *
     * <p>The call's timeout, 10 s unless set, is that of all steps together, so a longer one is worth setting. No order
     * gets more than half of the remaining time, and none is begun in its last quarter.
     *
     * <p>Telnyx ignores a filter that it does not know. So each number is checked against the whole query before it is
     * ordered: area code, country, type, features, parts of the number and the place, as far as the number itself or the
     * response shows it. A number that does not match, or that the search calls a near miss, is never bought unless near
     * misses are asked for ({@code bestEffort(true)}); features, type and country are checked even then. The result is
     * therefore also empty where a search finds only numbers that were not asked for. That is what happens with a mock
     * that gives the same example for every search: ask it for the area code of its example.
     *
     * <p>Every exception has {@code phone_numbers.search_and_buy_first} as its {@link TelnyxException#operation()}. Its
     * outcome is that of the purchase, so a search without response is {@link Outcome#NOT_CARRIED_OUT}. If it was one
     * step that failed, the message names it, and the step's own exception is the cause, with
     * {@code phone_numbers.search_available} or {@code phone_numbers.buy} as its operation.
     *
     * @param areaCode the digits that follow the country code, such as {@code 416}
     * @return the number with its order, or empty where the search found nothing that was asked for
     * @throws TelnyxException if nothing was bought although there were candidates, or the outcome is unknown
     */
    default Optional<PurchasedNumber> searchAndBuyFirst(String areaCode) {
        return searchAndBuyFirst(areaCode, PurchaseOptions.none());
    }

    /**
     * Buys exactly one number of an area code, as {@link #searchAndBuyFirst(String)} does, with options for the purchase.
     *
     * @param areaCode the digits that follow the country code, such as {@code 416}
     * @param purchase what the number is assigned to, the customer reference, and how many candidates are tried
     * @return the number with its order, or empty where the search found nothing that was asked for
     * @throws TelnyxException if nothing was bought although there were candidates, or the outcome is unknown
     */
    default Optional<PurchasedNumber> searchAndBuyFirst(String areaCode, PurchaseOptions purchase) {
        ListAvailablePhoneNumbersQuery query = ListAvailablePhoneNumbersQuery.builder()
                .nationalDestinationCode(Objects.requireNonNull(areaCode, "areaCode"))
                .build();
        return searchAndBuyFirst(query, purchase, RequestOptions.none());
    }

    /**
     * Buys exactly one number that matches a query, as {@link #searchAndBuyFirst(String)} does.
     *
     * @param query what to search for
     * @param purchase what the number is assigned to, the customer reference, and how many candidates are tried
     * @param options the options; their timeout is for all steps together
     * @return the number with its order, or empty where the search found nothing that was asked for
     * @throws TelnyxException if nothing was bought although there were candidates, or the outcome is unknown
     */
    Optional<PurchasedNumber> searchAndBuyFirst(
            ListAvailablePhoneNumbersQuery query, PurchaseOptions purchase, RequestOptions options);

    /**
     * Finds a number of the account by the number itself. Telnyx does the search, so the size of the account does not
     * matter, and what it finds is compared exactly.
     *
     * @param phoneNumber the number in E.164 form
     * @return the number, or empty where the account does not have it
     * @throws TelnyxException if the call fails
     */
    default Optional<OwnedNumber> findByNumber(String phoneNumber) {
        return findByNumber(phoneNumber, RequestOptions.none());
    }

    /**
     * Finds a number of the account by the number itself, with options for this call.
     *
     * @param phoneNumber the number in E.164 form
     * @param options the options
     * @return the number, or empty where the account does not have it
     * @throws TelnyxException if the call fails
     */
    Optional<OwnedNumber> findByNumber(String phoneNumber, RequestOptions options);

    /**
     * Lists all numbers of the account. Nothing is sent before the list is read.
     *
     * @return the list
     * @throws TelnyxException when it is read, if a call fails
     */
    default PagedList<OwnedNumber> list() {
        return list(ListPhoneNumbersQuery.builder().build());
    }

    /**
     * Lists the numbers of the account that match a query. Nothing is sent before the list is read.
     *
     * @param query what to list; it has no page number, which the list sets itself
     * @return the list
     * @throws TelnyxException when it is read, if a call fails
     */
    default PagedList<OwnedNumber> list(ListPhoneNumbersQuery query) {
        return list(query, RequestOptions.none());
    }

    /**
     * Lists the numbers of the account that match a query, with options for each call.
     *
     * @param query what to list; it has no page number, which the list sets itself
     * @param options the options
     * @return the list
     * @throws TelnyxException when it is read, if a call fails
     */
    PagedList<OwnedNumber> list(ListPhoneNumbersQuery query, RequestOptions options);

    /**
     * Retrieves a number of the account.
     *
     * @param id the number's id, not the number itself
     * @return its present state
     * @throws TelnyxException if there is no such number (status 404), or the call fails
     */
    default OwnedNumber retrieve(PhoneNumberId id) {
        return retrieve(id, RequestOptions.none());
    }

    /**
     * Retrieves a number of the account, with options for this call.
     *
     * @param id the number's id, not the number itself
     * @param options the options
     * @return its present state
     * @throws TelnyxException if there is no such number (status 404), or the call fails
     */
    OwnedNumber retrieve(PhoneNumberId id, RequestOptions options);

    /**
     * Changes what is set in the request, and nothing else.
     *
     * @param id the number's id, not the number itself
     * @param request what to change; one that sets nothing is refused
     * @return the number as it is now
     * @throws TelnyxException if there is no such number (status 404), or the call fails
     */
    default OwnedNumber update(PhoneNumberId id, UpdatePhoneNumberRequest request) {
        return update(id, request, RequestOptions.none());
    }

    /**
     * Changes what is set in the request, and nothing else, with options for this call.
     *
     * @param id the number's id, not the number itself
     * @param request what to change; one that sets nothing is refused
     * @param options the options
     * @return the number as it is now
     * @throws TelnyxException if there is no such number (status 404), or the call fails
     */
    OwnedNumber update(PhoneNumberId id, UpdatePhoneNumberRequest request, RequestOptions options);

    /**
     * Gives a number back to Telnyx, at once and for good.
     *
     * @param id the number's id, not the number itself
     * @return what the response contains about the number
     * @throws TelnyxException if there is no such number (status 404), or the call fails
     */
    default ReleasedNumber release(PhoneNumberId id) {
        return release(id, RequestOptions.none());
    }

    /**
     * Gives a number back to Telnyx, at once and for good, with options for this call.
     *
     * @param id the number's id, not the number itself
     * @param options the options
     * @return what the response contains about the number
     * @throws TelnyxException if there is no such number (status 404), or the call fails
     */
    ReleasedNumber release(PhoneNumberId id, RequestOptions options);

    /**
     * Assigns a number to a messaging profile.
     *
     * @param id the number's id, not the number itself
     * @param messagingProfileId the profile's id
     * @return the number's messaging settings as they are now
     * @throws TelnyxException if there is no such number (status 404), or the call fails
     */
    default NumberMessagingSettings assignToMessagingProfile(PhoneNumberId id, String messagingProfileId) {
        return assignToMessagingProfile(id, messagingProfileId, RequestOptions.none());
    }

    /**
     * Assigns a number to a messaging profile, with options for this call.
     *
     * @param id the number's id, not the number itself
     * @param messagingProfileId the profile's id
     * @param options the options
     * @return the number's messaging settings as they are now
     * @throws TelnyxException if there is no such number (status 404), or the call fails
     */
    NumberMessagingSettings assignToMessagingProfile(
            PhoneNumberId id, String messagingProfileId, RequestOptions options);

    /**
     * Retrieves a number's messaging settings.
     *
     * @param id the number's id, not the number itself
     * @return the settings
     * @throws TelnyxException if there is no such number (status 404), or the call fails
     */
    default NumberMessagingSettings messagingSettings(PhoneNumberId id) {
        return messagingSettings(id, RequestOptions.none());
    }

    /**
     * Retrieves a number's messaging settings, with options for this call.
     *
     * @param id the number's id, not the number itself
     * @param options the options
     * @return the settings
     * @throws TelnyxException if there is no such number (status 404), or the call fails
     */
    NumberMessagingSettings messagingSettings(PhoneNumberId id, RequestOptions options);

    /**
     * Changes what is set in the request of a number's messaging settings, and nothing else. An empty string as
     * messaging profile takes the number out of its profile.
     *
     * @param id the number's id, not the number itself
     * @param request what to change; one that sets nothing is refused
     * @return the settings as they are now
     * @throws TelnyxException if there is no such number (status 404), or the call fails
     */
    default NumberMessagingSettings updateMessagingSettings(
            PhoneNumberId id, UpdatePhoneNumberMessagingSettingsRequest request) {
        return updateMessagingSettings(id, request, RequestOptions.none());
    }

    /**
     * Changes what is set in the request of a number's messaging settings, and nothing else, with options for this call.
     *
     * @param id the number's id, not the number itself
     * @param request what to change; one that sets nothing is refused
     * @param options the options
     * @return the settings as they are now
     * @throws TelnyxException if there is no such number (status 404), or the call fails
     */
    NumberMessagingSettings updateMessagingSettings(
            PhoneNumberId id, UpdatePhoneNumberMessagingSettingsRequest request, RequestOptions options);

    /**
     * Retrieves a number's voice settings.
     *
     * @param id the number's id, not the number itself
     * @return the settings
     * @throws TelnyxException if there is no such number (status 404), or the call fails
     */
    default NumberVoiceSettings voiceSettings(PhoneNumberId id) {
        return voiceSettings(id, RequestOptions.none());
    }

    /**
     * Retrieves a number's voice settings, with options for this call.
     *
     * @param id the number's id, not the number itself
     * @param options the options
     * @return the settings
     * @throws TelnyxException if there is no such number (status 404), or the call fails
     */
    NumberVoiceSettings voiceSettings(PhoneNumberId id, RequestOptions options);

    /**
     * Changes what is set in the request of a number's voice settings, and nothing else.
     *
     * @param id the number's id, not the number itself
     * @param request what to change; one that sets nothing is refused
     * @return the settings as they are now
     * @throws TelnyxException if there is no such number (status 404), or the call fails
     */
    default NumberVoiceSettings updateVoiceSettings(PhoneNumberId id, UpdatePhoneNumberVoiceSettingsRequest request) {
        return updateVoiceSettings(id, request, RequestOptions.none());
    }

    /**
     * Changes what is set in the request of a number's voice settings, and nothing else, with options for this call.
     *
     * @param id the number's id, not the number itself
     * @param request what to change; one that sets nothing is refused
     * @param options the options
     * @return the settings as they are now
     * @throws TelnyxException if there is no such number (status 404), or the call fails
     */
    NumberVoiceSettings updateVoiceSettings(
            PhoneNumberId id, UpdatePhoneNumberVoiceSettingsRequest request, RequestOptions options);

    /**
     * Sets whether and where a number's calls are forwarded, and leaves its other voice settings as they are. To switch
     * forwarding off, set {@code callForwardingEnabled(false)}.
     *
     * <pre>{@code
     * CallForwarding.builder()
     *         .callForwardingEnabled(true)
     *         .forwardingType(ForwardingType.ON_FAILURE)
     *         .forwardsTo("+14165550123")
     *         .build()
     * }</pre>
     *
     * @param id the number's id, not the number itself
     * @param forwarding whether and where to; one that sets nothing is refused
     * @return the settings as they are now
     * @throws TelnyxException if there is no such number (status 404), or the call fails
     */
    default NumberVoiceSettings setCallForwarding(PhoneNumberId id, CallForwarding forwarding) {
        return setCallForwarding(id, forwarding, RequestOptions.none());
    }

    /**
     * Sets whether and where a number's calls are forwarded, as {@link #setCallForwarding(PhoneNumberId,
     * CallForwarding)} does, with options for this call.
     *
     * @param id the number's id, not the number itself
     * @param forwarding whether and where to; one that sets nothing is refused
     * @param options the options
     * @return the settings as they are now
     * @throws TelnyxException if there is no such number (status 404), or the call fails
     */
    NumberVoiceSettings setCallForwarding(PhoneNumberId id, CallForwarding forwarding, RequestOptions options);
}
