package dev.clickpath.storefront.visit;

import java.net.URI;
import java.util.Optional;

import dev.clickpath.storefront.customer.Customers;
import dev.clickpath.storefront.customer.Preferences;
import dev.clickpath.storefront.language.Language;
import jakarta.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;

import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/**
 * Lets visitors choose where to deliver to, how the shop speaks and what to pay with: in
 * this browser, and for an account wherever its customer is signed in.
 */
@RestController
class RegionController {

	private final Cookies cookies;

	private final Customers customers;

	RegionController(Cookies cookies, Customers customers) {
		this.cookies = cookies;
		this.customers = customers;
	}

	@PostMapping("/region")
	ResponseEntity<Void> choose(@RequestParam(required = false) @Nullable String region,
			@RequestParam(required = false) @Nullable String language,
			@RequestParam(required = false) @Nullable String currency,
			@RequestParam(name = "return", required = false) @Nullable String returnPath, Visit visit,
			HttpServletResponse response) {
		Optional<Region> toRegion = Region.of(region);
		Optional<Language> inLanguage = Language.of(language);
		Optional<String> inCurrency = Optional.ofNullable(currency).filter(Region::takes);
		if (visit.customer() != null) {
			this.customers.prefer(visit.customer().id(), new Preferences(toRegion.map(Region::slug).orElse(null),
					inLanguage.map(Language::tag).orElse(null), inCurrency.orElse(null)));
		}
		toRegion.ifPresent((chosen) -> this.cookies.rememberRegion(response, chosen));
		inLanguage.ifPresent((chosen) -> this.cookies.rememberLanguage(response, chosen));
		inCurrency.ifPresent((chosen) -> this.cookies.rememberCurrency(response, chosen));
		return ResponseEntity.status(HttpStatus.SEE_OTHER)
			.location(URI.create(ReturnPath.orElse(returnPath, "/")))
			.build();
	}

}
