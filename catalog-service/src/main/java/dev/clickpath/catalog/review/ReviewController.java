package dev.clickpath.catalog.review;

import java.util.regex.Pattern;

import dev.clickpath.catalog.problem.InvalidParameterException;
import dev.clickpath.catalog.product.Ratings;
import org.jspecify.annotations.Nullable;

import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/**
 * The reviews of a product. Authors are called what the caller calls them; nobody else is
 * ever told.
 */
@RestController
@RequestMapping("/products/{product}/reviews")
class ReviewController {

	private static final Pattern AUTHOR = Pattern.compile("[A-Za-z0-9-]{1,64}");

	private static final int LARGEST_PAGE = 50;

	/** How deep one may leaf. */
	private static final int DEEPEST = 10_000;

	private final Reviews reviews;

	ReviewController(Reviews reviews) {
		this.reviews = reviews;
	}

	@GetMapping
	ReviewPage reviews(@PathVariable String product, @RequestParam(defaultValue = "newest") String sort,
			@RequestParam(required = false) @Nullable Integer stars, @RequestParam(defaultValue = "1") Integer page,
			@RequestParam(defaultValue = "10") Integer size) {
		if (stars != null && (stars < 1 || stars > Ratings.MOST_STARS)) {
			throw new InvalidParameterException("stars", "must be from 1 to " + Ratings.MOST_STARS);
		}
		if (size < 1 || size > LARGEST_PAGE) {
			throw new InvalidParameterException("size", "must be from 1 to " + LARGEST_PAGE);
		}
		if (page < 1 || page > DEEPEST / size) {
			throw new InvalidParameterException("page",
					"must be from 1 to " + (DEEPEST / size) + " when a page has " + size + " reviews");
		}
		return this.reviews.page(product, stars, Sort.of(sort), page, size);
	}

	@GetMapping("/{author}")
	Review review(@PathVariable String product, @PathVariable String author) {
		return this.reviews.find(product, checked(author)).orElseThrow(() -> new ReviewNotFoundException(product));
	}

	/**
	 * Writes the author's review, in the place of an earlier one.
	 */
	@PutMapping("/{author}")
	Review write(@PathVariable String product, @PathVariable String author, @RequestBody ReviewRequest request) {
		return this.reviews.write(product, checked(author), request.checked());
	}

	/**
	 * Takes the author's review back, if there is one.
	 */
	@DeleteMapping("/{author}")
	@ResponseStatus(HttpStatus.NO_CONTENT)
	void delete(@PathVariable String product, @PathVariable String author) {
		this.reviews.delete(product, checked(author));
	}

	private static String checked(String author) {
		if (!AUTHOR.matcher(author).matches()) {
			throw new InvalidParameterException("author", "must be 1 to 64 letters, digits and hyphens");
		}
		return author;
	}

}
