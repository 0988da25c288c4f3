package dev.clickpath.gateway.answer;

import org.springframework.http.HttpStatusCode;
import org.springframework.web.ErrorResponseException;

/**
 * The gateway has no answer to pass on; the detail says to the shopper what to do.
 */
public final class GatewayFailure extends ErrorResponseException {

	public GatewayFailure(HttpStatusCode status, String detail) {
		super(status);
		setDetail(detail);
	}

}
