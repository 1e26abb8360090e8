package org.telnyx4j.optouts;

/**
 * What the loading of an account's list has brought.
 *
 * @param read how many opt-outs the list had
 * @param changed how many of them were new
 * @param unusable how many could not be kept, as they have no whole number, sender or profile
 */
public record OptOutLoad(long read, long changed, long unusable) {}
