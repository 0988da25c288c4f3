package dev.clickpath.cli.load.visits;

/**
 * What a shopper does next.
 */
public enum Action {

	/** Goes to the home page. */
	HOME,

	/** Goes to a department. */
	DEPARTMENT,

	/** Types something into the search field. */
	SEARCH,

	/** Takes one of the filters that a list offers. */
	NARROW,

	/** Looks at a product. */
	PRODUCT,

	/** Puts what is looked at into the basket. */
	ADD,

	/** Looks into the basket, and sometimes changes it. */
	BASKET,

	/** Signs in or, for the first time, opens an account. */
	SIGN_IN,

	/** Goes to the checkout, and pays. */
	PAY,

	/** Looks at the orders there are. */
	ORDERS

}
