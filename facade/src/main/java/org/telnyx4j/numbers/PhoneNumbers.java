package org.telnyx4j.numbers;

import java.util.List;
import java.util.Optional;
import org.telnyx4j.RequestOptions;
import org.telnyx4j.errors.Outcome;
import org.telnyx4j.errors.TelnyxException;
import org.telnyx4j.errors.TelnyxValidationException;
import org.telnyx4j.paging.PagedList;

/**
 * Finds numbers, buys them, sets them up and releases them. Safe for use by any number of threads.
 *
 * <p>Every method throws {@link TelnyxValidationException} before anything is sent if an argument breaks a rule, and a
 * {@link TelnyxException} of another kind if a call fails.
 */
public interface PhoneNumbers {
    /**
     * Searches the numbers that Telnyx has for sale. They all come in one answer, and none of them is held.
     *
     * @param criteria what to search for
     * @return an unmodifiable list in the order of the answer, empty where nothing was found
     * @throws TelnyxException if the call fails
     */
    List<AvailableNumber> searchAvailable(AvailableNumbersCriteria criteria);

    /**
     * Searches the numbers that Telnyx has for sale, with options for this call.
     *
     * @param criteria what to search for
     * @param options the options
     * @return an unmodifiable list in the order of the answer, empty where nothing was found
     * @throws TelnyxException if the call fails
     */
    List<AvailableNumber> searchAvailable(AvailableNumbersCriteria criteria, RequestOptions options);

    /**
     * Searches the numbers of an area code, in whichever country it is.
     *
     * @param areaCode the digits that follow the country code, such as {@code 416}
     * @return an unmodifiable list in the order of the answer, empty where nothing was found
     * @throws TelnyxException if the call fails
     */
    List<AvailableNumber> searchByAreaCode(String areaCode);

    /**
     * Searches the numbers of an area code, in whichever country it is, with options for this call.
     *
     * @param areaCode the digits that follow the country code, such as {@code 416}
     * @param options the options
     * @return an unmodifiable list in the order of the answer, empty where nothing was found
     * @throws TelnyxException if the call fails
     */
    List<AvailableNumber> searchByAreaCode(String areaCode, RequestOptions options);

    /**
     * Orders a number, and nothing beyond it.
     *
     * <p>The order is sent once, because Telnyx would carry it out twice if it were sent twice. Where the answer is
     * lost, the exception says that the outcome is unknown; an order with a customer reference can be looked up then by
     * {@link NumberOrders#findByCustomerReference}, and the exception has it as {@link TelnyxException#reference()}.
     *
     * @param phoneNumber the number in E.164 form, as a search has found it
     * @return the order, mostly still pending
     * @throws TelnyxException if the order was not accepted, or nobody knows
     */
    NumberOrderResult buy(String phoneNumber);

    /**
     * Orders a number, with options for the purchase and for this call.
     *
     * @param phoneNumber the number in E.164 form, as a search has found it
     * @param purchase what the number is assigned to, and the customer reference
     * @param options the options
     * @return the order, mostly still pending
     * @throws TelnyxException if the order was not accepted, or nobody knows
     */
    NumberOrderResult buy(String phoneNumber, PurchaseOptions purchase, RequestOptions options);

    /**
     * Buys exactly one number of an area code, the first that can be had.
     *
     * <p>It searches, and orders the candidates one after the other until one is bought, at most
     * {@value PurchaseOptions#DEFAULT_MOST_CANDIDATES} of them. It goes on to the next only when it knows that nothing
     * was bought: when Telnyx refused the order because of its number, or when the order has ended in failure. Any
     * other refusal, such as one for want of balance, is thrown at once.
     *
     * <p>Each order has a customer reference of its own. If an answer is lost, the order is looked up by it until it is
     * found or the time is up. If it is not found, it may still have been placed, so nothing else is tried: the
     * exception has the outcome {@link Outcome#UNKNOWN} and the customer reference to look for, in its message and
     * as {@link TelnyxException#reference()}. The same goes for an order that contradicts itself: a success whose
     * number has failed, or the other way round.
     *
     * <p>An order that is pending is watched until it ends or the time is up. One that is still pending then is
     * returned as it is: it is placed, it can be awaited, and {@link PurchasedNumber#isComplete()} is false. The same
     * goes if the thread is interrupted while the order is watched; its flag is set again.
     *
     * <p>A messaging profile in the purchase goes along with the order. There is no step after the purchase that could
     * fail: Telnyx refuses an order with a profile that it does not know, and buys nothing then. What it has taken over
     * is in the order, {@link NumberOrderResult#messagingProfileId()}.
     *
     * <p>The call's timeout holds for all of this together, 10 s unless set, so a longer one is worth setting. No order
     * gets more than half of what is left of it, and none is begun in its last quarter.
     *
     * <p>A number that is not of the area code, or that the search calls a near miss, is never bought unless near misses
     * are asked for, whatever the search answers. So the result is empty as well where a search finds numbers, but none
     * that was asked for. That is what happens with a mock that answers every search with the same example: ask it for
     * the area code of its example, or for near misses.
     *
     * <p>Every exception has {@code phone_numbers.search_and_buy_first} as its {@link TelnyxException#operation()}. Its
     * outcome is that of the purchase, so a search without answer is {@link Outcome#NOT_CARRIED_OUT}. If it was one step
     * that failed, the message names it, and the step's own exception is the cause, with
     * {@code phone_numbers.search_available} or {@code phone_numbers.buy} as its operation.
     *
     * @param areaCode the digits that follow the country code, such as {@code 416}
     * @return the number with its order, or empty where the search found nothing that was asked for
     * @throws TelnyxException if nothing was bought although there were candidates, or nobody knows
     */
    Optional<PurchasedNumber> searchAndBuyFirst(String areaCode);

    /**
     * Buys exactly one number that meets criteria, as {@link #searchAndBuyFirst(String)} does it.
     *
     * @param criteria what to search for
     * @param purchase what the number is assigned to, the customer reference, and how many candidates are tried
     * @param options the options; their timeout is for all steps together
     * @return the number with its order, or empty where the search found nothing that was asked for
     * @throws TelnyxException if nothing was bought although there were candidates, or nobody knows
     */
    Optional<PurchasedNumber> searchAndBuyFirst(
            AvailableNumbersCriteria criteria, PurchaseOptions purchase, RequestOptions options);

    /**
     * Finds a number of the account by the number itself. Telnyx does the search, so the size of the account does not matter,
     * and what it finds is compared exactly.
     *
     * @param phoneNumber the number in E.164 form
     * @return the number, or empty where the account does not have it
     * @throws TelnyxException if the call fails
     */
    Optional<OwnedNumber> findByNumber(String phoneNumber);

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
     * Lists the numbers of the account. Nothing is sent before the list is read.
     *
     * @param criteria which of them
     * @return the list
     * @throws TelnyxException when it is read, if a call fails
     */
    PagedList<OwnedNumber> list(OwnedNumbersCriteria criteria);

    /**
     * Lists the numbers of the account, with options for this call.
     *
     * @param criteria which of them
     * @param options the options
     * @return the list
     * @throws TelnyxException when it is read, if a call fails
     */
    PagedList<OwnedNumber> list(OwnedNumbersCriteria criteria, RequestOptions options);

    /**
     * Looks a number up.
     *
     * @param id the number's id, not the number itself
     * @return its present state
     * @throws TelnyxException if there is no such number (status 404), or the call fails
     */
    OwnedNumber retrieve(PhoneNumberId id);

    /**
     * Looks a number up, with options for this call.
     *
     * @param id the number's id, not the number itself
     * @param options the options
     * @return its present state
     * @throws TelnyxException if there is no such number (status 404), or the call fails
     */
    OwnedNumber retrieve(PhoneNumberId id, RequestOptions options);

    /**
     * Changes what is set in the update, and nothing else.
     *
     * @param id the number's id, not the number itself
     * @param update what to change; an update that changes nothing is refused
     * @return the number as it is now
     * @throws TelnyxException if there is no such number (status 404), or the call fails
     */
    OwnedNumber update(PhoneNumberId id, NumberUpdate update);

    /**
     * Changes what is set in the update, and nothing else, with options for this call.
     *
     * @param id the number's id, not the number itself
     * @param update what to change; an update that changes nothing is refused
     * @param options the options
     * @return the number as it is now
     * @throws TelnyxException if there is no such number (status 404), or the call fails
     */
    OwnedNumber update(PhoneNumberId id, NumberUpdate update, RequestOptions options);

    /**
     * Gives a number back to Telnyx, at once and for good.
     *
     * @param id the number's id, not the number itself
     * @throws TelnyxException if there is no such number (status 404), or the call fails
     */
    void release(PhoneNumberId id);

    /**
     * Gives a number back to Telnyx, at once and for good, with options for this call.
     *
     * @param id the number's id, not the number itself
     * @param options the options
     * @throws TelnyxException if there is no such number (status 404), or the call fails
     */
    void release(PhoneNumberId id, RequestOptions options);

    /**
     * Assigns a number to a messaging profile.
     *
     * @param id the number's id, not the number itself
     * @param messagingProfileId the profile's id
     * @return the number's messaging settings as they are now
     * @throws TelnyxException if there is no such number (status 404), or the call fails
     */
    NumberMessagingSettings assignToMessagingProfile(PhoneNumberId id, String messagingProfileId);

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
     * Looks up a number's messaging settings.
     *
     * @param id the number's id, not the number itself
     * @return the settings
     * @throws TelnyxException if there is no such number (status 404), or the call fails
     */
    NumberMessagingSettings messagingSettings(PhoneNumberId id);

    /**
     * Looks up a number's messaging settings, with options for this call.
     *
     * @param id the number's id, not the number itself
     * @param options the options
     * @return the settings
     * @throws TelnyxException if there is no such number (status 404), or the call fails
     */
    NumberMessagingSettings messagingSettings(PhoneNumberId id, RequestOptions options);

    /**
     * Changes what is set in the update of a number's messaging settings, and nothing else.
     *
     * @param id the number's id, not the number itself
     * @param update what to change; an update that changes nothing is refused
     * @return the settings as they are now
     * @throws TelnyxException if there is no such number (status 404), or the call fails
     */
    NumberMessagingSettings updateMessagingSettings(PhoneNumberId id, MessagingSettingsUpdate update);

    /**
     * Changes what is set in the update of a number's messaging settings, and nothing else, with options for this call.
     *
     * @param id the number's id, not the number itself
     * @param update what to change; an update that changes nothing is refused
     * @param options the options
     * @return the settings as they are now
     * @throws TelnyxException if there is no such number (status 404), or the call fails
     */
    NumberMessagingSettings updateMessagingSettings(
            PhoneNumberId id, MessagingSettingsUpdate update, RequestOptions options);

    /**
     * Looks up a number's voice settings.
     *
     * @param id the number's id, not the number itself
     * @return the settings
     * @throws TelnyxException if there is no such number (status 404), or the call fails
     */
    NumberVoiceSettings voiceSettings(PhoneNumberId id);

    /**
     * Looks up a number's voice settings, with options for this call.
     *
     * @param id the number's id, not the number itself
     * @param options the options
     * @return the settings
     * @throws TelnyxException if there is no such number (status 404), or the call fails
     */
    NumberVoiceSettings voiceSettings(PhoneNumberId id, RequestOptions options);

    /**
     * Changes what is set in the update of a number's voice settings, and nothing else.
     *
     * @param id the number's id, not the number itself
     * @param update what to change; an update that changes nothing is refused
     * @return the settings as they are now
     * @throws TelnyxException if there is no such number (status 404), or the call fails
     */
    NumberVoiceSettings updateVoiceSettings(PhoneNumberId id, VoiceSettingsUpdate update);

    /**
     * Changes what is set in the update of a number's voice settings, and nothing else, with options for this call.
     *
     * @param id the number's id, not the number itself
     * @param update what to change; an update that changes nothing is refused
     * @param options the options
     * @return the settings as they are now
     * @throws TelnyxException if there is no such number (status 404), or the call fails
     */
    NumberVoiceSettings updateVoiceSettings(PhoneNumberId id, VoiceSettingsUpdate update, RequestOptions options);

    /**
     * Sets whether and where a number's calls are forwarded, and leaves its other voice settings as they are.
     *
     * @param id the number's id, not the number itself
     * @param forwarding whether and where to
     * @return the settings as they are now
     * @throws TelnyxException if there is no such number (status 404), or the call fails
     */
    NumberVoiceSettings setCallForwarding(PhoneNumberId id, Forwarding forwarding);

    /**
     * Sets whether and where a number's calls are forwarded, and leaves its other voice settings as they are, with options for
     * this call.
     *
     * @param id the number's id, not the number itself
     * @param forwarding whether and where to
     * @param options the options
     * @return the settings as they are now
     * @throws TelnyxException if there is no such number (status 404), or the call fails
     */
    NumberVoiceSettings setCallForwarding(PhoneNumberId id, Forwarding forwarding, RequestOptions options);
}
