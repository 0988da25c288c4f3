package dev.clickpath.storefront.visit;

import java.net.URI;

import dev.clickpath.storefront.language.Language;
import jakarta.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;

import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/**
 * Lets visitors choose where to deliver to, how the shop speaks and what to pay with.
 */
@RestController
class RegionController {

	private final Cookies cookies;

	RegionController(Cookies cookies) {
		this.cookies = cookies;
	}

	@PostMapping("/region")
	ResponseEntity<Void> choose(@RequestParam(required = false) @Nullable String region,
			@RequestParam(required = false) @Nullable String language,
			@RequestParam(required = false) @Nullable String currency,
			@RequestParam(name = "return", required = false) @Nullable String returnPath,
			HttpServletResponse response) {
		Region.of(region).ifPresent((chosen) -> this.cookies.rememberRegion(response, chosen));
		Language.of(language).ifPresent((chosen) -> this.cookies.rememberLanguage(response, chosen));
		if (currency != null && Region.takes(currency)) {
			this.cookies.rememberCurrency(response, currency);
		}
		return ResponseEntity.status(HttpStatus.SEE_OTHER)
			.location(URI.create(ReturnPath.orElse(returnPath, "/")))
			.build();
	}

}
