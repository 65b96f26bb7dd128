package io.orderfield.web.guilty;

/** Guilty: says field by field what the view says. */
public record GuiltyAnswer(String number, long version) {
    /** What a service answers. */
    public record View(String number, long version) {}

    static GuiltyAnswer of(View view) {
        return new GuiltyAnswer(view.number(), view.version());
    }
}
