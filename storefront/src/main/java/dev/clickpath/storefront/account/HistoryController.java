package dev.clickpath.storefront.account;

import java.util.List;

import dev.clickpath.storefront.assembly.Assembly;
import dev.clickpath.storefront.attempts.Attempt;
import dev.clickpath.storefront.attempts.Attempts;
import dev.clickpath.storefront.attempts.ClientAddress;
import dev.clickpath.storefront.attempts.Limit;
import dev.clickpath.storefront.history.Histories;
import dev.clickpath.storefront.page.Frame;
import dev.clickpath.storefront.page.Pages;
import dev.clickpath.storefront.visit.Visit;
import jakarta.servlet.http.HttpServletRequest;

import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.View;

/**
 * Lets everybody, with an account or without, have forgotten what they looked at.
 */
@Controller
class HistoryController {

	private final Histories histories;

	private final Attempts attempts;

	private final Pages pages;

	HistoryController(Histories histories, Attempts attempts, Pages pages) {
		this.histories = histories;
		this.attempts = attempts;
		this.pages = pages;
	}

	@GetMapping("/history")
	View history(@RequestParam(defaultValue = "false") boolean forgotten, Visit visit, Assembly assembly) {
		Frame frame = Frame.of(visit.words().of("account.history"), "/history").passing();
		return this.pages.page("history", frame, new HistoryPage(forgotten), visit, assembly);
	}

	@PostMapping("/history/forget")
	ResponseEntity<Void> forget(Visit visit, HttpServletRequest request) {
		this.attempts.begin(List.of(new Attempt("forget-from", ClientAddress.of(request), Limit.FROM_ONE_PLACE)));
		this.histories.forget(visit.visitor());
		return SignInController.goOn("/history?forgotten=true");
	}

}
