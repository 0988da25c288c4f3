package dev.clickpath.storefront.account;

import dev.clickpath.storefront.customer.NewPassword;
import dev.clickpath.storefront.language.Words;
import org.jspecify.annotations.Nullable;

/**
 * What is wrong with a password that somebody chose.
 */
final class PasswordWords {

	private PasswordWords() {
	}

	/**
	 * In words for people, or null when nothing is.
	 * @param email of the account
	 */
	static @Nullable String of(@Nullable String password, String email, Words words) {
		return switch (NewPassword.check((password != null) ? password : "", email)) {
			case GOOD -> null;
			case TOO_SHORT -> words.of("account.password.short", NewPassword.SHORTEST);
			case TOO_LONG -> words.of("account.password.long", NewPassword.LONGEST);
			case TOO_COMMON -> words.of("account.password.common");
			case THE_EMAIL -> words.of("account.password.email");
		};
	}

}
