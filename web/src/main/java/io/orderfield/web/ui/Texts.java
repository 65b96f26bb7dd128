package io.orderfield.web.ui;

import io.orderfield.kernel.Sentence;
import io.orderfield.web.problem.Reader;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.faces.context.FacesContext;
import java.text.MessageFormat;
import java.util.Locale;
import java.util.ResourceBundle;

/** The words of the pages, in the reader's language. */
@ApplicationScoped
public class Texts {
    private static final String BUNDLE = "io.orderfield.web.messages";

    /** The text of this key with its places filled. */
    public String of(String key, Object... arguments) {
        String pattern = bundle().getString(key);
        return arguments.length == 0 ? pattern : new MessageFormat(pattern, locale()).format(arguments);
    }

    /** What a service says as data, in words. */
    public String of(Sentence sentence) {
        return Reader.reads(locale(), sentence);
    }

    /** Whether there is a text of this key. */
    public boolean has(String key) {
        return bundle().containsKey(key);
    }

    /**
     * The words for a stable name such as {@code IN_PROGRESS} or {@code state-changed}. A name that the bundle doesn't know
     * yet is shown with blanks instead of marks, so that a new one from Field Service never breaks a page.
     */
    public String word(String kind, String name) {
        String key = kind + '.' + name;
        if (has(key)) {
            return of(key);
        }
        String words = name.replaceAll("([a-z])([A-Z])", "$1 $2") // the names of characteristics are written likeThis
                .replace('_', ' ')
                .replace('-', ' ')
                .toLowerCase(Locale.ROOT);
        return words.isEmpty() ? words : Character.toUpperCase(words.charAt(0)) + words.substring(1);
    }

    /** The reader's language. */
    public Locale locale() {
        FacesContext faces = FacesContext.getCurrentInstance();
        return faces == null || faces.getViewRoot() == null
                ? Locale.ENGLISH
                : faces.getViewRoot().getLocale();
    }

    private ResourceBundle bundle() {
        return ResourceBundle.getBundle(BUNDLE, locale(), Texts.class.getClassLoader());
    }
}
