package dev.clickpath.storefront.account;

import java.net.URI;
import java.util.Optional;

import dev.clickpath.storefront.assembly.Assembly;
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

import org.springframework.http.CacheControl;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.View;

/**
 * Signs customers in and out.
 */
@Controller
class SignInController {

	private static final String HOME = "/";

	private final PasswordCheck passwords;

	private final Arrivals arrivals;

	private final Pages pages;

	SignInController(PasswordCheck passwords, Arrivals arrivals, Pages pages) {
		this.passwords = passwords;
		this.arrivals = arrivals;
		this.pages = pages;
	}

	@GetMapping("/sign-in")
	Object form(@RequestParam(name = "return", required = false) @Nullable String returnPath, Visit visit,
			Assembly assembly, HttpServletResponse response) {
		String next = ReturnPath.orElse(returnPath, HOME);
		return (visit.customer() != null) ? goOn(next) : page(
				new SignInPage(null, false, Field.EMPTY, Field.EMPTY, next), HttpStatus.OK, visit, assembly, response);
	}

	@PostMapping("/sign-in")
	Object signIn(@RequestParam(required = false) @Nullable String email,
			@RequestParam(required = false) @Nullable String password,
			@RequestParam(name = "return", required = false) @Nullable String returnPath, Visit visit,
			Assembly assembly, HttpServletRequest request, HttpServletResponse response) {
		Words words = visit.words();
		String next = ReturnPath.orElse(returnPath, HOME);
		Optional<EmailAddress> address = EmailAddress.of(email);
		Field typed = FormText.echo(email);
		if (address.isEmpty() || password == null || password.isEmpty()) {
			SignInPage page = new SignInPage(null, false,
					typed.wrong(address.isEmpty() ? words.of("account.email.unreadable") : null),
					Field.EMPTY
						.wrong((password == null || password.isEmpty()) ? words.of("account.password.missing") : null),
					next);
			return page(page, HttpStatus.UNPROCESSABLE_CONTENT, visit, assembly, response);
		}
		return switch (this.passwords.check(address.get().key(), password, request)) {
			case Verdict.Right right -> this.arrivals.signIn(right.proven(), request, response) ? goOn(next)
					: wrong(typed, next, visit, assembly, response);
			case Verdict.Wrong _ -> wrong(typed, next, visit, assembly, response);
			case Verdict.NotNow notNow -> {
				notNow.later().tell(response);
				yield page(new SignInPage(notNow.later().text(words), false, typed, Field.EMPTY, next),
						HttpStatus.TOO_MANY_REQUESTS, visit, assembly, response);
			}
		};
	}

	private View wrong(Field typed, String next, Visit visit, Assembly assembly, HttpServletResponse response) {
		return page(new SignInPage(visit.words().of("account.sign-in.wrong"), true, typed, Field.EMPTY, next),
				HttpStatus.UNPROCESSABLE_CONTENT, visit, assembly, response);
	}

	@PostMapping("/sign-out")
	ResponseEntity<Void> signOut(HttpServletRequest request, HttpServletResponse response) {
		this.arrivals.signOut(request, response);
		return goOn(HOME);
	}

	static ResponseEntity<Void> goOn(String path) {
		return ResponseEntity.status(HttpStatus.SEE_OTHER)
			.cacheControl(CacheControl.noStore())
			.location(URI.create(path))
			.build();
	}

	private View page(SignInPage page, HttpStatus status, Visit visit, Assembly assembly,
			HttpServletResponse response) {
		response.setStatus(status.value());
		response.setHeader(HttpHeaders.CACHE_CONTROL, "private, no-store");
		Frame frame = Frame.of(visit.words().of("account.sign-in"), "/sign-in").passing();
		return this.pages.page("sign-in", frame, page, visit, assembly);
	}

}
