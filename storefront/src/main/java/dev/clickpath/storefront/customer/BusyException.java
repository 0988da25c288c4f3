package dev.clickpath.storefront.customer;

import org.springframework.http.HttpStatus;
import org.springframework.web.ErrorResponseException;

/**
 * So many passwords are being checked that this one has to come again.
 */
final class BusyException extends ErrorResponseException {

	private static final long serialVersionUID = 1L;

	BusyException() {
		super(HttpStatus.SERVICE_UNAVAILABLE);
	}

}
