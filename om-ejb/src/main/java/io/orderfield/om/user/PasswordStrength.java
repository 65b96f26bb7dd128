package io.orderfield.om.user;

import io.orderfield.kernel.Sentence;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import me.gosimple.nbvcxz.Nbvcxz;
import me.gosimple.nbvcxz.resources.ConfigurationBuilder;
import me.gosimple.nbvcxz.resources.Dictionary;
import me.gosimple.nbvcxz.resources.DictionaryBuilder;
import me.gosimple.nbvcxz.resources.Feedback;
import me.gosimple.nbvcxz.scoring.Result;
import org.jspecify.annotations.Nullable;

/**
 * How many guesses a password withstands of somebody who knows the lists of common ones, the habits of people, and whose
 * password it is. No rules of composition: they make passwords that are hard to keep and easy to guess.
 */
final class PasswordStrength {
    /** Half a year for a thousand guesses a second, far more than the brake and the cost of a check leave anybody. */
    private static final BigDecimal FEWEST_GUESSES = BigDecimal.TEN.pow(10);

    /** Estimating costs more than linearly by length, and what is strong so far is strong with more behind it. */
    private static final int LONGEST_ESTIMATED = 40;

    private static final long MOST_MILLIS = 200;
    private static final int SHORTEST_WORD = 3;
    private static final String PRODUCT = "orderfield";

    private PasswordStrength() {}

    /** Why it is too easy to guess, in words that follow the field's name; null when it isn't. */
    static @Nullable Sentence weakness(String password, String username, String displayName) {
        String estimated = password.length() <= LONGEST_ESTIMATED ? password : password.substring(0, LONGEST_ESTIMATED);
        Result result = estimator(username, displayName).estimate(estimated);
        return result.getGuesses().compareTo(FEWEST_GUESSES) >= 0 ? null : weak(result.getFeedback());
    }

    private static Sentence weak(@Nullable Feedback feedback) {
        List<String> sentences = new ArrayList<>();
        if (feedback != null && feedback.getWarning() != null) {
            sentences.add(feedback.getWarning());
        }
        if (feedback != null) {
            sentences.addAll(feedback.getSuggestion());
        }
        return sentences.isEmpty()
                ? Sentence.of("field.weak")
                : Sentence.of("field.weak.advice").with("advice", String.join(" ", sentences));
    }

    private static Nbvcxz estimator(String username, String displayName) {
        DictionaryBuilder own = new DictionaryBuilder().setDictionaryName("own").setExclusion(false);
        for (String word : (PRODUCT + ' ' + username + ' ' + displayName)
                .toLowerCase(Locale.ROOT)
                .split("[^\\p{L}\\p{N}]+")) {
            if (word.length() >= SHORTEST_WORD) {
                own.addWord(word, 1);
            }
        }
        List<Dictionary> dictionaries = new ArrayList<>(ConfigurationBuilder.getDefaultDictionaries());
        dictionaries.add(own.createDictionary());
        return new Nbvcxz(new ConfigurationBuilder()
                .setLocale(Locale.ENGLISH)
                .setDictionaries(dictionaries)
                .setCombinationAlgorithmTimeout(MOST_MILLIS)
                .createConfiguration());
    }
}
