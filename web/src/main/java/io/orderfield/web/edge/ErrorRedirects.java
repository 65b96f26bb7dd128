package io.orderfield.web.edge;

import io.orderfield.web.problem.CorrelationId;
import jakarta.faces.FacesException;
import jakarta.faces.application.ViewExpiredException;
import jakarta.faces.context.ExceptionHandler;
import jakarta.faces.context.ExceptionHandlerFactory;
import jakarta.faces.context.ExternalContext;
import jakarta.faces.context.FacesContext;
import jakarta.faces.event.PhaseId;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.util.Objects;
import org.omnifaces.exceptionhandler.FullAjaxExceptionHandler;

/**
 * Sends the browser to the error page when a view has expired or an ajax request fails. Written into the old page, as the
 * library does, the error page would need that page's nonce, which an expired view does not tell. What fails while an
 * answer is being written has its view still, and is left to the library. An expired view is no incident for the log;
 * of any other failure it says whose it was, and of which request.
 */
public class ErrorRedirects extends ExceptionHandlerFactory {
    public ErrorRedirects(ExceptionHandlerFactory wrapped) {
        super(wrapped);
    }

    @Override
    public ExceptionHandler getExceptionHandler() {
        return new Handler(getWrapped().getExceptionHandler());
    }

    private static final class Handler extends FullAjaxExceptionHandler {
        Handler(ExceptionHandler wrapped) {
            super(wrapped);
        }

        @Override
        protected boolean shouldHandleExceptionRootCause(FacesContext context, Throwable failure) {
            boolean expired = failure instanceof ViewExpiredException;
            boolean writing = context.getCurrentPhaseId() == PhaseId.RENDER_RESPONSE;
            if (!expired && (writing || !context.getPartialViewContext().isAjaxRequest())) {
                return true;
            }
            String page = findErrorPageLocation(context, failure);
            if (!expired) {
                HttpServletRequest request =
                        (HttpServletRequest) context.getExternalContext().getRequest();
                request.setAttribute(
                        EXCEPTION_UUID,
                        Objects.toString(request.getRemoteUser(), "nobody") + ' ' + CorrelationId.of(request));
                logException(context, failure, page, LogReason.EXCEPTION_HANDLED);
            }
            ExternalContext external = context.getExternalContext();
            try {
                external.redirect(external.getRequestContextPath() + page);
            } catch (IOException e) {
                throw new FacesException(e);
            }
            context.responseComplete();
            return false;
        }
    }
}
