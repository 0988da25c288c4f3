package dev.clickpath.storefront.journey;

import dev.clickpath.storefront.assembly.Assembly;
import dev.clickpath.storefront.page.Frame;
import dev.clickpath.storefront.page.Pages;
import dev.clickpath.storefront.visit.Visit;

import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.servlet.View;

/**
 * Shows the page of a click. It is the same for everybody: the figures are in the
 * shopper's own browser, and a module puts them in there.
 */
@Controller
class JourneyController {

	private final Pages pages;

	JourneyController(Pages pages) {
		this.pages = pages;
	}

	@GetMapping("/journey")
	View journey(Visit visit, Assembly assembly) {
		Frame frame = Frame.of(visit.words().of("journey.heading"), "/journey").passing();
		return this.pages.page("journey", frame, JourneyPage.in(visit.words()), visit, assembly);
	}

}
