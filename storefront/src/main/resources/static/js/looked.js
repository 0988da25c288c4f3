/*
 * A page that was fetched ahead of its reader counts as looked at once the reader is there. The server counts all others.
 */
const [navigation] = performance.getEntriesByType("navigation");
const token = document.querySelector("[name=_csrf]");

if (navigation?.deliveryType === "navigational-prefetch" && token) {
	const product = location.pathname.split("/", 3).join("/");
	const body = new URLSearchParams({ _csrf: token.value });
	// Who goes on at once has looked all the same; a look that is lost is no harm.
	fetch(`${product}/look`, { method: "POST", body, keepalive: true }).catch(() => {});
}
