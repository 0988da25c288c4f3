package dev.clickpath.storefront.account;

import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

import dev.clickpath.storefront.assembly.Assembly;
import dev.clickpath.storefront.attempts.Attempt;
import dev.clickpath.storefront.attempts.Attempts;
import dev.clickpath.storefront.attempts.Limit;
import dev.clickpath.storefront.attempts.TooManyAttemptsException;
import dev.clickpath.storefront.customer.BusyException;
import dev.clickpath.storefront.customer.Credentials;
import dev.clickpath.storefront.customer.Customers;
import dev.clickpath.storefront.customer.EmailAddress;
import dev.clickpath.storefront.customer.Proven;
import dev.clickpath.storefront.form.Field;
import dev.clickpath.storefront.language.Words;
import dev.clickpath.storefront.session.BrowserSessions.Begun;
import dev.clickpath.storefront.session.BrowserSessions;
import dev.clickpath.storefront.visit.Visit;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;

import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.transaction.support.TransactionTemplate;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.View;

/**
 * Changes what a customer signs in with, for whoever knows the password: someone at an
 * unattended browser does not.
 */
@Controller
class CredentialsController {

	/** Nobody shall learn from this form which addresses have accounts. */
	private static final Limit CHANGES_OF_EMAIL = new Limit(10, Duration.ofMinutes(1), Duration.ofMinutes(15),
			Duration.ofHours(1));

	private final AccountPages accountPages;

	private final PasswordCheck passwords;

	private final Credentials credentials;

	private final Customers customers;

	private final Attempts attempts;

	private final BrowserSessions sessions;

	private final TransactionTemplate transactions;

	CredentialsController(AccountPages accountPages, PasswordCheck passwords, Credentials credentials,
			Customers customers, Attempts attempts, BrowserSessions sessions, TransactionTemplate transactions) {
		this.accountPages = accountPages;
		this.passwords = passwords;
		this.credentials = credentials;
		this.customers = customers;
		this.attempts = attempts;
		this.sessions = sessions;
		this.transactions = transactions;
	}

	@PostMapping("/account/email")
	Object changeEmail(@RequestParam(required = false) @Nullable String email,
			@RequestParam(required = false) @Nullable String password, Visit visit, Assembly assembly,
			HttpServletRequest request, HttpServletResponse response) {
		Words words = visit.words();
		AccountForms forms = this.accountPages.forms(visit);
		Field typed = FormText.echo(email);
		Optional<EmailAddress> address = EmailAddress.of(email);
		if (address.isEmpty()) {
			return refused(forms.withEmail(typed.wrong(words.of("account.email.unreadable")), Field.EMPTY), visit,
					assembly, request, response);
		}
		return switch (check(visit, password, request)) {
			case Verdict.Right right -> {
				try {
					this.attempts.begin(List
						.of(new Attempt("change-email-of", right.customer().id().toString(), CHANGES_OF_EMAIL)));
				}
				catch (TooManyAttemptsException ex) {
					yield later(Later.tooOften(ex.remaining()), forms.withEmail(typed, Field.EMPTY), visit, assembly,
							request, response);
				}
				yield this.customers.changeEmail(right.customer().id(), address.get())
						? SignInController.goOn(Done.EMAIL.path())
						: refused(forms.withEmail(typed.wrong(words.of("account.email.taken.other")), Field.EMPTY),
								visit, assembly, request, response);
			}
			case Verdict.Wrong _ ->
				refused(forms.withEmail(typed, Field.EMPTY.wrong(words.of("account.password.wrong"))), visit, assembly,
						request, response);
			case Verdict.NotNow notNow ->
				later(notNow.later(), forms.withEmail(typed, Field.EMPTY), visit, assembly, request, response);
		};
	}

	@PostMapping("/account/password")
	Object changePassword(@RequestParam(required = false) @Nullable String old,
			@RequestParam(required = false) @Nullable String password, Visit visit, Assembly assembly,
			HttpServletRequest request, HttpServletResponse response) {
		Words words = visit.words();
		AccountForms forms = this.accountPages.forms(visit);
		String wrong = PasswordWords.of(password, AccountPages.customer(visit).email(), words);
		if (password == null || wrong != null) {
			return refused(forms.withPasswords(Field.EMPTY, Field.EMPTY.wrong(wrong)), visit, assembly, request,
					response);
		}
		try {
			return switch (check(visit, old, request)) {
				case Verdict.Right right -> {
					Optional<Begun> begun = change(right.proven(), this.credentials.hash(password), request);
					begun.ifPresent((session) -> session.tell(response));
					yield begun.isPresent() ? SignInController.goOn(Done.PASSWORD.path())
							: wrong(forms, visit, assembly, request, response);
				}
				case Verdict.Wrong _ -> wrong(forms, visit, assembly, request, response);
				case Verdict.NotNow notNow -> later(notNow.later(), forms, visit, assembly, request, response);
			};
		}
		catch (BusyException ex) {
			return later(Later.busy(), forms, visit, assembly, request, response);
		}
	}

	private View wrong(AccountForms forms, Visit visit, Assembly assembly, HttpServletRequest request,
			HttpServletResponse response) {
		return refused(forms.withPasswords(Field.EMPTY.wrong(visit.words().of("account.password.wrong")), Field.EMPTY),
				visit, assembly, request, response);
	}

	/**
	 * Whoever was signed in with the old password is not any more. Of two who change it
	 * at once the second knows an old one only.
	 */
	private Optional<Begun> change(Proven old, String hash, HttpServletRequest request) {
		return Objects.requireNonNull(this.transactions.execute((transaction) -> {
			if (!this.customers.changePassword(old, hash)) {
				return Optional.<Begun>empty();
			}
			this.sessions.endOthers(request, old.customer().id());
			return this.sessions.begin(request, new Proven(old.customer(), old.passwordVersion() + 1));
		}));
	}

	private Verdict check(Visit visit, @Nullable String password, HttpServletRequest request) {
		String key = EmailAddress.of(AccountPages.customer(visit).email()).map(EmailAddress::key).orElseThrow();
		Verdict verdict = this.passwords.check(key, password, request);
		boolean sameCustomer = !(verdict instanceof Verdict.Right right)
				|| right.customer().id().equals(AccountPages.customer(visit).id());
		return sameCustomer ? verdict : new Verdict.Wrong();
	}

	private View refused(AccountForms forms, Visit visit, Assembly assembly, HttpServletRequest request,
			HttpServletResponse response) {
		response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
		return this.accountPages.page(null, forms, visit, assembly, request);
	}

	private View later(Later later, AccountForms forms, Visit visit, Assembly assembly, HttpServletRequest request,
			HttpServletResponse response) {
		response.setStatus(HttpStatus.TOO_MANY_REQUESTS.value());
		later.tell(response);
		return this.accountPages.page(null, forms.withAlert(later.text(visit.words())), visit, assembly, request);
	}

}
