package org.telnyx4j.sandbox.internal.orders;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.telnyx4j.generated.model.NumberOrderPhoneNumber;
import org.telnyx4j.generated.model.NumberOrderPhoneNumber.RequirementsStatus;
import org.telnyx4j.generated.model.NumberOrderStatus;
import org.telnyx4j.generated.model.NumberType;
import org.telnyx4j.generated.model.RegulatoryRequirementValue;
import org.telnyx4j.sandbox.internal.numbers.NumberStore;

/**
 * A number of an order.
 *
 * @param id its id in the order
 * @param requirements how far what regulation requires is met
 * @param given what was sent for the requirement, or null
 */
record OrderLine(
        String id,
        String phoneNumber,
        NumberOrderStatus state,
        RequirementsStatus requirements,
        @Nullable String given) {
    /** The only thing that the sandbox's regulation ever asks for. */
    static final String REQUIREMENT = "8d5a7c1e-6f1b-4a53-9d0f-2f0d6b1c7e11";

    static OrderLine of(String phoneNumber, boolean needsRequirements) {
        return new OrderLine(
                UUID.randomUUID().toString(),
                phoneNumber,
                NumberOrderStatus.PENDING,
                needsRequirements ? RequirementsStatus.REQUIREMENT_INFO_PENDING : RequirementsStatus.APPROVED,
                null);
    }

    boolean meetsRequirements() {
        return requirements.equals(RequirementsStatus.APPROVED);
    }

    OrderLine settled(NumberOrderStatus next) {
        return new OrderLine(id, phoneNumber, next, requirements, given);
    }

    OrderLine under(RequirementsStatus next, @Nullable String value) {
        return meetsRequirements() ? this : new OrderLine(id, phoneNumber, state, next, value == null ? given : value);
    }

    NumberOrderPhoneNumber toModel() {
        return NumberOrderPhoneNumber.builder()
                .recordType("number_order_phone_number")
                .id(id)
                .phoneNumber(phoneNumber)
                .phoneNumberType(NumberType.fromValue(NumberStore.typeOf(phoneNumber)))
                .countryCode(NumberStore.countryOf(phoneNumber))
                .countryIsoAlpha2(NumberStore.countryOf(phoneNumber))
                .requirementsMet(meetsRequirements())
                .requirementsStatus(requirements)
                .regulatoryRequirements(regulatoryRequirements())
                .status(state)
                .build();
    }

    private List<RegulatoryRequirementValue> regulatoryRequirements() {
        if (meetsRequirements() && given == null) {
            return List.of();
        }
        return List.of(RegulatoryRequirementValue.builder()
                .recordType("phone_number_regulatory_requirement")
                .requirementId(REQUIREMENT)
                .fieldType(RegulatoryRequirementValue.FieldType.ADDRESS)
                .fieldValue(given)
                .build());
    }
}
