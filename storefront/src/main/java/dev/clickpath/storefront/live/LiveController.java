package dev.clickpath.storefront.live;

import dev.clickpath.storefront.assembly.Assembly;
import dev.clickpath.storefront.page.Frame;
import dev.clickpath.storefront.page.Pages;
import dev.clickpath.storefront.visit.Visit;

import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.servlet.View;

/**
 * Shows the live map, the same for everybody.
 */
@Controller
class LiveController {

	private final Pages pages;

	LiveController(Pages pages) {
		this.pages = pages;
	}

	@GetMapping("/journey/live")
	View live(Visit visit, Assembly assembly) {
		Frame frame = Frame.of(visit.words().of("live.heading"), "/journey/live").passing();
		return this.pages.page("live", frame, LivePage.in(visit.words()), visit, assembly);
	}

}
