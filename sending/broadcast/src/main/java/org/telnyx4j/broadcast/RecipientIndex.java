package org.telnyx4j.broadcast;

/**
 * Which number stands on which line: a hash table of primitives, since a million recipients should take some 30 MB and not
 * some 200. A number in E.164 has at most 15 digits and begins with no zero, so it fits into a long. For one thread.
 */
final class RecipientIndex {
    private static final long EMPTY = 0;

    private long[] numbers = new long[1 << 10];
    private int[] lines = new int[1 << 10];
    private int size;

    /**
     * Adds a number.
     *
     * @param number in E.164
     * @return the line on which it already stood, or 0 if it is new
     */
    long add(String number, long line) {
        if (size > numbers.length / 2) {
            grow();
        }
        long key = key(number);
        int slot = slot(numbers, key);
        if (numbers[slot] == key) {
            return lines[slot];
        }
        numbers[slot] = key;
        lines[slot] = (int) Math.min(line, Integer.MAX_VALUE);
        size++;
        return 0;
    }

    /** Returns the line on which a number stands, or 0. */
    long lineOf(String number) {
        int slot = slot(numbers, key(number));
        return numbers[slot] == EMPTY ? 0 : lines[slot];
    }

    int size() {
        return size;
    }

    private static long key(String number) {
        return Long.parseLong(number, 1, number.length(), 10);
    }

    private static int slot(long[] table, long key) {
        long mixed = key * 0x9E3779B97F4A7C15L;
        int slot = (int) (mixed >>> 32) & (table.length - 1);
        while (table[slot] != EMPTY && table[slot] != key) {
            slot = (slot + 1) & (table.length - 1);
        }
        return slot;
    }

    private void grow() {
        long[] moreNumbers = new long[numbers.length * 2];
        int[] moreLines = new int[moreNumbers.length];
        for (int i = 0; i < numbers.length; i++) {
            if (numbers[i] != EMPTY) {
                int slot = slot(moreNumbers, numbers[i]);
                moreNumbers[slot] = numbers[i];
                moreLines[slot] = lines[i];
            }
        }
        numbers = moreNumbers;
        lines = moreLines;
    }
}
