package dev.clickpath.recommendation.model;

import java.util.List;

/**
 * The way a visitor took, the latest first, no product twice in a list.
 *
 * @param viewed the products they looked at
 * @param wanted those they put into the basket or bought
 * @param bought those they bought
 */
public record Trail(List<String> viewed, List<String> wanted, List<String> bought) {

}
