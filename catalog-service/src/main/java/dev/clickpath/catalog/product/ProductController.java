package dev.clickpath.catalog.product;

import java.util.List;
import java.util.Set;

import dev.clickpath.catalog.problem.InvalidParameterException;

import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/**
 * Products by their ids.
 */
@RestController
@RequestMapping("/products")
class ProductController {

	private static final int MOST_IDS = 100;

	private final HotProducts products;

	ProductController(HotProducts products) {
		this.products = products;
	}

	@GetMapping("/{id}")
	ProductDetails product(@PathVariable String id) {
		return this.products.details(id).orElseThrow(() -> new ProductNotFoundException(id));
	}

	/**
	 * The products in the order asked; unknown ones are left out.
	 */
	@GetMapping
	List<ProductSummary> products(@RequestParam Set<String> ids) {
		if (ids.size() > MOST_IDS) {
			throw new InvalidParameterException("ids", "must be at most " + MOST_IDS);
		}
		return this.products.summaries(ids);
	}

}
