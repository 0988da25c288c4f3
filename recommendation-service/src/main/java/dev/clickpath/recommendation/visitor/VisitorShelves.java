package dev.clickpath.recommendation.visitor;

import java.util.List;

/**
 * The shelves of one visitor, in order of worth.
 */
record VisitorShelves(String visitor, List<Shelf> shelves) {
}
