package dev.clickpath.storefront.review;

import java.util.UUID;

import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.service.annotation.DeleteExchange;
import org.springframework.web.service.annotation.GetExchange;
import org.springframework.web.service.annotation.PutExchange;

/**
 * The catalogue service's interface for reviews.
 */
interface ReviewApi {

	@GetExchange("/products/{product}/reviews")
	Opinions reviews(@PathVariable String product, @RequestParam MultiValueMap<String, String> parameters);

	@GetExchange("/products/{product}/reviews/{author}")
	Review review(@PathVariable String product, @PathVariable UUID author);

	@PutExchange("/products/{product}/reviews/{author}")
	void write(@PathVariable String product, @PathVariable UUID author, @RequestBody Draft draft);

	@DeleteExchange("/products/{product}/reviews/{author}")
	void delete(@PathVariable String product, @PathVariable UUID author);

}
