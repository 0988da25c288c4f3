package dev.clickpath.storefront.account;

import java.util.List;

import dev.clickpath.storefront.address.AddressForm.Problem;
import dev.clickpath.storefront.address.AddressForm;
import dev.clickpath.storefront.customer.Customer;
import dev.clickpath.storefront.form.Field;
import org.jspecify.annotations.Nullable;

/**
 * What stands in the forms of the account's page.
 *
 * @param alert why the last one did not work, or null
 * @param name what the customer wants to be called
 * @param email the e-mail address
 * @param emailPassword the password that a change of it needs
 * @param oldPassword the password that a new one needs
 * @param newPassword the new one
 * @param address the address
 * @param problems with the address
 */
record AccountForms(@Nullable String alert, Field name, Field email, Field emailPassword, Field oldPassword,
		Field newPassword, AddressForm address, List<Problem> problems) {

	static AccountForms of(Customer customer, AddressForm address) {
		return new AccountForms(null, Field.of(customer.name()), Field.of(customer.email()), Field.EMPTY, Field.EMPTY,
				Field.EMPTY, address, List.of());
	}

	AccountForms withAlert(String alert) {
		return new AccountForms(alert, this.name, this.email, this.emailPassword, this.oldPassword, this.newPassword,
				this.address, this.problems);
	}

	AccountForms withName(Field name) {
		return new AccountForms(this.alert, name, this.email, this.emailPassword, this.oldPassword, this.newPassword,
				this.address, this.problems);
	}

	AccountForms withEmail(Field email, Field password) {
		return new AccountForms(this.alert, this.name, email, password, this.oldPassword, this.newPassword,
				this.address, this.problems);
	}

	AccountForms withPasswords(Field old, Field fresh) {
		return new AccountForms(this.alert, this.name, this.email, this.emailPassword, old, fresh, this.address,
				this.problems);
	}

	AccountForms withAddress(AddressForm address) {
		return new AccountForms(this.alert, this.name, this.email, this.emailPassword, this.oldPassword,
				this.newPassword, address, address.problems());
	}

}
