package org.telnyx4j.internal.numbers;

import java.util.List;
import java.util.Map;
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
            return messaging(
                    Operations.MESSAGING,
                    view.call(
                            Operations.MESSAGING,
                            view.merge(SettingsLayer.EMPTY, options),
                            options,
                            List.of(),
                            client -> new PhoneNumbersApi(client)
                                    .retrievePhoneNumberMessagingSettingsWithHttpInfo(path, Map.of())));
        });
    }

    NumberMessagingSettings updateMessaging(
            Operation operation, PhoneNumberId id, Map<String, Object> fields, RequestOptions options) {
        return view.operation(operation, facts -> {
            String path = rules.id(operation, id);
            rules.update(operation, fields);
            UpdatePhoneNumberMessagingSettingsRequest request =
                    view.convert(fields, UpdatePhoneNumberMessagingSettingsRequest.class);
            return messaging(
                    operation,
                    view.call(
                            operation,
                            view.merge(SettingsLayer.EMPTY, options),
                            options,
                            NumberRules.privateTexts(fields),
                            client -> new PhoneNumbersApi(client)
                                    .updatePhoneNumberMessagingSettingsWithHttpInfo(path, request, Map.of())));
        });
    }

    NumberVoiceSettings voice(PhoneNumberId id, RequestOptions options) {
        return view.operation(Operations.VOICE, facts -> {
            String path = rules.id(Operations.VOICE, id);
            return voice(
                    Operations.VOICE,
                    view.call(
                            Operations.VOICE,
                            view.merge(SettingsLayer.EMPTY, options),
                            options,
                            List.of(),
                            client -> new PhoneNumbersApi(client)
                                    .retrievePhoneNumberVoiceSettingsWithHttpInfo(path, Map.of())));
        });
    }

    NumberVoiceSettings updateVoice(
            Operation operation, PhoneNumberId id, Map<String, Object> fields, RequestOptions options) {
        return view.operation(operation, facts -> {
            String path = rules.id(operation, id);
            rules.update(operation, fields);
            UpdatePhoneNumberVoiceSettingsRequest request =
                    view.convert(fields, UpdatePhoneNumberVoiceSettingsRequest.class);
            return voice(
                    operation,
                    view.call(
                            operation,
                            view.merge(SettingsLayer.EMPTY, options),
                            options,
                            NumberRules.privateTexts(fields),
                            client -> new PhoneNumbersApi(client)
                                    .updatePhoneNumberVoiceSettingsWithHttpInfo(path, request, Map.of())));
        });
    }

    private NumberMessagingSettings messaging(
            Operation operation, ApiResponse<PhoneNumberMessagingSettingsResponse> response) {
        PhoneNumberMessagingSettings payload = response.data().getData();
        if (payload == null) {
            throw view.withoutData(operation, response);
        }
        return new NumberMessagingSettings(payload, RateLimits.of(response::header));
    }

    private NumberVoiceSettings voice(Operation operation, ApiResponse<PhoneNumberVoiceSettingsResponse> response) {
        PhoneNumberVoiceSettings payload = response.data().getData();
        if (payload == null) {
            throw view.withoutData(operation, response);
        }
        return new NumberVoiceSettings(payload, RateLimits.of(response::header));
    }
}
