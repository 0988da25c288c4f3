package dev.clickpath.storefront.catalog;

import java.util.List;

import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.service.annotation.GetExchange;
import org.springframework.web.service.annotation.PostExchange;

/**
 * The interface of the catalogue service, as far as it is used here.
 */
interface CatalogApi {

	@GetExchange("/departments")
	List<Department> departments();

	@GetExchange("/products/{id}")
	Product product(@PathVariable String id);

	@GetExchange("/products")
	List<ProductSummary> products(@RequestParam String ids);

	@GetExchange("/search")
	SearchResult search(@RequestParam MultiValueMap<String, String> parameters);

	@PostExchange("/searches")
	void searched(@RequestBody List<Asking> askings);

	@GetExchange("/suggestions")
	Suggestions suggestions(@RequestParam String q);

}
