package dev.clickpath.storefront.account;

import java.util.Optional;

import dev.clickpath.storefront.address.Address;
import dev.clickpath.storefront.address.AddressForm;
import dev.clickpath.storefront.address.Addresses;
import dev.clickpath.storefront.assembly.Assembly;
import dev.clickpath.storefront.customer.CustomerName;
import dev.clickpath.storefront.customer.Customers;
import dev.clickpath.storefront.session.BrowserSessions;
import dev.clickpath.storefront.visit.Visit;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;

import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.View;

/**
 * The account's page, and its forms that need no password. Every change is answered with
 * a redirect, so that reloading changes nothing again.
 */
@Controller
class AccountController {

	private final AccountPages accountPages;

	private final Customers customers;

	private final Addresses addresses;

	private final BrowserSessions sessions;

	AccountController(AccountPages accountPages, Customers customers, Addresses addresses, BrowserSessions sessions) {
		this.accountPages = accountPages;
		this.customers = customers;
		this.addresses = addresses;
		this.sessions = sessions;
	}

	@GetMapping("/account")
	View account(@RequestParam(required = false) @Nullable String done, Visit visit, Assembly assembly,
			HttpServletRequest request) {
		return this.accountPages.page(Done.words(done, visit.words()), this.accountPages.forms(visit), visit, assembly,
				request);
	}

	@PostMapping("/account/name")
	Object rename(@RequestParam(required = false) @Nullable String name, Visit visit, Assembly assembly,
			HttpServletRequest request, HttpServletResponse response) {
		Optional<String> called = CustomerName.of(name);
		if (called.isEmpty()) {
			response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
			AccountForms forms = this.accountPages.forms(visit)
				.withName(FormText.echo(name).wrong(visit.words().of("account.name.unreadable")));
			return this.accountPages.page(null, forms, visit, assembly, request);
		}
		this.customers.rename(AccountPages.customer(visit).id(), called.get());
		return SignInController.goOn(Done.NAME.path());
	}

	@PostMapping("/account/address")
	Object keepAddress(@ModelAttribute AddressForm form, Visit visit, Assembly assembly, HttpServletRequest request,
			HttpServletResponse response) {
		Optional<Address> address = form.address();
		if (address.isEmpty()) {
			response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
			AccountForms forms = this.accountPages.forms(visit).withAddress(form);
			return this.accountPages.page(null, forms, visit, assembly, request);
		}
		this.addresses.keep(AccountPages.customer(visit).id(), address.get());
		return SignInController.goOn(Done.ADDRESS.path());
	}

	@PostMapping("/account/address/remove")
	ResponseEntity<Void> removeAddress(Visit visit) {
		this.addresses.forget(AccountPages.customer(visit).id());
		return SignInController.goOn(Done.ADDRESS_REMOVED.path());
	}

	@PostMapping("/account/browsers/end-others")
	ResponseEntity<Void> endOthers(Visit visit, HttpServletRequest request) {
		this.sessions.endOthers(request, AccountPages.customer(visit).id());
		return SignInController.goOn(Done.BROWSERS.path());
	}

}
