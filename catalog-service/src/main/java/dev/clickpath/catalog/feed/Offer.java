package dev.clickpath.catalog.feed;

import java.util.List;

import dev.clickpath.catalog.product.Attribute;
import dev.clickpath.catalog.product.Money;
import org.jspecify.annotations.Nullable;

/**
 * A product as a row of a feed describes it, checked.
 *
 * @param slug the readable part of its address
 * @param shelf where it stands, from the department to the narrowest kind
 * @param oldPrice the price without the present reduction, or null
 * @param quantity how many pieces there are
 * @param imageLink where its picture is, as the feed has it, or null
 * @param colour the colour in the feed's words, or null
 */
public record Offer(String id, String slug, String title, String brand, List<String> shelf, Money price,
		@Nullable Money oldPrice, int quantity, String description, List<Attribute> attributes,
		@Nullable String imageLink, @Nullable String colour) {

}
