package org.telnyx4j.conformance;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.telnyx4j.RequestOptions;
import org.telnyx4j.TelnyxOperations;
import org.telnyx4j.messaging.OutgoingMessage;
import org.telnyx4j.messaging.profiles.MessagingProfileFilter;
import org.telnyx4j.messaging.profiles.MessagingProfileSettings;
import org.telnyx4j.numbers.AvailableNumbersCriteria;
import org.telnyx4j.numbers.Forwarding;
import org.telnyx4j.numbers.MessagingSettingsUpdate;
import org.telnyx4j.numbers.NewNumberOrder;
import org.telnyx4j.numbers.NumberOrderUpdate;
import org.telnyx4j.numbers.NumberOrdersCriteria;
import org.telnyx4j.numbers.NumberUpdate;
import org.telnyx4j.numbers.OwnedNumbersCriteria;
import org.telnyx4j.numbers.PhoneNumberId;
import org.telnyx4j.numbers.PurchaseOptions;
import org.telnyx4j.numbers.VoiceSettingsUpdate;
import org.telnyx4j.voice.AnswerOptions;
import org.telnyx4j.voice.AudioPrompt;
import org.telnyx4j.voice.BridgeOptions;
import org.telnyx4j.voice.CallControlId;
import org.telnyx4j.voice.GatherOptions;
import org.telnyx4j.voice.HangUpOptions;
import org.telnyx4j.voice.OutgoingCall;
import org.telnyx4j.voice.PauseRecordingOptions;
import org.telnyx4j.voice.Playback;
import org.telnyx4j.voice.ReferOptions;
import org.telnyx4j.voice.RejectOptions;
import org.telnyx4j.voice.ResumeRecordingOptions;
import org.telnyx4j.voice.SendDtmfOptions;
import org.telnyx4j.voice.Speech;
import org.telnyx4j.voice.SpokenPrompt;
import org.telnyx4j.voice.StartRecordingOptions;
import org.telnyx4j.voice.StopPlaybackOptions;
import org.telnyx4j.voice.StopRecordingOptions;
import org.telnyx4j.voice.TransferOptions;

/** One way or several to call each method of the facade: with as little as it takes, and with all that it takes. */
final class FacadeCalls {
    static final String ID = "40385f64-5717-4562-b3fc-2c963f66afa6";
    static final String REFERENCE = "text of customer_reference";
    static final String NUMBER = "+14165550123";

    private static final CallControlId CALL =
            CallControlId.of("v3:MdI91X4lWFEs7IgbBEOT9M4AigoY08M0WWZFISt1Yw2axZ_IiE4pqg");
    private static final PhoneNumberId PHONE = PhoneNumberId.of("1293384261075731499");
    private static final String SIP = "sip:+14155550101@trunk.livekit.cloud";
    private static final RequestOptions OPTIONS = RequestOptions.builder()
            .timeout(Duration.ofSeconds(30))
            .header("X-Trace", "1")
            .build();

    /**
     * A call.
     *
     * @param method the method, as {@code group.name(parameter types)}
     * @param operation the generated operation that it is
     * @param variant tells calls of one method apart
     * @param code makes the call
     */
    record Call(String method, String operation, String variant, Function<TelnyxOperations, Object> code) {
        @Override
        public String toString() {
            return method + " " + variant;
        }
    }

    private final List<Call> calls = new ArrayList<>();

    private FacadeCalls() {}

    /** Returns the calls that send one request each. */
    static List<Call> single() {
        FacadeCalls all = new FacadeCalls();
        all.messages();
        all.callsAndTheirEnd();
        all.prompts();
        all.recordings();
        all.profiles();
        all.searches();
        all.numbers();
        all.settings();
        all.orders();
        return all.calls;
    }

    /** Returns the calls that send several, by what they make of the answers. */
    static List<Call> composite() {
        FacadeCalls all = new FacadeCalls();
        MessagingProfileSettings settings = Filled.in(
                        MessagingProfileSettings.builder(), "v1Secret", "healthWebhookUrl", "resourceGroupId")
                .name("text of name")
                .build();
        all.add(
                "messagingProfiles.createOrUpdate(MessagingProfileSettings)",
                "",
                t -> t.messagingProfiles().createOrUpdate(profile()));
        all.add(
                "messagingProfiles.createOrUpdate(MessagingProfileSettings, RequestOptions)",
                "",
                t -> t.messagingProfiles().createOrUpdate(settings, OPTIONS));
        PurchaseOptions purchase = Filled.in(PurchaseOptions.builder()).build();
        all.add(
                "phoneNumbers.searchAndBuyFirst(String)",
                "",
                t -> t.phoneNumbers().searchAndBuyFirst("416"));
        all.add(
                "phoneNumbers.searchAndBuyFirst(AvailableNumbersCriteria, PurchaseOptions, RequestOptions)",
                "",
                t -> t.phoneNumbers()
                        .searchAndBuyFirst(
                                Filled.in(AvailableNumbersCriteria.builder(), "limit")
                                        .build(),
                                purchase,
                                OPTIONS));
        all.add(
                "numberOrders.awaitCompletion(NumberOrderResult, Duration)",
                "",
                t -> t.numberOrders().awaitCompletion(t.numberOrders().retrieve(ID), Duration.ofSeconds(20)));
        all.add(
                "numberOrders.awaitCompletion(String, Duration, RequestOptions)",
                "",
                t -> t.numberOrders().awaitCompletion(ID, Duration.ofSeconds(20), OPTIONS));
        return all.calls;
    }

    private void messages() {
        OutgoingMessage text =
                OutgoingMessage.to(NUMBER).text("Hello").from("+14155550100").build();
        OutgoingMessage full = Filled.in(OutgoingMessage.to(NUMBER)).build();
        add("messages.send(OutgoingMessage)", "sendMessage", t -> t.messages().send(text));
        add(
                "messages.send(OutgoingMessage, RequestOptions)",
                "sendMessage",
                t -> t.messages().send(full, OPTIONS));
        add("messages.retrieve(String)", "retrieveMessage", t -> t.messages().retrieve(ID));
        add(
                "messages.retrieve(String, RequestOptions)",
                "retrieveMessage",
                t -> t.messages().retrieve(ID, OPTIONS));
        add("messages.cancel(String)", "cancelMessage", t -> t.messages().cancel(ID));
        add(
                "messages.cancel(String, RequestOptions)",
                "cancelMessage",
                t -> t.messages().cancel(ID, OPTIONS));
    }

    private void callsAndTheirEnd() {
        OutgoingCall least =
                OutgoingCall.to(NUMBER).connectionId(ID).from("+14155550100").build();
        OutgoingCall several =
                Filled.in(OutgoingCall.to(NUMBER, SIP)).requestOptions(OPTIONS).build();
        add("calls.dial(OutgoingCall)", "dial", "least", t -> t.calls().dial(least));
        add(
                "calls.dial(OutgoingCall)",
                "dial",
                "everything, to several",
                t -> t.calls().dial(several));
        add("calls.answer(CallControlId)", "answerCall", t -> t.calls().answer(CALL));
        add(
                "calls.answer(CallControlId, AnswerOptions)",
                "answerCall",
                t -> t.calls().answer(CALL, Filled.in(AnswerOptions.builder()).build()));
        add("calls.hangUp(CallControlId)", "hangupCall", t -> t.calls().hangUp(CALL));
        add(
                "calls.hangUp(CallControlId, HangUpOptions)",
                "hangupCall",
                t -> t.calls().hangUp(CALL, Filled.in(HangUpOptions.builder()).build()));
        add(
                "calls.transfer(CallControlId, String)",
                "transferCall",
                t -> t.calls().transfer(CALL, SIP));
        add(
                "calls.transfer(CallControlId, String, TransferOptions)",
                "transferCall",
                t -> t.calls()
                        .transfer(
                                CALL,
                                "+18005551234",
                                Filled.in(TransferOptions.builder()).build()));
        add("calls.refer(CallControlId, String)", "referCall", t -> t.calls().refer(CALL, SIP));
        add(
                "calls.refer(CallControlId, String, ReferOptions)",
                "referCall",
                t -> t.calls()
                        .refer(CALL, SIP, Filled.in(ReferOptions.builder()).build()));
        add(
                "calls.bridge(CallControlId, CallControlId)",
                "bridgeCalls",
                t -> t.calls().bridge(CALL, CallControlId.of("v3:other")));
        add(
                "calls.bridge(CallControlId, BridgeOptions)",
                "bridgeCalls",
                "a call",
                t -> t.calls()
                        .bridge(
                                CALL,
                                Filled.in(BridgeOptions.withCall(CallControlId.of("v3:other")))
                                        .build()));
        add(
                "calls.bridge(CallControlId, BridgeOptions)",
                "bridgeCalls",
                "a queue",
                t -> t.calls().bridge(CALL, BridgeOptions.withQueue("support").build()));
        add(
                "calls.bridge(CallControlId, BridgeOptions)",
                "bridgeCalls",
                "a room",
                t -> t.calls().bridge(CALL, BridgeOptions.withVideoRoom(ID).build()));
        add("calls.reject(CallControlId)", "rejectCall", t -> t.calls().reject(CALL));
        add(
                "calls.reject(CallControlId, RejectOptions)",
                "rejectCall",
                t -> t.calls().reject(CALL, Filled.in(RejectOptions.builder()).build()));
        add("calls.sendDtmf(CallControlId, String)", "sendDtmf", t -> t.calls().sendDtmf(CALL, "1www2WABCDw9*#"));
        add(
                "calls.sendDtmf(CallControlId, String, SendDtmfOptions)",
                "sendDtmf",
                t -> t.calls()
                        .sendDtmf(
                                CALL, "1", Filled.in(SendDtmfOptions.builder()).build()));
        add(
                "calls.updateClientState(CallControlId, String)",
                "updateClientState",
                t -> t.calls().updateClientState(CALL, "state"));
        add(
                "calls.updateClientState(CallControlId, String, RequestOptions)",
                "updateClientState",
                t -> t.calls().updateClientState(CALL, "state", OPTIONS));
        add("calls.retrieve(CallControlId)", "retrieveCall", t -> t.calls().retrieve(CALL));
        add(
                "calls.retrieve(CallControlId, RequestOptions)",
                "retrieveCall",
                t -> t.calls().retrieve(CALL, OPTIONS));
    }

    private void prompts() {
        add(
                "calls.speak(CallControlId, Speech)",
                "speak",
                "least",
                t -> t.calls().speak(CALL, Speech.text("Hello").voice("female").build()));
        add(
                "calls.speak(CallControlId, Speech)",
                "speak",
                "everything",
                t -> t.calls()
                        .speak(
                                CALL,
                                Filled.in(Speech.ssml("<speak>Hello</speak>"), "repeatForever", "voiceSettings")
                                        .build()));
        add("calls.gather(CallControlId)", "gather", t -> t.calls().gather(CALL));
        add(
                "calls.gather(CallControlId, GatherOptions)",
                "gather",
                t -> t.calls().gather(CALL, Filled.in(GatherOptions.builder()).build()));
        add(
                "calls.gatherUsingSpeak(CallControlId, SpokenPrompt)",
                "gatherUsingSpeak",
                "least",
                t -> t.calls()
                        .gatherUsingSpeak(
                                CALL, SpokenPrompt.text("Hello").voice("female").build()));
        add(
                "calls.gatherUsingSpeak(CallControlId, SpokenPrompt)",
                "gatherUsingSpeak",
                "everything",
                t -> t.calls()
                        .gatherUsingSpeak(
                                CALL,
                                Filled.in(SpokenPrompt.ssml("<speak>Hello</speak>"), "voiceSettings")
                                        .build()));
        add(
                "calls.gatherUsingAudio(CallControlId, AudioPrompt)",
                "gatherUsingAudio",
                "least",
                t -> t.calls()
                        .gatherUsingAudio(
                                CALL, AudioPrompt.mediaName("greeting").build()));
        add(
                "calls.gatherUsingAudio(CallControlId, AudioPrompt)",
                "gatherUsingAudio",
                "everything",
                t -> t.calls()
                        .gatherUsingAudio(
                                CALL,
                                Filled.in(AudioPrompt.url("https://example.com/a.mp3"), "invalidMediaName")
                                        .build()));
        add(
                "calls.play(CallControlId, String)",
                "startPlayback",
                t -> t.calls().play(CALL, "https://example.com/a.mp3"));
        add(
                "calls.play(CallControlId, Playback)",
                "startPlayback",
                "a file",
                t -> t.calls()
                        .play(
                                CALL,
                                Filled.in(Playback.url("https://example.com/a.mp3"), "repeatForever")
                                        .build()));
        add(
                "calls.play(CallControlId, Playback)",
                "startPlayback",
                "for ever",
                t -> t.calls()
                        .play(CALL, Playback.mediaName("music").repeatForever().build()));
        add(
                "calls.play(CallControlId, Playback)",
                "startPlayback",
                "bytes",
                t -> t.calls().play(CALL, Playback.content(new byte[] {1, 2}).build()));
        add("calls.stopPlayback(CallControlId)", "stopPlayback", t -> t.calls().stopPlayback(CALL));
        add(
                "calls.stopPlayback(CallControlId, StopPlaybackOptions)",
                "stopPlayback",
                t -> t.calls()
                        .stopPlayback(
                                CALL, Filled.in(StopPlaybackOptions.builder()).build()));
    }

    private void recordings() {
        add(
                "calls.startRecording(CallControlId)",
                "startRecording",
                t -> t.calls().startRecording(CALL));
        add(
                "calls.startRecording(CallControlId, StartRecordingOptions)",
                "startRecording",
                t -> t.calls()
                        .startRecording(
                                CALL, Filled.in(StartRecordingOptions.builder()).build()));
        add(
                "calls.pauseRecording(CallControlId)",
                "pauseRecording",
                t -> t.calls().pauseRecording(CALL));
        add(
                "calls.pauseRecording(CallControlId, PauseRecordingOptions)",
                "pauseRecording",
                t -> t.calls()
                        .pauseRecording(
                                CALL, Filled.in(PauseRecordingOptions.builder()).build()));
        add(
                "calls.resumeRecording(CallControlId)",
                "resumeRecording",
                t -> t.calls().resumeRecording(CALL));
        add(
                "calls.resumeRecording(CallControlId, ResumeRecordingOptions)",
                "resumeRecording",
                t -> t.calls()
                        .resumeRecording(
                                CALL,
                                Filled.in(ResumeRecordingOptions.builder()).build()));
        add(
                "calls.stopRecording(CallControlId)",
                "stopRecording",
                t -> t.calls().stopRecording(CALL));
        add(
                "calls.stopRecording(CallControlId, StopRecordingOptions)",
                "stopRecording",
                t -> t.calls()
                        .stopRecording(
                                CALL, Filled.in(StopRecordingOptions.builder()).build()));
    }

    private void profiles() {
        MessagingProfileSettings full =
                Filled.in(MessagingProfileSettings.builder(), "v1Secret").build();
        MessagingProfileSettings change = Filled.in(
                        MessagingProfileSettings.builder(), "healthWebhookUrl", "resourceGroupId")
                .build();
        MessagingProfileSettings nothing = MessagingProfileSettings.builder()
                .webhookUrl(null)
                .webhookFailoverUrl(null)
                .numberPool(null)
                .urlShortener(null)
                .alphaSender(null)
                .build();
        add(
                "messagingProfiles.create(MessagingProfileSettings)",
                "createMessagingProfile",
                t -> t.messagingProfiles().create(profile()));
        add(
                "messagingProfiles.create(MessagingProfileSettings, RequestOptions)",
                "createMessagingProfile",
                t -> t.messagingProfiles().create(full, OPTIONS));
        add(
                "messagingProfiles.retrieve(String)",
                "retrieveMessagingProfile",
                t -> t.messagingProfiles().retrieve(ID));
        add(
                "messagingProfiles.retrieve(String, RequestOptions)",
                "retrieveMessagingProfile",
                t -> t.messagingProfiles().retrieve(ID, OPTIONS));
        add(
                "messagingProfiles.list()",
                "listMessagingProfiles",
                t -> t.messagingProfiles().list().firstPage());
        add(
                "messagingProfiles.list(MessagingProfileFilter, RequestOptions)",
                "listMessagingProfiles",
                "by name",
                t -> t.messagingProfiles()
                        .list(MessagingProfileFilter.name("A & B"), OPTIONS)
                        .firstPage());
        add(
                "messagingProfiles.list(MessagingProfileFilter, RequestOptions)",
                "listMessagingProfiles",
                "by part",
                t -> t.messagingProfiles()
                        .list(MessagingProfileFilter.nameContains("ü+"), OPTIONS)
                        .withPageSize(3)
                        .page(7));
        add(
                "messagingProfiles.findByName(String)",
                "listMessagingProfiles",
                t -> t.messagingProfiles().findByName("text of name"));
        add(
                "messagingProfiles.findByName(String, RequestOptions)",
                "listMessagingProfiles",
                t -> t.messagingProfiles().findByName("text of name", OPTIONS));
        add(
                "messagingProfiles.update(String, MessagingProfileSettings)",
                "updateMessagingProfile",
                t -> t.messagingProfiles().update(ID, nothing));
        add(
                "messagingProfiles.update(String, MessagingProfileSettings, RequestOptions)",
                "updateMessagingProfile",
                t -> t.messagingProfiles().update(ID, change, OPTIONS));
        add(
                "messagingProfiles.delete(String)",
                "deleteMessagingProfile",
                t -> t.messagingProfiles().delete(ID));
        add(
                "messagingProfiles.delete(String, RequestOptions)",
                "deleteMessagingProfile",
                t -> t.messagingProfiles().delete(ID, OPTIONS));
    }

    private void searches() {
        AvailableNumbersCriteria full =
                Filled.in(AvailableNumbersCriteria.builder()).build();
        add(
                "phoneNumbers.searchAvailable(AvailableNumbersCriteria)",
                "listAvailablePhoneNumbers",
                t -> t.phoneNumbers()
                        .searchAvailable(AvailableNumbersCriteria.builder().build()));
        add(
                "phoneNumbers.searchAvailable(AvailableNumbersCriteria, RequestOptions)",
                "listAvailablePhoneNumbers",
                t -> t.phoneNumbers().searchAvailable(full, OPTIONS));
        add(
                "phoneNumbers.searchByAreaCode(String)",
                "listAvailablePhoneNumbers",
                t -> t.phoneNumbers().searchByAreaCode("416"));
        add(
                "phoneNumbers.searchByAreaCode(String, RequestOptions)",
                "listAvailablePhoneNumbers",
                t -> t.phoneNumbers().searchByAreaCode("416", OPTIONS));
        add(
                "phoneNumbers.findByNumber(String)",
                "listPhoneNumbers",
                t -> t.phoneNumbers().findByNumber(NUMBER));
        add(
                "phoneNumbers.findByNumber(String, RequestOptions)",
                "listPhoneNumbers",
                t -> t.phoneNumbers().findByNumber(NUMBER, OPTIONS));
        add(
                "phoneNumbers.list(OwnedNumbersCriteria)",
                "listPhoneNumbers",
                t -> t.phoneNumbers().list(OwnedNumbersCriteria.all()).firstPage());
        add(
                "phoneNumbers.list(OwnedNumbersCriteria, RequestOptions)",
                "listPhoneNumbers",
                t -> t.phoneNumbers()
                        .list(Filled.in(OwnedNumbersCriteria.builder()).build(), OPTIONS)
                        .withPageSize(1)
                        .page(2));
    }

    private void numbers() {
        NumberUpdate least = NumberUpdate.builder().customerReference("r").build();
        NumberUpdate full = Filled.in(NumberUpdate.builder()).build();
        add(
                "phoneNumbers.buy(String)",
                "createNumberOrder",
                t -> t.phoneNumbers().buy(NUMBER));
        add(
                "phoneNumbers.buy(String, PurchaseOptions, RequestOptions)",
                "createNumberOrder",
                t -> t.phoneNumbers()
                        .buy(NUMBER, Filled.in(PurchaseOptions.builder()).build(), OPTIONS));
        add(
                "phoneNumbers.retrieve(PhoneNumberId)",
                "retrievePhoneNumber",
                t -> t.phoneNumbers().retrieve(PHONE));
        add(
                "phoneNumbers.retrieve(PhoneNumberId, RequestOptions)",
                "retrievePhoneNumber",
                t -> t.phoneNumbers().retrieve(PHONE, OPTIONS));
        add(
                "phoneNumbers.update(PhoneNumberId, NumberUpdate)",
                "updatePhoneNumber",
                t -> t.phoneNumbers().update(PHONE, least));
        add(
                "phoneNumbers.update(PhoneNumberId, NumberUpdate, RequestOptions)",
                "updatePhoneNumber",
                t -> t.phoneNumbers().update(PHONE, full, OPTIONS));
        add(
                "phoneNumbers.release(PhoneNumberId)",
                "deletePhoneNumber",
                t -> nothing(() -> t.phoneNumbers().release(PHONE)));
        add(
                "phoneNumbers.release(PhoneNumberId, RequestOptions)",
                "deletePhoneNumber",
                t -> nothing(() -> t.phoneNumbers().release(PHONE, OPTIONS)));
    }

    private void settings() {
        MessagingSettingsUpdate messaging = Filled.in(MessagingSettingsUpdate.builder(), "noMessagingProfile")
                .build();
        VoiceSettingsUpdate voice = Filled.in(VoiceSettingsUpdate.builder()).build();
        add(
                "phoneNumbers.assignToMessagingProfile(PhoneNumberId, String)",
                "updatePhoneNumberMessagingSettings",
                t -> t.phoneNumbers().assignToMessagingProfile(PHONE, ID));
        add(
                "phoneNumbers.assignToMessagingProfile(PhoneNumberId, String, RequestOptions)",
                "updatePhoneNumberMessagingSettings",
                t -> t.phoneNumbers().assignToMessagingProfile(PHONE, ID, OPTIONS));
        add(
                "phoneNumbers.messagingSettings(PhoneNumberId)",
                "retrievePhoneNumberMessagingSettings",
                t -> t.phoneNumbers().messagingSettings(PHONE));
        add(
                "phoneNumbers.messagingSettings(PhoneNumberId, RequestOptions)",
                "retrievePhoneNumberMessagingSettings",
                t -> t.phoneNumbers().messagingSettings(PHONE, OPTIONS));
        add(
                "phoneNumbers.updateMessagingSettings(PhoneNumberId, MessagingSettingsUpdate)",
                "updatePhoneNumberMessagingSettings",
                t -> t.phoneNumbers()
                        .updateMessagingSettings(
                                PHONE,
                                MessagingSettingsUpdate.builder()
                                        .noMessagingProfile()
                                        .build()));
        add(
                "phoneNumbers.updateMessagingSettings(PhoneNumberId, MessagingSettingsUpdate, RequestOptions)",
                "updatePhoneNumberMessagingSettings",
                t -> t.phoneNumbers().updateMessagingSettings(PHONE, messaging, OPTIONS));
        add(
                "phoneNumbers.voiceSettings(PhoneNumberId)",
                "retrievePhoneNumberVoiceSettings",
                t -> t.phoneNumbers().voiceSettings(PHONE));
        add(
                "phoneNumbers.voiceSettings(PhoneNumberId, RequestOptions)",
                "retrievePhoneNumberVoiceSettings",
                t -> t.phoneNumbers().voiceSettings(PHONE, OPTIONS));
        add(
                "phoneNumbers.updateVoiceSettings(PhoneNumberId, VoiceSettingsUpdate)",
                "updatePhoneNumberVoiceSettings",
                t -> t.phoneNumbers()
                        .updateVoiceSettings(
                                PHONE,
                                VoiceSettingsUpdate.builder().techPrefix(true).build()));
        add(
                "phoneNumbers.updateVoiceSettings(PhoneNumberId, VoiceSettingsUpdate, RequestOptions)",
                "updatePhoneNumberVoiceSettings",
                t -> t.phoneNumbers().updateVoiceSettings(PHONE, voice, OPTIONS));
        add(
                "phoneNumbers.setCallForwarding(PhoneNumberId, Forwarding)",
                "updatePhoneNumberVoiceSettings",
                "off",
                t -> t.phoneNumbers().setCallForwarding(PHONE, Forwarding.off()));
        add(
                "phoneNumbers.setCallForwarding(PhoneNumberId, Forwarding)",
                "updatePhoneNumberVoiceSettings",
                "on failure",
                t -> t.phoneNumbers().setCallForwarding(PHONE, Forwarding.onFailure(NUMBER)));
        add(
                "phoneNumbers.setCallForwarding(PhoneNumberId, Forwarding, RequestOptions)",
                "updatePhoneNumberVoiceSettings",
                t -> t.phoneNumbers().setCallForwarding(PHONE, Forwarding.always(NUMBER), OPTIONS));
    }

    private void orders() {
        NewNumberOrder least = NewNumberOrder.builder().number(NUMBER).build();
        NewNumberOrder full = NewNumberOrder.builder()
                .line(NewNumberOrder.Line.of(NUMBER).withRequirementGroupId(ID).withBundleId(ID))
                .number("+14165550124")
                .options(Filled.in(PurchaseOptions.builder()).build())
                .build();
        NumberOrderUpdate update = Filled.in(NumberOrderUpdate.builder()).build();
        add(
                "numberOrders.create(NewNumberOrder)",
                "createNumberOrder",
                t -> t.numberOrders().create(least));
        add(
                "numberOrders.create(NewNumberOrder, RequestOptions)",
                "createNumberOrder",
                t -> t.numberOrders().create(full, OPTIONS));
        add(
                "numberOrders.retrieve(String)",
                "retrieveNumberOrder",
                t -> t.numberOrders().retrieve(ID));
        add(
                "numberOrders.retrieve(String, RequestOptions)",
                "retrieveNumberOrder",
                t -> t.numberOrders().retrieve(ID, OPTIONS));
        add(
                "numberOrders.list(NumberOrdersCriteria)",
                "listNumberOrders",
                t -> t.numberOrders().list(NumberOrdersCriteria.all()).firstPage());
        add(
                "numberOrders.list(NumberOrdersCriteria, RequestOptions)",
                "listNumberOrders",
                t -> t.numberOrders()
                        .list(Filled.in(NumberOrdersCriteria.builder()).build(), OPTIONS)
                        .firstPage());
        add(
                "numberOrders.findByCustomerReference(String)",
                "listNumberOrders",
                t -> t.numberOrders().findByCustomerReference(REFERENCE));
        add(
                "numberOrders.findByCustomerReference(String, RequestOptions)",
                "listNumberOrders",
                t -> t.numberOrders().findByCustomerReference(REFERENCE, OPTIONS));
        add(
                "numberOrders.update(String, NumberOrderUpdate)",
                "updateNumberOrder",
                t -> t.numberOrders()
                        .update(
                                ID,
                                NumberOrderUpdate.builder()
                                        .customerReference("r")
                                        .build()));
        add(
                "numberOrders.update(String, NumberOrderUpdate, RequestOptions)",
                "updateNumberOrder",
                t -> t.numberOrders().update(ID, update, OPTIONS));
    }

    private static MessagingProfileSettings profile() {
        return MessagingProfileSettings.builder()
                .name("text of name")
                .whitelistedDestinations(List.of("*"))
                .build();
    }

    private void add(String method, String operation, Function<TelnyxOperations, Object> code) {
        add(method, operation, "", code);
    }

    private void add(String method, String operation, String variant, Function<TelnyxOperations, Object> code) {
        calls.add(new Call(method, operation, variant, code));
    }

    private static Object nothing(Runnable code) {
        code.run();
        return "nothing";
    }
}
