package org.telnyx4j.internal.numbers;

import java.util.List;
import java.util.Optional;
import org.telnyx4j.generated.model.NumberOrderStatus;
import org.telnyx4j.numbers.NumberOrderResult;
import org.telnyx4j.numbers.OrderedNumber;

/**
 * What became of a number according to its order. The order and its line for the number have a state each. Of several
 * orders, the one whose verdict comes first here counts.
 */
enum OrderVerdict {
    /** The order is a success, and the line does not deny it. */
    BOUGHT,
    /** The order has ended one way and the line the other way. */
    CONTRADICTORY,
    /** It has not ended. */
    UNDER_WAY,
    /** It has not ended, but the line for the number has failed already. */
    FAILING,
    /** The order has failed, and the line does not deny it. */
    FAILED;

    /** Returns whether it is known what became of the order. */
    boolean isFinal() {
        return this == BOUGHT || this == FAILED;
    }

    static OrderVerdict of(NumberOrderResult order, String phoneNumber) {
        Optional<NumberOrderStatus> line = line(order, phoneNumber).flatMap(OrderedNumber::status);
        boolean lineBought = line.filter(NumberOrderStatus.SUCCESS::equals).isPresent();
        boolean lineFailed = line.filter(NumberOrderStatus.FAILURE::equals).isPresent();
        if (order.isSuccess()) {
            return lineFailed ? CONTRADICTORY : BOUGHT;
        }
        if (order.isFailure()) {
            return lineBought ? CONTRADICTORY : FAILED;
        }
        return lineFailed ? FAILING : UNDER_WAY;
    }

    /** An order for one number has one line, whatever number stands in it; lists of orders can leave it out. */
    static Optional<OrderedNumber> line(NumberOrderResult order, String phoneNumber) {
        List<OrderedNumber> lines = order.phoneNumbers();
        return lines.size() == 1
                ? Optional.of(lines.get(0))
                : lines.stream()
                        .filter(line -> line.phoneNumber().equals(phoneNumber))
                        .findFirst();
    }
}
