package org.telnyx4j.internal.numbers;

import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.telnyx4j.RequestOptions;
import org.telnyx4j.generated.api.PhoneNumbersApi;
import org.telnyx4j.generated.invoker.ApiResponse;
import org.telnyx4j.generated.model.PhoneNumberMessagingSettings;
import org.telnyx4j.generated.model.PhoneNumberMessagingSettingsResponse;
import org.telnyx4j.generated.model.PhoneNumberVoiceSettings;
import org.telnyx4j.generated.model.PhoneNumberVoiceSettingsResponse;
import org.telnyx4j.generated.model.UpdatePhoneNumberMessagingSettingsRequest;
import org.telnyx4j.generated.model.UpdatePhoneNumberVoiceSettingsRequest;
import org.telnyx4j.internal.config.SettingsLayer;
import org.telnyx4j.internal.core.Operation;
import org.telnyx4j.internal.core.View;
import org.telnyx4j.internal.errors.RateLimits;
import org.telnyx4j.numbers.NumberMessagingSettings;
import org.telnyx4j.numbers.NumberVoiceSettings;
import org.telnyx4j.numbers.PhoneNumberId;

/** A number's messaging and voice settings. Updates carry the fields that they are given and no others. */
final class SettingsCalls {
    private final View view;
    private final NumberRules rules;

    SettingsCalls(View view, NumberRules rules) {
        this.view = view;
        this.rules = rules;
    }

    NumberMessagingSettings messaging(PhoneNumberId id, RequestOptions options) {
        return view.operation(Operations.MESSAGING, facts -> {
            String path = rules.id(Operations.MESSAGING, id);
            return messaging(call(
                    Operations.MESSAGING,
                    options,
                    List.of(),
                    api -> api.retrievePhoneNumberMessagingSettingsWithHttpInfo(path, Map.of())));
        });
    }

    NumberMessagingSettings updateMessaging(
            Operation operation, PhoneNumberId id, Map<String, Object> fields, RequestOptions options) {
        return view.operation(operation, facts -> {
            String path = rules.id(operation, id);
            rules.update(operation, fields);
            UpdatePhoneNumberMessagingSettingsRequest request =
                    view.convert(fields, UpdatePhoneNumberMessagingSettingsRequest.class);
            return messaging(call(
                    operation,
                    options,
                    NumberRules.privateTexts(fields),
                    api -> api.updatePhoneNumberMessagingSettingsWithHttpInfo(path, request, Map.of())));
        });
    }

    NumberVoiceSettings voice(PhoneNumberId id, RequestOptions options) {
        return view.operation(Operations.VOICE, facts -> {
            String path = rules.id(Operations.VOICE, id);
            return voice(call(
                    Operations.VOICE,
                    options,
                    List.of(),
                    api -> api.retrievePhoneNumberVoiceSettingsWithHttpInfo(path, Map.of())));
        });
    }

    NumberVoiceSettings updateVoice(
            Operation operation, PhoneNumberId id, Map<String, Object> fields, RequestOptions options) {
        return view.operation(operation, facts -> {
            String path = rules.id(operation, id);
            rules.update(operation, fields);
            UpdatePhoneNumberVoiceSettingsRequest request =
                    view.convert(fields, UpdatePhoneNumberVoiceSettingsRequest.class);
            return voice(call(
                    operation,
                    options,
                    NumberRules.privateTexts(fields),
                    api -> api.updatePhoneNumberVoiceSettingsWithHttpInfo(path, request, Map.of())));
        });
    }

    private <T> ApiResponse<T> call(
            Operation operation,
            RequestOptions options,
            List<String> privateTexts,
            Function<PhoneNumbersApi, ApiResponse<T>> request) {
        SettingsLayer merged = view.merge(SettingsLayer.EMPTY, options);
        return view.call(
                operation, merged, options, privateTexts, client -> request.apply(new PhoneNumbersApi(client)));
    }

    private NumberMessagingSettings messaging(ApiResponse<PhoneNumberMessagingSettingsResponse> response) {
        PhoneNumberMessagingSettings payload =
                view.data(response, response.data().getData());
        return new NumberMessagingSettings(payload, RateLimits.of(response::header));
    }

    private NumberVoiceSettings voice(ApiResponse<PhoneNumberVoiceSettingsResponse> response) {
        PhoneNumberVoiceSettings payload = view.data(response, response.data().getData());
        return new NumberVoiceSettings(payload, RateLimits.of(response::header));
    }
}
