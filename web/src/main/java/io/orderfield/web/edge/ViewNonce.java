package io.orderfield.web.edge;

import jakarta.faces.component.UIViewRoot;
import jakarta.faces.context.FacesContext;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.primefaces.csp.CspState;

/**
 * The nonce by which a page's own scripts are known. PrimeFaces' own class takes the request's word for it where the view
 * has kept none, so that the sender of a form could choose it. Here it is the one that the view has kept, or a new one.
 */
final class ViewNonce extends CspState {
    /** Name of the form's field, and of the attribute of the view. */
    static final String NAME = "primefaces.nonce";

    private final FacesContext context;
    private @Nullable String nonce;

    ViewNonce(FacesContext context) {
        super(context);
        this.context = context;
    }

    @Override
    public String getNonce() {
        String known = nonce;
        if (known == null) {
            String kept = keptBy(context.getViewRoot());
            known = kept == null ? generateNonce() : kept;
            nonce = known;
        }
        return known;
    }

    /** The nonce of the page that this view was sent with; null when it keeps nothing, or was made by this request. */
    static @Nullable String keptBy(@Nullable UIViewRoot view) {
        Map<String, Object> kept = view == null ? null : view.getViewMap(false);
        return kept == null ? null : (String) kept.get(NAME);
    }
}
