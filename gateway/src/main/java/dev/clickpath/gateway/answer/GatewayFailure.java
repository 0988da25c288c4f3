package dev.clickpath.gateway.answer;

import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
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

	/**
	 * It is worth trying again in a moment (RFC 9110, section 10.2.3).
	 */
	public static GatewayFailure retryLater(String detail) {
		GatewayFailure failure = new GatewayFailure(HttpStatus.SERVICE_UNAVAILABLE, detail);
		failure.getHeaders().set(HttpHeaders.RETRY_AFTER, "1");
		return failure;
	}

}
