package org.telnyx4j.messaging.profiles;

import java.util.Optional;
import org.telnyx4j.client.RequestOptions;
import org.telnyx4j.errors.TelnyxException;
import org.telnyx4j.errors.TelnyxValidationException;
import org.telnyx4j.generated.model.CreateMessagingProfileRequest;
import org.telnyx4j.generated.model.ListMessagingProfilesQuery;
import org.telnyx4j.generated.model.UpdateMessagingProfileRequest;
import org.telnyx4j.paging.PagedList;

/**
 * Creates, finds, updates and deletes messaging profiles. Safe for use by any number of threads.
 *
 * <p>Only what is set is sent, and each setting that Telnyx can be without has three states: not set, which leaves it as
 * it is; set to a value; and cleared, as with {@code clearWebhookUrl()}, which removes it.
 *
 * <p>Every method throws {@link TelnyxValidationException} before anything is sent if an argument breaks a rule, and a
 * {@link TelnyxException} of another kind if a call fails. The defaults of client and tenant are for messages, not for
 * profiles.
 */
public interface MessagingProfiles {
    /**
     * Creates a profile, even if there is one of the same name. It is sent once: where the response is lost, the
     * exception reports that the outcome is unknown. {@link #createOrUpdate} finds out by itself.
     *
     * @param profile name and whitelisted destinations at least
     * @return the new profile
     * @throws TelnyxException if it was not created, or that is unknown
     */
    MessagingProfileResult create(CreateMessagingProfileRequest profile);

    /**
     * Creates a profile with options for this call.
     *
     * @param profile name and whitelisted destinations at least
     * @param options the options
     * @return the new profile
     * @throws TelnyxException if it was not created, or that is unknown
     */
    MessagingProfileResult create(CreateMessagingProfileRequest profile, RequestOptions options);

    /**
     * Retrieves a profile by its id.
     *
     * @param id the profile's id
     * @return its present state
     * @throws TelnyxException if there is no such profile (status 404), or the call fails
     */
    MessagingProfileResult retrieve(String id);

    /**
     * Retrieves a profile by its id with options for this call.
     *
     * @param id the profile's id
     * @param options the options
     * @return its present state
     * @throws TelnyxException if there is no such profile (status 404), or the call fails
     */
    MessagingProfileResult retrieve(String id, RequestOptions options);

    /**
     * Lists all profiles of the account.
     *
     * @return a list that is fetched as it is read
     */
    PagedList<MessagingProfileResult> list();

    /**
     * Lists profiles.
     *
     * @param query what to list, without a page number; a page size becomes that of the list
     * @return a list that is fetched as it is read
     */
    PagedList<MessagingProfileResult> list(ListMessagingProfilesQuery query);

    /**
     * Lists profiles with options for the call of each page.
     *
     * @param query what to list, without a page number; a page size becomes that of the list
     * @param options the options
     * @return a list that is fetched as it is read
     */
    PagedList<MessagingProfileResult> list(ListMessagingProfilesQuery query, RequestOptions options);

    /**
     * Finds the profile of a name, among all profiles of the account.
     *
     * @param name the whole name, in the same case
     * @return the profile, or empty if none has this name
     * @throws TelnyxValidationException if two profiles have this name, or the name is blank or of several lines
     * @throws TelnyxException if a call fails
     */
    Optional<MessagingProfileResult> findByName(String name);

    /**
     * Finds the profile of a name with options for the call of each page.
     *
     * @param name the whole name, in the same case
     * @param options the options
     * @return the profile, or empty if none has this name
     * @throws TelnyxValidationException if two profiles have this name, or the name is blank or of several lines
     * @throws TelnyxException if a call fails
     */
    Optional<MessagingProfileResult> findByName(String name, RequestOptions options);

    /**
     * Updates a profile: the settings that are set, and nothing else.
     *
     * @param id the profile's id
     * @param changes at least one setting; a name renames the profile
     * @return its state after the update
     * @throws TelnyxException if there is no such profile (status 404), or the call fails
     */
    MessagingProfileResult update(String id, UpdateMessagingProfileRequest changes);

    /**
     * Updates a profile with options for this call.
     *
     * @param id the profile's id
     * @param changes at least one setting; a name renames the profile
     * @param options the options
     * @return its state after the update
     * @throws TelnyxException if there is no such profile (status 404), or the call fails
     */
    MessagingProfileResult update(String id, UpdateMessagingProfileRequest changes, RequestOptions options);

    /**
     * Deletes a profile.
     *
     * @param id the profile's id
     * @return its state before; no more than its id where the response has no body
     * @throws TelnyxException if there is no such profile (status 404), or the call fails
     */
    MessagingProfileResult delete(String id);

    /**
     * Deletes a profile with options for this call.
     *
     * @param id the profile's id
     * @param options the options
     * @return its state before; no more than its id where the response has no body
     * @throws TelnyxException if there is no such profile (status 404), or the call fails
     */
    MessagingProfileResult delete(String id, RequestOptions options);

    /**
     * Ensures that there is a profile of the name with these settings: creates it if none has the name, updates it if its
     * settings are others, and sends no update if they are the same already. Settings that are not set are ignored, and
     * stay as they are on a profile that exists.
     *
     * <p>Equal are strings and choices that are equal; a setting that is cleared and one that is missing or empty;
     * whitelisted destinations in any order; spend limits and weights of the same value. What number pool and URL
     * shortener leave open is ignored too: it stays as it is on the profile.
     *
     * <p>A profile is created by one request, never by two. Where its response is lost, the name is checked for about four
     * seconds; if it is not found by then, the exception reports that the outcome is unknown and has the name as its
     * {@link TelnyxException#reference()}. Once that is clear, a later call of this method with the same settings
     * completes the work.
     *
     * <p>Names are compared exactly: {@code Support} and {@code support} are two profiles. A name that begins or ends
     * with a space, or has control characters, is refused here, since Telnyx could keep it in another form and it would
     * never be found again.
     *
     * <p>Calls through one client with the same API key and name run one after the other. Telnyx itself lets profiles
     * have the same name, so two <em>processes</em> that call this for a new name at the same moment can create two
     * profiles. From then on every call for this name is refused until one of them is renamed or removed.
     *
     * <p>An unconfirmed creation, without a response and without a profile that showed up, may yet be carried out by a
     * slow server. For 60 s from then on this client creates no other profile of that name in the account, and throws an
     * exception that contains how long to wait.
     *
     * <p>The call's timeout is the deadline of everything together, the wait for other calls included, and no more than
     * half of what is left is for the request that creates a profile. Every exception has
     * {@code messaging_profiles.create_or_update} as its operation and the outcome of the whole. If it was one step that
     * failed, the message names it, and the step's own exception is the cause.
     *
     * @param profile the name, and whitelisted destinations if the profile may have to be created; resource group and
     *     health webhook URL are given to a new profile and refused where an existing one has others
     * @return what was done, and the profile
     * @throws TelnyxValidationException if two profiles have this name, or a rule is broken
     * @throws TelnyxException if a call fails
     */
    MessagingProfileChange createOrUpdate(CreateMessagingProfileRequest profile);

    /**
     * Does the same with options for all of it.
     *
     * @param profile as above
     * @param options the options
     * @return what was done, and the profile
     * @throws TelnyxValidationException if two profiles have this name, or a rule is broken
     * @throws TelnyxException if a call fails
     */
    MessagingProfileChange createOrUpdate(CreateMessagingProfileRequest profile, RequestOptions options);
}
