package org.telnyx4j.pacing;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * How the slots of a limit are divided: every process computes the same from the same rows. Who wants less than an equal share
 * gets what it wants, the others share the rest. Where there are more processes than slots, they take turns.
 */
final class Shares {
    private static final int MOST_SLOTS = 32;

    private Shares() {}

    /**
     * A process that uses a limit.
     *
     * @param holder its name
     * @param wanted how many slots it could use, 1 at least
     */
    record Member(String holder, int wanted) {}

    /** Returns into how many slots a limit is divided. */
    static int slots(Limit limit) {
        return (int) Math.min(limit.units(), MOST_SLOTS);
    }

    /** Returns how many units a slot has. */
    static long units(Limit limit, int slot) {
        int slots = slots(limit);
        return limit.units() * (slot + 1) / slots - limit.units() * slot / slots;
    }

    /**
     * Returns how many slots each process should have.
     *
     * @param turn a number that changes when the next are to have their turn
     */
    static Map<String, Integer> of(int slots, List<Member> members, long turn) {
        Map<String, Integer> shares = new HashMap<>();
        List<Member> order = inOrder(slots, members, turn);
        int left = divide(slots, order, shares, true);
        divide(left, order, shares, false);
        return shares;
    }

    private static List<Member> inOrder(int slots, List<Member> members, long turn) {
        List<Member> order = new ArrayList<>(members);
        order.sort(Comparator.comparing(Member::holder));
        if (members.size() > slots) {
            int first = (int) Math.floorMod(turn * slots, (long) members.size());
            List<Member> rotated = new ArrayList<>(order.subList(first, order.size()));
            rotated.addAll(order.subList(0, first));
            return rotated;
        }
        order.sort(Comparator.comparingInt(Member::wanted).thenComparing(Member::holder));
        return order;
    }

    private static int divide(int slots, List<Member> order, Map<String, Integer> shares, boolean byWish) {
        int left = slots;
        int open = order.size();
        for (Member member : order) {
            int share = left / open;
            share = byWish ? Math.min(share, member.wanted()) : share;
            shares.merge(member.holder(), share, Integer::sum);
            left -= share;
            open--;
        }
        return left;
    }
}
