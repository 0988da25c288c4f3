package dev.clickpath.storefront.page;

import java.time.Duration;

import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/**
 * Tells crawlers what is nobody's business or has no end.
 */
@RestController
class RobotsController {

	private static final String ROBOTS = """
			User-agent: *
			Disallow: /basket
			Disallow: /search
			Disallow: /why/
			""";

	@GetMapping(path = "/robots.txt", produces = MediaType.TEXT_PLAIN_VALUE)
	ResponseEntity<String> robots() {
		return ResponseEntity.ok().cacheControl(CacheControl.maxAge(Duration.ofDays(1)).cachePublic()).body(ROBOTS);
	}

}
