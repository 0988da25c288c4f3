package dev.clickpath.catalog.review;

/**
 * What somebody has to say, checked.
 *
 * @param title one line, may be empty
 * @param language a BCP 47 tag
 */
record Opinion(String name, int stars, String title, String text, boolean bought, String language) {

}
