package dev.clickpath.storefront.security;

import java.io.IOException;

import dev.clickpath.storefront.failure.FormFailure;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

import org.springframework.http.HttpStatus;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.web.access.AccessDeniedHandler;

/**
 * Tells people that their form cannot be taken, since it does not carry what a page of
 * this browser would.
 */
final class OutdatedForm implements AccessDeniedHandler {

	@Override
	public void handle(HttpServletRequest request, HttpServletResponse response, AccessDeniedException ex)
			throws IOException {
		FormFailure.markOutdated(request);
		response.sendError(HttpStatus.FORBIDDEN.value());
	}

}
