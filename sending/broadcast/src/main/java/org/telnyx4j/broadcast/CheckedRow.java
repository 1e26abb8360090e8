package org.telnyx4j.broadcast;

/** What a row comes to. */
sealed interface CheckedRow permits RowMessage, RowProblem {

    /** Returns the line on which the row begins, from 1. */
    long line();
}
