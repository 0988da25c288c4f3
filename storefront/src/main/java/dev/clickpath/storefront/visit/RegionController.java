package dev.clickpath.storefront.visit;

import java.net.URI;
import java.util.Optional;

import jakarta.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;

import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/**
 * Lets visitors choose where to deliver to.
 */
@RestController
class RegionController {

	private final Cookies cookies;

	RegionController(Cookies cookies) {
		this.cookies = cookies;
	}

	@PostMapping("/region")
	ResponseEntity<Void> choose(@RequestParam @Nullable String region,
			@RequestParam(name = "return", required = false) @Nullable String returnPath,
			HttpServletResponse response) {
		Optional<Region> chosen = Region.of(region);
		chosen.ifPresent((known) -> this.cookies.rememberRegion(response, known));
		return ResponseEntity.status(HttpStatus.SEE_OTHER)
			.location(URI.create(ReturnPath.orElse(returnPath, "/")))
			.build();
	}

}
