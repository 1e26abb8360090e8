package org.telnyx4j.sandbox.internal.numbers;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.telnyx4j.generated.model.CallForwarding;
import org.telnyx4j.generated.model.CallRecording;
import org.telnyx4j.generated.model.CnamListing;
import org.telnyx4j.generated.model.DeletedPhoneNumber;
import org.telnyx4j.generated.model.EmergencySettings;
import org.telnyx4j.generated.model.EmergencyStatus;
import org.telnyx4j.generated.model.InboundCallScreening;
import org.telnyx4j.generated.model.MediaFeatures;
import org.telnyx4j.generated.model.MessagingFeatureSet;
import org.telnyx4j.generated.model.NumberHealthMetrics;
import org.telnyx4j.generated.model.NumberStatus;
import org.telnyx4j.generated.model.NumberType;
import org.telnyx4j.generated.model.PhoneNumberDetails;
import org.telnyx4j.generated.model.PhoneNumberMessagingFeatures;
import org.telnyx4j.generated.model.PhoneNumberMessagingSettings;
import org.telnyx4j.generated.model.PhoneNumberVoiceSettings;
import org.telnyx4j.generated.model.RecordingChannels;
import org.telnyx4j.generated.model.RecordingFormat;
import org.telnyx4j.generated.model.UsagePaymentMethod;
import org.telnyx4j.json.Field;
import org.telnyx4j.json.JsonModel;
import org.telnyx4j.json.ModelType;
import org.telnyx4j.sandbox.internal.api.Models;
import org.telnyx4j.sandbox.internal.api.PlainMaps;

/** The numbers of the account as the API shows them, with each of their groups of settings. */
final class NumberModels {
    private static final String MESSAGING_PRODUCT = "A2P";

    private NumberModels() {}

    static PhoneNumberDetails details(OwnedNumber number, Names names) {
        PhoneNumberVoiceSettings voice = voice(number);
        PhoneNumberDetails defaults = PhoneNumberDetails.builder()
                .recordType("phone_number")
                .id(number.id())
                .phoneNumber(number.phoneNumber())
                .countryIsoAlpha2(NumberStore.countryOf(number.phoneNumber()))
                .phoneNumberType(NumberType.fromValue(NumberStore.typeOf(number.phoneNumber())))
                .status(NumberStatus.ACTIVE)
                .sourceType(PhoneNumberDetails.SourceType.NUMBER_ORDER)
                .tags(List.of())
                .clearBillingGroupId()
                .clearConnectionId()
                .clearConnectionName()
                .clearCustomerReference()
                .clearEmergencyAddressId()
                .clearExternalPin()
                .clearMessagingProfileId()
                .clearMessagingProfileName()
                .callForwardingEnabled(isOn(voice.getCallForwarding(), "call_forwarding_enabled"))
                .callRecordingEnabled(isOn(voice.getCallRecording(), "inbound_call_recording_enabled"))
                .callerIdNameEnabled(Boolean.TRUE.equals(number.voice().get("caller_id_name_enabled")))
                .cnamListingEnabled(isOn(voice.getCnamListing(), "cnam_listing_enabled"))
                .deletionLockEnabled(false)
                .emergencyEnabled(false)
                .emergencyStatus(EmergencyStatus.DISABLED)
                .hdVoiceEnabled(false)
                .inboundCallScreening(voice.getInboundCallScreening())
                .t38FaxGatewayEnabled(isOn(voice.getMediaFeatures(), "t38_fax_gateway_enabled"))
                .activatedAt(Models.time(number.purchasedAt()))
                .createdAt(Models.time(number.purchasedAt()))
                .purchasedAt(number.purchasedAt().toString())
                .updatedAt(number.updatedAt().toString())
                .build();
        PhoneNumberDetails.Builder details = changed(PhoneNumberDetails.TYPE, defaults, number.details()).toBuilder();
        number.messagingProfileId().map(names.ofProfile()).ifPresent(details::messagingProfileName);
        number.connectionId().map(names.ofConnection()).ifPresent(details::connectionName);
        return details.build();
    }

    /** How ids lead to names; null where there is none. */
    record Names(Function<String, @Nullable String> ofProfile, Function<String, @Nullable String> ofConnection) {}

    private static boolean isOn(@Nullable JsonModel settings, String field) {
        return settings != null && Boolean.TRUE.equals(settings.get(field));
    }

    /** Returns a model with those changes that it has a field for; nothing stands for null where that is admitted. */
    private static <T extends JsonModel> T changed(
            ModelType<T> type, T defaults, Map<String, @Nullable Object> changes) {
        Map<String, @Nullable Object> known = new LinkedHashMap<>();
        changes.forEach((name, value) -> {
            Field field = type.fields().find(name);
            if (field != null) {
                known.put(name, "".equals(value) && field.isNullable() ? null : value);
            }
        });
        return type.fromMap(PlainMaps.merged(defaults.toMap(), known));
    }

    /** Returns a number that was just deleted: other than a living one, it has no fields that are null. */
    static DeletedPhoneNumber deleted(OwnedNumber number, Names names) {
        PhoneNumberDetails details = details(number, names);
        Map<String, @Nullable Object> fields = new LinkedHashMap<>();
        details.toMap().forEach((name, value) -> {
            if (value != null && DeletedPhoneNumber.TYPE.fields().find(name) != null) {
                fields.put(name, value);
            }
        });
        fields.put("status", NumberStatus.DELETED.getValue());
        return DeletedPhoneNumber.fromMap(fields);
    }

    static PhoneNumberMessagingSettings messaging(OwnedNumber number, String organizationId) {
        PhoneNumberMessagingSettings.Builder settings = PhoneNumberMessagingSettings.builder()
                .recordType(PhoneNumberMessagingSettings.RecordType.MESSAGING_SETTINGS)
                .id(number.id())
                .organizationId(organizationId)
                .phoneNumber(number.phoneNumber())
                .countryCode(NumberStore.countryOf(number.phoneNumber()))
                .type(messagingType(number))
                .clearMessagingProfileId()
                .messagingProduct(number.detail("messaging_product").orElse(MESSAGING_PRODUCT))
                .trafficType(MESSAGING_PRODUCT)
                .eligibleMessagingProducts(List.of(MESSAGING_PRODUCT))
                .features(PhoneNumberMessagingFeatures.builder()
                        .sms(featureSet(true))
                        .mms(featureSet(false))
                        .build())
                .health(NumberHealthMetrics.builder()
                        .messageCount(0)
                        .inboundOutboundRatio(BigDecimal.ZERO)
                        .successRatio(BigDecimal.ZERO)
                        .spamRatio(BigDecimal.ZERO)
                        .build())
                .tags(number.tags())
                .createdAt(Models.time(number.purchasedAt()))
                .updatedAt(Models.time(number.updatedAt()));
        number.messagingProfileId().ifPresent(settings::messagingProfileId);
        return settings.build();
    }

    static PhoneNumberMessagingSettings.Type messagingType(OwnedNumber number) {
        return Region.isTollFree(number.phoneNumber())
                ? PhoneNumberMessagingSettings.Type.TOLLFREE
                : PhoneNumberMessagingSettings.Type.LONGCODE;
    }

    private static MessagingFeatureSet featureSet(boolean international) {
        return MessagingFeatureSet.builder()
                .domesticTwoWay(true)
                .internationalInbound(international)
                .internationalOutbound(international)
                .build();
    }

    static PhoneNumberVoiceSettings voice(OwnedNumber number) {
        PhoneNumberVoiceSettings.Builder defaults = PhoneNumberVoiceSettings.builder()
                .recordType("voice_settings")
                .id(number.id())
                .phoneNumber(number.phoneNumber())
                .techPrefixEnabled(false)
                .translatedNumber("")
                .usagePaymentMethod(UsagePaymentMethod.PAY_PER_MINUTE)
                .inboundCallScreening(InboundCallScreening.DISABLED)
                .callForwarding(
                        CallForwarding.builder().callForwardingEnabled(false).build())
                .callRecording(CallRecording.builder()
                        .inboundCallRecordingEnabled(false)
                        .inboundCallRecordingChannels(RecordingChannels.SINGLE)
                        .inboundCallRecordingFormat(RecordingFormat.WAV)
                        .build())
                .cnamListing(CnamListing.builder()
                        .cnamListingEnabled(false)
                        .cnamListingDetails("")
                        .build())
                .emergency(EmergencySettings.builder()
                        .emergencyEnabled(false)
                        .emergencyStatus(EmergencyStatus.DISABLED)
                        .build())
                .mediaFeatures(MediaFeatures.builder()
                        .acceptAnyRtpPacketsEnabled(false)
                        .rtpAutoAdjustEnabled(true)
                        .t38FaxGatewayEnabled(false)
                        .build());
        number.connectionId().ifPresent(defaults::connectionId);
        number.customerReference().ifPresent(defaults::customerReference);
        // The API takes the caller id name with the voice settings, and shows it among the number's details.
        return changed(PhoneNumberVoiceSettings.TYPE, defaults.build(), number.voice());
    }

    /** Returns the fields of a request that the specification has, in their plain form. */
    static Map<String, @Nullable Object> known(JsonModel request) {
        Map<String, @Nullable Object> fields = new LinkedHashMap<>(request.toMap());
        List<String> known = new ArrayList<>();
        request.type().fields().fields().forEach(field -> known.add(field.name()));
        fields.keySet().retainAll(known);
        return fields;
    }
}
