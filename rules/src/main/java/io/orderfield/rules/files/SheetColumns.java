package io.orderfield.rules.files;

/** Columns as spreadsheets name them: A to Z, then AA. */
final class SheetColumns {
    private static final int LETTERS = 26;

    private SheetColumns() {}

    /**
     * How many columns there are up to the one of these letters.
     *
     * @param name begins with one to three capital letters; what follows isn't looked at
     */
    static int number(String name) {
        int number = 0;
        for (int i = 0; i < name.length() && Character.isLetter(name.charAt(i)); i++) {
            number = number * LETTERS + name.charAt(i) - 'A' + 1;
        }
        return number;
    }

    /** @param number from 1 */
    static String name(int number) {
        StringBuilder letters = new StringBuilder();
        for (int left = number; left > 0; left = (left - 1) / LETTERS) {
            letters.insert(0, (char) ('A' + (left - 1) % LETTERS));
        }
        return letters.toString();
    }
}
