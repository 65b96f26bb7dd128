package io.orderfield.om.user;

/**
 * A secret that was just generated: the only time that it can be seen.
 *
 * @param characters the secret itself
 */
public record NewSecret(SecretView view, String characters) {
    /** Without the secret: it must not be logged. */
    @Override
    public String toString() {
        return "NewSecret[" + view.id() + "]";
    }
}
