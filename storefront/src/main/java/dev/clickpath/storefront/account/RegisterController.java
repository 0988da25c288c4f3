package dev.clickpath.storefront.account;

import java.util.Optional;

import dev.clickpath.storefront.assembly.Assembly;
import dev.clickpath.storefront.customer.CustomerName;
import dev.clickpath.storefront.customer.EmailAddress;
import dev.clickpath.storefront.form.Field;
import dev.clickpath.storefront.language.Words;
import dev.clickpath.storefront.page.Frame;
import dev.clickpath.storefront.page.Pages;
import dev.clickpath.storefront.visit.ReturnPath;
import dev.clickpath.storefront.visit.Visit;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;

import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.View;

/**
 * Opens accounts, and signs their customers in at once.
 */
@Controller
class RegisterController {

	private static final String HOME = "/";

	private final Registration registration;

	private final Arrivals arrivals;

	private final Pages pages;

	RegisterController(Registration registration, Arrivals arrivals, Pages pages) {
		this.registration = registration;
		this.arrivals = arrivals;
		this.pages = pages;
	}

	@GetMapping("/register")
	Object form(@RequestParam(name = "return", required = false) @Nullable String returnPath, Visit visit,
			Assembly assembly, HttpServletResponse response) {
		String next = ReturnPath.orElse(returnPath, HOME);
		return (visit.customer() != null) ? SignInController.goOn(next)
				: page(new RegisterPage(null, Field.EMPTY, Field.EMPTY, Field.EMPTY, next), HttpStatus.OK, visit,
						assembly, response);
	}

	@PostMapping("/register")
	Object register(@RequestParam(required = false) @Nullable String name,
			@RequestParam(required = false) @Nullable String email,
			@RequestParam(required = false) @Nullable String password,
			@RequestParam(name = "return", required = false) @Nullable String returnPath, Visit visit,
			Assembly assembly, HttpServletRequest request, HttpServletResponse response) {
		Words words = visit.words();
		String next = ReturnPath.orElse(returnPath, HOME);
		Optional<String> called = CustomerName.of(name);
		Optional<EmailAddress> address = EmailAddress.of(email);
		Field typedName = FormText.echo(name).wrong(called.isEmpty() ? words.of("account.name.unreadable") : null);
		Field typedEmail = FormText.echo(email).wrong(address.isEmpty() ? words.of("account.email.unreadable") : null);
		String wrong = PasswordWords.of(password, address.map(EmailAddress::text).orElse(""), words);
		if (called.isEmpty() || address.isEmpty() || password == null || wrong != null) {
			return page(new RegisterPage(null, typedName, typedEmail, Field.EMPTY.wrong(wrong), next),
					HttpStatus.UNPROCESSABLE_CONTENT, visit, assembly, response);
		}
		return switch (this.registration.register(called.get(), address.get(), password, request)) {
			case Verdict.Right right when this.arrivals.signIn(right.proven(), request, response) ->
				SignInController.goOn(next);
			case Verdict.Right _, Verdict.Wrong _ ->
				page(new RegisterPage(null, typedName, typedEmail.wrong(words.of("account.email.taken")), Field.EMPTY,
						next), HttpStatus.UNPROCESSABLE_CONTENT, visit, assembly, response);
			case Verdict.NotNow notNow -> {
				notNow.later().tell(response);
				yield page(new RegisterPage(notNow.later().text(words), typedName, typedEmail, Field.EMPTY, next),
						HttpStatus.TOO_MANY_REQUESTS, visit, assembly, response);
			}
		};
	}

	private View page(RegisterPage page, HttpStatus status, Visit visit, Assembly assembly,
			HttpServletResponse response) {
		response.setStatus(status.value());
		response.setHeader(HttpHeaders.CACHE_CONTROL, "private, no-store");
		Frame frame = Frame.of(visit.words().of("account.register"), "/register").passing();
		return this.pages.page("register", frame, page, visit, assembly);
	}

}
