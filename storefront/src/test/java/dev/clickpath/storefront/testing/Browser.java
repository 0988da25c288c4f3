package dev.clickpath.storefront.testing;

import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * A browser at the running storefront: it keeps cookies and sends the forms of the page
 * it was given last.
 */
public final class Browser {

	private static final Pattern TOKEN = Pattern.compile("name=\"_csrf\" value=\"([^\"]+)\"");

	private final RunningStorefront shop;

	private final Map<String, String> cookies = new LinkedHashMap<>();

	private final List<String> headers;

	private String token = "none";

	/**
	 * A browser that was never here.
	 * @param headers it sends with everything
	 */
	Browser(RunningStorefront shop, String... headers) {
		this.shop = shop;
		this.headers = List.of(headers);
	}

	/**
	 * Opens a page.
	 */
	public HttpResponse<String> open(String path) {
		return seen(this.shop.get(path, headers()));
	}

	/**
	 * Sends a form of the page that was opened last, with its token.
	 */
	public HttpResponse<String> send(String path, String... fields) {
		Map<String, String> form = new LinkedHashMap<>();
		form.put("_csrf", this.token);
		for (int at = 0; at < fields.length; at += 2) {
			form.put(fields[at], fields[at + 1]);
		}
		return seen(this.shop.postAsIs(path, form, headers()));
	}

	/**
	 * Opens the page with a form, then sends the form.
	 */
	public HttpResponse<String> openAndSend(String page, String path, String... fields) {
		open(page);
		return send(path, fields);
	}

	/**
	 * What it keeps under a name, or nothing.
	 */
	public String cookie(String name) {
		return this.cookies.getOrDefault(name, "");
	}

	public void keep(String name, String value) {
		this.cookies.put(name, value);
	}

	public void lose(String name) {
		this.cookies.remove(name);
	}

	/**
	 * The token of the page that was opened last.
	 */
	public String token() {
		return this.token;
	}

	public void useToken(String token) {
		this.token = token;
	}

	/**
	 * All cookies, as they are sent.
	 */
	public String cookies() {
		return this.cookies.entrySet()
			.stream()
			.map((cookie) -> cookie.getKey() + "=" + cookie.getValue())
			.collect(Collectors.joining("; "));
	}

	private String[] headers() {
		List<String> all = new ArrayList<>(this.headers);
		if (!this.cookies.isEmpty()) {
			all.addAll(List.of("Cookie", cookies()));
		}
		return all.toArray(String[]::new);
	}

	private HttpResponse<String> seen(HttpResponse<String> response) {
		for (String field : response.headers().allValues("Set-Cookie")) {
			String[] cookie = field.substring(0, field.indexOf(';')).split("=", 2);
			if (Arrays.asList(field.split("; ")).contains("Max-Age=0")) {
				this.cookies.remove(cookie[0]);
			}
			else {
				this.cookies.put(cookie[0], cookie[1]);
			}
		}
		Matcher token = TOKEN.matcher(response.body());
		if (token.find()) {
			this.token = token.group(1);
		}
		return response;
	}

}
