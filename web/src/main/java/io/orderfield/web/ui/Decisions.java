package io.orderfield.web.ui;

import io.orderfield.kernel.Refusal.FieldProblem;
import io.orderfield.web.problem.Problem;
import io.orderfield.web.problem.Problems;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.faces.application.FacesMessage;
import jakarta.faces.context.ExternalContext;
import jakarta.faces.context.FacesContext;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * The one place where pages hand decisions to services and where a no becomes words for the reader: refusals of a rule,
 * missing roles, records that somebody changed meanwhile. Anything else passes on to the error page.
 */
@ApplicationScoped
public class Decisions {
    @Inject
    Texts texts;

    /**
     * Makes the decision and says so, or says why not. The page reloads what it shows when this is refused: after a
     * conflict the reader sees what is current.
     *
     * @param done key of the text that says that it was done
     * @return the refusal, which has been told already; empty when it was done
     */
    public Optional<Problem> attempt(String done, Runnable decision, Object... arguments) {
        Optional<Problem> refused = quietly(decision);
        refused.ifPresentOrElse(this::tell, () -> say(texts.of(done, arguments)));
        return refused;
    }

    /** The same without any words: the page shows by itself what came of it. */
    public Optional<Problem> quietly(Runnable decision) {
        try {
            decision.run();
            return Optional.empty();
        } catch (RuntimeException failure) {
            Problem problem = Problems.of(failure, true);
            if (problem.status() == 500) {
                throw failure; // no refusal but an error of ours: the error page, and the log
            }
            return Optional.of(problem);
        }
    }

    /**
     * What a page is about. Where there is no such record, or none that the reader may see, answers 404 or 403 with its
     * page.
     *
     * @return null when the answer has been given
     */
    public <T> @Nullable T orErrorPage(Supplier<T> record) {
        try {
            return record.get();
        } catch (RuntimeException failure) {
            Problem problem = Problems.of(failure, true);
            if (problem.status() != 404 && problem.status() != 403 && problem.status() != 400) {
                throw failure;
            }
            answer(problem.status() == 403 ? 403 : 404);
            return null;
        }
    }

    /** Answers with the error page of this status. */
    public void answer(int status) {
        FacesContext faces = FacesContext.getCurrentInstance();
        ExternalContext external = faces.getExternalContext();
        try {
            if (faces.getPartialViewContext().isAjaxRequest()) {
                external.redirect(external.getRequestContextPath() + "/error/" + status + ".xhtml");
            } else {
                external.responseSendError(status, null);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        faces.responseComplete();
    }

    /** Tells a refusal; dialogs stay open. */
    public void tell(Problem problem) {
        FacesContext faces = FacesContext.getCurrentInstance();
        faces.validationFailed();
        if (problem.errors().isEmpty()) {
            String key = "refusal." + problem.code();
            faces.addMessage(
                    null,
                    new FacesMessage(
                            FacesMessage.SEVERITY_ERROR,
                            texts.has(key) ? texts.of(key) : texts.of(problem.detail()),
                            null));
        }
        problem.errors().stream()
                .map(this::words)
                .distinct() // the same of several items is said once; each is marked at its field
                .forEach(text -> faces.addMessage(null, new FacesMessage(FacesMessage.SEVERITY_ERROR, text, null)));
    }

    /** A problem as a sentence: the field in the words of the form, and what is wrong. */
    public String words(FieldProblem problem) {
        return fieldName(problem.field()) + " " + texts.of(problem.message());
    }

    /** Says that something was done. */
    public void say(String text) {
        FacesContext.getCurrentInstance().addMessage(null, new FacesMessage(FacesMessage.SEVERITY_INFO, text, null));
    }

    /** Says on the next page that something was done. */
    public void sayThere(String text) {
        FacesContext.getCurrentInstance().getExternalContext().getFlash().setKeepMessages(true);
        say(text);
    }

    /** Says what is missing; dialogs stay open. */
    public void ask(String text) {
        FacesContext faces = FacesContext.getCurrentInstance();
        faces.validationFailed();
        faces.addMessage(null, new FacesMessage(FacesMessage.SEVERITY_ERROR, text, null));
    }

    /** {@code lineItems[0].quantity} in the words of the form. */
    private String fieldName(String path) {
        String last = path.substring(path.lastIndexOf('.') + 1).replaceAll("\\[\\d+]$", "");
        return texts.word("field", last);
    }
}
