package org.telnyx4j.messaging.profiles;

import java.util.Optional;
import org.telnyx4j.client.RequestOptions;
import org.telnyx4j.errors.TelnyxException;
import org.telnyx4j.errors.TelnyxValidationException;
import org.telnyx4j.generated.model.CreateMessagingProfileRequest;
import org.telnyx4j.generated.model.ListMessagingProfilesQuery;
import org.telnyx4j.generated.model.UpdateMessagingProfileRequest;
import org.telnyx4j.internal.async.AsyncForm;
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
@AsyncForm("messaging_profiles")
public interface MessagingProfiles {
    /**
     * Creates a profile, even if there is one of the same name. It is sent once: where the response is lost, the
     * exception reports that the outcome is unknown. {@link #createOrUpdate} finds out by itself.
     *
     * <p>If it is refused because there is one like it, that can be the refusal of a copy which a gateway made, so the name is
     * looked up: a profile with these settings that was created since the call began is returned, and one that may be this
     * one, or a list that cannot be read, makes the outcome unknown.
     *
     * @param profile name and whitelisted destinations at least
     * @return the new profile
     * @throws TelnyxException if it was not created, or that is unknown
     */
    default MessagingProfileResult create(CreateMessagingProfileRequest profile) {
        return create(profile, RequestOptions.none());
    }

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
    default MessagingProfileResult retrieve(String id) {
        return retrieve(id, RequestOptions.none());
    }

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
    default PagedList<MessagingProfileResult> list() {
        return list(ListMessagingProfilesQuery.builder().build(), RequestOptions.none());
    }

    /**
     * Lists profiles.
     *
     * @param query what to list, without a page number; a page size becomes that of the list
     * @return a list that is fetched as it is read
     */
    default PagedList<MessagingProfileResult> list(ListMessagingProfilesQuery query) {
        return list(query, RequestOptions.none());
    }

    /**
     * Lists profiles with options for the call of each page.
     *
     * @param query what to list, without a page number; a page size becomes that of the list
     * @param options the options
     * @return a list that is fetched as it is read
     */
    PagedList<MessagingProfileResult> list(ListMessagingProfilesQuery query, RequestOptions options);

    /**
     * Finds the profile of a name, among all profiles of the account. The call's timeout is the deadline of all pages
     * together.
     *
     * @param name the whole name, in the same case
     * @return the profile, or empty if none has this name
     * @throws TelnyxValidationException if two profiles have this name, or the name is blank or of several lines
     * @throws TelnyxException if a call fails
     */
    default Optional<MessagingProfileResult> findByName(String name) {
        return findByName(name, RequestOptions.none());
    }

    /**
     * Finds the profile of a name with options.
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
    default MessagingProfileResult update(String id, UpdateMessagingProfileRequest changes) {
        return update(id, changes, RequestOptions.none());
    }

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
    default MessagingProfileResult delete(String id) {
        return delete(id, RequestOptions.none());
    }

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
     * completes the work. The same goes for a profile that is refused because there is one of the name: the name is checked
     * twice more within half a second, since that one may be what the very request has created.
     *
     * <p>Names are compared exactly: {@code Support} and {@code support} are two profiles. A name that begins or ends
     * with a space, or has control characters, is refused here, since Telnyx could keep it in another form and it would
     * never be found again.
     *
     * <p><b>What is promised.</b> Calls through one client (its tenants included) with the same API key and name run one
     * after the other, and create one profile, also where lists show a new or changed profile only after some seconds:
     * what this client has created or changed, with this method, {@link #create} or {@link #update}, counts from the
     * response on. It is remembered for five minutes, the last thousand profiles of a client at most, by the source of
     * the API key and the name. Before it is trusted it is retrieved by its id, unless the list shows the same; one that
     * is not found any more or has another name is forgotten, and one that is not found by its id counts as removed after
     * 1.5 seconds.
     *
     * <p><b>What is not promised.</b> Telnyx itself lets profiles have the same name. So two profiles of a new name can
     * come of calls at the same time, or within the seconds that lists lag behind, from two <em>processes</em>, from two
     * clients of one process, or with two API keys of one account. When a key is replaced, what was created with the old
     * one is remembered if both come from the same {@code Supplier}, and forgotten if the key was given as a string; calls
     * that are under way with the old key do not wait for those with the new one. Doubles are detected afterwards: as
     * soon as the list shows two, or one that is not the one that this client has created, every call for this name and
     * {@link #findByName} throw a {@link TelnyxValidationException} that contains the ids of two of them, until all but
     * one are renamed or removed.
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
    default MessagingProfileChange createOrUpdate(CreateMessagingProfileRequest profile) {
        return createOrUpdate(profile, RequestOptions.none());
    }

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
