package io.orderfield.web.edge;

import io.orderfield.web.security.SendingPage;
import jakarta.faces.FacesException;
import jakarta.faces.component.UIViewRoot;
import jakarta.faces.context.ExternalContext;
import jakarta.faces.context.FacesContext;
import jakarta.faces.event.PhaseEvent;
import jakarta.faces.event.PhaseId;
import jakarta.faces.event.PhaseListener;
import jakarta.faces.event.SystemEvent;
import jakarta.faces.event.SystemEventListener;
import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import org.primefaces.csp.CspState;

/**
 * A view keeps the nonce of its page, and a form that comes without it does not come from that page: nothing of it is
 * applied, the page comes anew. So it does where an ajax request is for a view that keeps none, since the page in the
 * browser would not run what the answer brings.
 */
public class NonceGuard implements PhaseListener, SystemEventListener {
    private static final long serialVersionUID = 1L;

    @Override
    public PhaseId getPhaseId() {
        return PhaseId.RESTORE_VIEW;
    }

    @Override
    public void afterPhase(PhaseEvent event) {
        FacesContext context = event.getFacesContext();
        UIViewRoot view = context.getViewRoot();
        if (view == null || context.getResponseComplete() || !context.isPostback() || isErrorPage(context)) {
            return;
        }
        String kept = ViewNonce.keptBy(view);
        boolean keepsNothing =
                view.isTransient() && !context.getPartialViewContext().isAjaxRequest();
        String given = context.getExternalContext().getRequestParameterMap().get(ViewNonce.NAME);
        if (kept == null ? !keepsNothing : !kept.equals(given)) {
            anew(context, view);
        }
    }

    /** It is shown for a request that failed, whatever that carried. */
    private static boolean isErrorPage(FacesContext context) {
        return context.getExternalContext().getRequestMap().containsKey(RequestDispatcher.ERROR_STATUS_CODE);
    }

    private static void anew(FacesContext context, UIViewRoot view) {
        ExternalContext external = context.getExternalContext();
        try {
            external.redirect(address(context, view));
        } catch (IOException e) {
            throw new FacesException(e);
        }
        context.responseComplete();
    }

    /** With the parameters that the page in the browser has; the view may never have heard of them. */
    private static String address(FacesContext context, UIViewRoot view) {
        HttpServletRequest request =
                (HttpServletRequest) context.getExternalContext().getRequest();
        String page = SendingPage.of(request);
        return page.startsWith(request.getRequestURI() + "?")
                ? page
                : context.getApplication()
                        .getViewHandler()
                        .getRedirectURL(context, view.getViewId(), Map.<String, List<String>>of(), true);
    }

    @Override
    public boolean isListenerForSource(Object source) {
        return source instanceof UIViewRoot;
    }

    /** Before the page is written: only now is it known whether its view is kept at all. One that isn't needs no session. */
    @Override
    public void processEvent(SystemEvent event) {
        UIViewRoot view = (UIViewRoot) event.getSource();
        FacesContext context = event.getFacesContext();
        if (!view.isTransient() && context.getAttributes().get(CspState.class.getName()) instanceof ViewNonce nonce) {
            view.getViewMap(true).put(ViewNonce.NAME, nonce.getNonce());
        }
    }
}
