package dev.clickpath.catalog.product;

import dev.clickpath.catalog.problem.ProblemException;

import org.springframework.http.HttpStatus;

/**
 * There is no product of this id.
 */
public class ProductNotFoundException extends ProblemException {

	public ProductNotFoundException(String id) {
		super(HttpStatus.NOT_FOUND, "product-not-found", "No such product", "There is no product \"" + id + "\".");
	}

}
