package dev.clickpath.catalog.product;

/**
 * One fact about a product, as people write it: {@code Capacity: 1.2 l}.
 */
public record Attribute(String name, String value) {

}
