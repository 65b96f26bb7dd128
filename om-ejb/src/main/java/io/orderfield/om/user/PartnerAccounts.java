package io.orderfield.om.user;

/** The accounts that a partner's user may belong to. */
public interface PartnerAccounts {
    /** Whether there is an account of this number. */
    boolean exists(String number);
}
