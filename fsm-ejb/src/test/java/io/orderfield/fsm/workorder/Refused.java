package io.orderfield.fsm.workorder;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.orderfield.kernel.Refusal;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;

/** What a rule said no to. */
public final class Refused {
    private Refused() {}

    public static Refusal with(String code, ThrowingCallable call) {
        Refusal refusal = catchThrowableOfType(Refusal.class, call);
        assertThat(refusal).as("expected the refusal " + code).isNotNull();
        assertThat(refusal.code()).as(refusal.getMessage()).isEqualTo(code);
        return refusal;
    }

    public static Refusal with(Refusal.Kind kind, String code, ThrowingCallable call) {
        Refusal refusal = with(code, call);
        assertThat(refusal.kind()).isEqualTo(kind);
        return refusal;
    }
}
