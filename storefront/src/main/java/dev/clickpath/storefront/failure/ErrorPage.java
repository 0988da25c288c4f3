package dev.clickpath.storefront.failure;

import java.util.List;

import dev.clickpath.storefront.page.Link;

/**
 * What went wrong and what to do next.
 *
 * @param status the HTTP status
 * @param heading what happened, in a few words
 * @param words one or two sentences more
 * @param next ways on
 */
public record ErrorPage(int status, String heading, String words, List<Link> next) {
}
