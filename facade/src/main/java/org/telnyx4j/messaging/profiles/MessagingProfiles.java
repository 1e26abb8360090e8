package org.telnyx4j.messaging.profiles;

import java.util.Optional;
import org.telnyx4j.RequestOptions;
import org.telnyx4j.errors.TelnyxException;
import org.telnyx4j.errors.TelnyxValidationException;
import org.telnyx4j.paging.PagedList;

/**
 * Makes, finds, changes and removes messaging profiles. Safe for use by any number of threads.
 *
 * <p>Every method throws {@link TelnyxValidationException} before anything is sent if an argument breaks a rule, and a
 * {@link TelnyxException} of another kind if a call fails. The defaults of client and tenant are for messages; no
 * profile takes them over.
 */
public interface MessagingProfiles {
    /**
     * Makes a profile, even if there is one of the same name. It is sent once: where the answer is lost, the exception
     * says that the outcome is unknown. {@link #createOrUpdate} finds out by itself.
     *
     * @param settings name and whitelisted destinations at least
     * @return the new profile
     * @throws TelnyxException if it was not made, or nobody knows
     */
    MessagingProfileResult create(MessagingProfileSettings settings);

    /**
     * Makes a profile with options for this call.
     *
     * @param settings name and whitelisted destinations at least
     * @param options the options
     * @return the new profile
     * @throws TelnyxException if it was not made, or nobody knows
     */
    MessagingProfileResult create(MessagingProfileSettings settings, RequestOptions options);

    /**
     * Looks a profile up by its id.
     *
     * @param id the profile's id
     * @return its present state
     * @throws TelnyxException if there is no such profile (status 404), or the call fails
     */
    MessagingProfileResult retrieve(String id);

    /**
     * Looks a profile up by its id with options for this call.
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
     * Lists profiles with options for the call of each page.
     *
     * @param filter which profiles
     * @param options the options
     * @return a list that is fetched as it is read
     */
    PagedList<MessagingProfileResult> list(MessagingProfileFilter filter, RequestOptions options);

    /**
     * Finds the profile of a name, among all profiles of the account.
     *
     * @param name the whole name, in the same case
     * @return the profile, or empty if none has this name
     * @throws TelnyxValidationException if two profiles have this name, or the name is blank
     * @throws TelnyxException if a call fails
     */
    Optional<MessagingProfileResult> findByName(String name);

    /**
     * Finds the profile of a name with options for each call.
     *
     * @param name the whole name, in the same case
     * @param options the options
     * @return the profile, or empty if none has this name
     * @throws TelnyxValidationException if two profiles have this name, or the name is blank
     * @throws TelnyxException if a call fails
     */
    Optional<MessagingProfileResult> findByName(String name, RequestOptions options);

    /**
     * Changes a profile: what the settings say, and nothing else.
     *
     * @param id the profile's id
     * @param settings at least one setting; a name renames the profile
     * @return its state after the change
     * @throws TelnyxException if there is no such profile (status 404), or the call fails
     */
    MessagingProfileResult update(String id, MessagingProfileSettings settings);

    /**
     * Changes a profile with options for this call.
     *
     * @param id the profile's id
     * @param settings at least one setting; a name renames the profile
     * @param options the options
     * @return its state after the change
     * @throws TelnyxException if there is no such profile (status 404), or the call fails
     */
    MessagingProfileResult update(String id, MessagingProfileSettings settings, RequestOptions options);

    /**
     * Removes a profile.
     *
     * @param id the profile's id
     * @return what it was
     * @throws TelnyxException if there is no such profile (status 404), or the call fails
     */
    MessagingProfileResult delete(String id);

    /**
     * Removes a profile with options for this call.
     *
     * @param id the profile's id
     * @param options the options
     * @return what it was
     * @throws TelnyxException if there is no such profile (status 404), or the call fails
     */
    MessagingProfileResult delete(String id, RequestOptions options);

    /**
     * Sees to it that there is a profile of the name with these settings: makes it if none has the name, changes it if
     * its settings are others, and sends no change if they are the same already. Settings that are not given play no
     * part, and stay as they are on a profile that exists.
     *
     * <p>Equal are texts and choices that are equal; a setting that is taken away and one that is missing or empty;
     * whitelisted destinations in any order; spend limits and weights of the same value. What number pool and URL
     * shortener leave open plays no part either: it stays as it is on the profile.
     *
     * <p>A profile is made by one request, never by two. Where the answer to it is lost, the name is looked up for some
     * four seconds; if it is not found by then, the exception says that the outcome is unknown and has the name as its
     * {@link TelnyxException#reference()}. Once that is cleared up, a later call of this method with the same settings
     * puts things right.
     *
     * <p>Names are compared exactly: {@code Support} and {@code support} are two profiles. A name that begins or ends
     * with a space, or has control characters, is refused here, since Telnyx could keep it in another form and it would
     * never be found again.
     *
     * <p>Calls through one client with the same API key and name run one after the other. Telnyx itself lets profiles
     * have the same name, so two <em>processes</em> that call this for a new name at the same moment can make two
     * profiles. From then on every call for this name is refused until one of them is renamed or removed.
     *
     * <p>If a request to make a profile has neither been answered nor shown by then, the outcome is unknown: a slow server
     * may carry it out yet. For 60 s from then on this client makes no other profile of that name in the account, and says
     * so with an exception that tells how long to wait.
     *
     * <p>The call's timeout holds for everything together, the wait for other calls included, and no more than half of
     * what is left goes to the request that makes a profile. Every exception has
     * {@code messaging_profiles.create_or_update} as its operation and the outcome of the whole. If it was one step that
     * failed, the message names it, and the step's own exception is the cause.
     *
     * @param settings the name, and whitelisted destinations if the profile may have to be made; resource group and
     *     health webhook URL are given to a new profile and refused where an existing one has others; the v1 secret is
     *     refused
     * @return what was done, and the profile
     * @throws TelnyxValidationException if two profiles have this name, or a rule is broken
     * @throws TelnyxException if a call fails
     */
    MessagingProfileChange createOrUpdate(MessagingProfileSettings settings);

    /**
     * Does the same with options for each call.
     *
     * @param settings as above
     * @param options the options
     * @return what was done, and the profile
     * @throws TelnyxValidationException if two profiles have this name, or a rule is broken
     * @throws TelnyxException if a call fails
     */
    MessagingProfileChange createOrUpdate(MessagingProfileSettings settings, RequestOptions options);
}
