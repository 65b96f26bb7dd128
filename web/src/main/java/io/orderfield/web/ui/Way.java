package io.orderfield.web.ui;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.faces.context.ExternalContext;
import jakarta.faces.context.FacesContext;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Map;

/**
 * The way to another page that a parameter opens. An outcome of Faces can't carry just any text: it is taken apart at its
 * signs, and what was encoded for it is encoded again.
 */
@ApplicationScoped
public class Way {
    /** Goes to the page of this path; what is said for it with {@link Decisions#sayThere} is said there. */
    public void to(String page, String parameter, String value) {
        FacesContext faces = FacesContext.getCurrentInstance();
        ExternalContext external = faces.getExternalContext();
        external.getFlash().setRedirect(true);
        Map<String, Object> left = faces.getViewRoot().getViewMap(false);
        if (left != null) {
            left.clear(); // whoever comes back to the page by the browser's button begins anew
        }
        try {
            external.redirect(external.getRequestContextPath()
                    + page
                    + '?'
                    + parameter
                    + '='
                    + URLEncoder.encode(value, StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        faces.responseComplete();
    }
}
