package dev.clickpath.storefront.failure;

import jakarta.servlet.http.HttpServletRequest;

/**
 * Why a form was refused, told by the filter that did it to the page that says so.
 */
public final class FormFailure {

	private static final String OUTDATED = FormFailure.class.getName();

	private FormFailure() {
	}

	/**
	 * The form carries nothing, or not what this browser was given with it.
	 */
	public static void markOutdated(HttpServletRequest request) {
		request.setAttribute(OUTDATED, true);
	}

	static boolean isOutdated(HttpServletRequest request) {
		return request.getAttribute(OUTDATED) != null;
	}

}
