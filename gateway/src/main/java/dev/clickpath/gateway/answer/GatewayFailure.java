package dev.clickpath.gateway.answer;

import org.springframework.http.HttpStatus;
import org.springframework.web.ErrorResponseException;

/**
 * The gateway could not get an answer; the detail says to the shopper what to do.
 */
public final class GatewayFailure extends ErrorResponseException {

	public GatewayFailure(HttpStatus status, String detail) {
		super(status);
		setDetail(detail);
	}

}
