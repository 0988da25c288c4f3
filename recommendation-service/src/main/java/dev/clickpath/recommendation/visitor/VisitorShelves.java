package dev.clickpath.recommendation.visitor;

import java.util.List;

/**
 * The shelves of one visitor, in order of worth.
 *
 * @param dismissed ids of what the visitor does not want to see, the latest dismissed
 * first: on none of these shelves, and not to be on any that others add
 */
record VisitorShelves(String visitor, List<Shelf> shelves, List<String> dismissed) {
}
