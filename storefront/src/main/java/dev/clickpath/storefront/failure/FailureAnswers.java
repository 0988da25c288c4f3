package dev.clickpath.storefront.failure;

import java.time.Duration;

import dev.clickpath.storefront.assembly.Assembly;
import dev.clickpath.storefront.page.Frame;
import dev.clickpath.storefront.page.Pages;
import dev.clickpath.storefront.visit.Visit;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;

/**
 * Answers with a page for people, or with a problem detail (RFC 9457) for programs, which
 * ask for JSON and not for HTML.
 */
@Component
class FailureAnswers {

	private static final String RETRY_SECONDS = Long.toString(Duration.ofSeconds(5).toSeconds());

	private final Pages pages;

	FailureAnswers(Pages pages) {
		this.pages = pages;
	}

	/**
	 * A view or a response entity.
	 */
	Object answer(Failure failure, HttpServletRequest request, HttpServletResponse response, Visit visit,
			Assembly assembly) {
		if (failure.status() == HttpStatus.SERVICE_UNAVAILABLE) {
			response.setHeader(HttpHeaders.RETRY_AFTER, RETRY_SECONDS);
		}
		if (isProgram(request)) {
			return ResponseEntity.of(failure.problem())
				.header(HttpHeaders.CACHE_CONTROL, "no-store")
				.header(HttpHeaders.CONTENT_LANGUAGE, visit.language().tag())
				.build();
		}
		response.setStatus(failure.status().value());
		return this.pages.page("error", Frame.of(failure.heading(), "/").passing(), failure.page(visit.words()), visit,
				assembly);
	}

	private static boolean isProgram(HttpServletRequest request) {
		String accept = request.getHeader(HttpHeaders.ACCEPT);
		return accept != null && accept.contains("json") && !accept.contains("text/html");
	}

}
