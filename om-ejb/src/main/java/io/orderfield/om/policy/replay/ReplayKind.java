package io.orderfield.om.policy.replay;

/** How a draft differs in the work orders of one template of a domain order. */
public enum ReplayKind {
    /** It wants more of them. */
    MORE,
    /** It wants fewer of them. */
    FEWER,
    /** It wants as many, of another template or with another priority or point of no return. */
    OTHER
}
