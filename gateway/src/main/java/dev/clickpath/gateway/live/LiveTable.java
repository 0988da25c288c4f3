package dev.clickpath.gateway.live;

import org.jspecify.annotations.Nullable;

import org.springframework.web.util.HtmlUtils;

/**
 * The map as a plain table that loads itself anew, for who has no JavaScript and when no
 * storefront is left to make a page.
 */
final class LiveTable {

	private LiveTable() {
	}

	static String html(LiveView view) {
		StringBuilder rows = new StringBuilder();
		row(rows, "th", "storefront", "zone", "state", "answers/s", "failures/s", "in flight", "latency ms");
		for (LiveView.Instance one : view.storefronts()) {
			row(rows, "td", one.name(), one.zone(), one.state(), one.answers(), one.failures(), one.inFlight(),
					one.latency());
		}
		StringBuilder services = new StringBuilder();
		view.services()
			.forEach((name, ready) -> services.append("<li>")
				.append(HtmlUtils.htmlEscape(name))
				.append(ready ? ": ready" : ": not ready")
				.append("</li>"));
		LiveView.Edge edge = view.edge();
		Double hits = (edge != null) ? edge.hits() : null;
		String half = (view.p50() != null) ? view.p50() + " ms" : "–";
		String nearlyAll = (view.p99() != null) ? view.p99() + " ms" : "–";
		return """
				<!DOCTYPE html>
				<html lang="en"><head><meta charset="utf-8"><meta http-equiv="refresh" content="2">\
				<meta name="viewport" content="width=device-width, initial-scale=1"><title>Live map</title></head>
				<body><h1>Live map</h1>
				<p>%s requests/s, p50 %s, p99 %s, %s errors/s, %d waiting; edge: %s</p>
				<table border="1">%s</table>
				<ul>%s</ul>
				<p><a href="/journey/live">The map with switches</a></p></body></html>
				""".formatted(view.requests(), half, nearlyAll, view.errors(), view.waiting(),
				(hits != null) ? Math.round(hits * 100) + " % hits" : "nothing asked", rows, services);
	}

	private static void row(StringBuilder rows, String cell, @Nullable Object... values) {
		rows.append("<tr>");
		for (Object value : values) {
			rows.append('<')
				.append(cell)
				.append('>')
				.append(HtmlUtils.htmlEscape(String.valueOf(value)))
				.append("</")
				.append(cell)
				.append('>');
		}
		rows.append("</tr>");
	}

}
