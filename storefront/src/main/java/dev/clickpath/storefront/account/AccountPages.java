package dev.clickpath.storefront.account;

import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.UUID;

import dev.clickpath.storefront.account.AccountPage.BrowserRow;
import dev.clickpath.storefront.account.AccountPage.Choice;
import dev.clickpath.storefront.address.AddressFields;
import dev.clickpath.storefront.address.AddressForm;
import dev.clickpath.storefront.address.Addresses;
import dev.clickpath.storefront.assembly.Assembly;
import dev.clickpath.storefront.customer.Customer;
import dev.clickpath.storefront.language.Language;
import dev.clickpath.storefront.language.Words;
import dev.clickpath.storefront.page.Frame;
import dev.clickpath.storefront.page.Pages;
import dev.clickpath.storefront.session.BrowserSessions;
import dev.clickpath.storefront.session.SignedInBrowser;
import dev.clickpath.storefront.visit.Region;
import dev.clickpath.storefront.visit.Visit;
import jakarta.servlet.http.HttpServletRequest;
import org.jspecify.annotations.Nullable;

import org.springframework.stereotype.Component;
import org.springframework.web.servlet.View;

/**
 * Makes the account's page of what its customer has, and of what stands in its forms.
 */
@Component
class AccountPages {

	private final Addresses addresses;

	private final BrowserSessions sessions;

	private final Pages pages;

	AccountPages(Addresses addresses, BrowserSessions sessions, Pages pages) {
		this.addresses = addresses;
		this.sessions = sessions;
		this.pages = pages;
	}

	/**
	 * The forms as they are before anything is changed in them.
	 */
	AccountForms forms(Visit visit) {
		Customer customer = customer(visit);
		return AccountForms.of(customer,
				this.addresses.of(customer.id()).map(AddressForm::of).orElse(AddressForm.EMPTY));
	}

	View page(@Nullable String notice, AccountForms forms, Visit visit, Assembly assembly, HttpServletRequest request) {
		Words words = visit.words();
		UUID id = customer(visit).id();
		AccountPage page = new AccountPage(notice, forms.alert(), forms.name(), forms.email(), forms.emailPassword(),
				forms.oldPassword(), forms.newPassword(),
				AddressFields.of(forms.address(), forms.problems(), visit.region(), words),
				this.addresses.of(id).isPresent(), regions(visit), languages(visit), currencies(visit),
				this.sessions.browsers(request, id).stream().map((browser) -> row(browser, words)).toList());
		return this.pages.page("account", Frame.of(words.of("account.account"), "/account").passing(), page, visit,
				assembly);
	}

	static Customer customer(Visit visit) {
		return Objects.requireNonNull(visit.customer());
	}

	private static List<Choice> regions(Visit visit) {
		return Arrays.stream(Region.values())
			.map((region) -> new Choice(region.slug(), visit.words().of(region.words()), region == visit.region()))
			.toList();
	}

	private static List<Choice> languages(Visit visit) {
		return Arrays.stream(Language.values())
			.map((language) -> new Choice(language.tag(), language.ownName(), language == visit.language()))
			.toList();
	}

	private static List<Choice> currencies(Visit visit) {
		return visit.region()
			.currencies()
			.stream()
			.map((currency) -> new Choice(currency, currency, currency.equals(visit.currency())))
			.toList();
	}

	private static BrowserRow row(SignedInBrowser browser, Words words) {
		String name = browser.browser().isEmpty() ? words.of("account.browsers.unknown") : browser.browser();
		return new BrowserRow(name, browser.current(), words.of("account.browsers.seen",
				words.date(LocalDate.ofInstant(browser.since(), ZoneOffset.UTC)), words.moment(browser.seen())));
	}

}
