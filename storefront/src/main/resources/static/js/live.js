/*
 * The live map: puts in what the gateway tells once a second, and works the switches. The token stays in this tab. A line on which
 * nothing comes any more is taken for broken, whatever the browser thinks of it, and what it brought is shown to be old.
 */
const SILENCE = 5000;

const map = document.getElementById("live");
const words = new Map(
	[...document.getElementById("live-words").content.querySelectorAll("data")].map((word) => [word.value, word.textContent]),
);
const numbers = new Intl.NumberFormat(document.documentElement.lang, { maximumFractionDigits: 1 });
const shares = new Intl.NumberFormat(document.documentElement.lang, { style: "percent" });
const token = document.getElementById("live-token");

const part = (name) => map.querySelector(`[data-part="${name}"]`);
const say = (key) => words.get(key) ?? key;
const figure = (number, unit = "") => (number == null) ? "–" : numbers.format(number) + unit;

/* Only what has changed is touched, so that a button keeps its focus. */
function put(element, text) {
	if (element.textContent !== text) {
		element.textContent = text;
	}
}

function button(key, what, target) {
	const made = document.createElement("button");
	made.type = "button";
	made.className = "link-button";
	made.textContent = say(key);
	made.dataset.switch = what;
	made.dataset.target = target;
	made.setAttribute("aria-label", `${target}: ${say(key)}`);
	return made;
}

function row(one) {
	const made = document.createElement("tr");
	const name = document.createElement("th");
	name.scope = "row";
	name.textContent = one.name;
	made.dataset.name = one.name;
	made.append(name, ...Array.from({ length: 7 }, () => document.createElement("td")));
	made.lastChild.className = "works";
	made.lastChild.append(button("stop", "stop", one.name), " ", button("hang", "hang", one.name));
	return made;
}

function showStorefronts(all) {
	const body = part("storefronts");
	const rows = new Map([...body.rows].map((known) => [known.dataset.name, known]));
	for (const one of all) {
		const shown = rows.get(one.name) ?? body.appendChild(row(one));
		rows.delete(one.name);
		shown.dataset.state = one.state;
		[
			one.zone,
			say(`state.${one.state}`),
			figure(one.answers),
			figure(one.failures),
			figure(one.inFlight),
			figure(one.latency, " ms"),
		].forEach((text, index) => put(shown.cells[index + 1], text));
	}
	rows.forEach((gone) => gone.remove());
}

function showServices(all) {
	const list = part("services");
	const shown = new Map([...list.children].map((known) => [known.dataset.name, known]));
	for (const [name, ready] of Object.entries(all)) {
		const item = shown.get(name) ?? list.appendChild(document.createElement("li"));
		item.dataset.name = name;
		item.dataset.state = ready ? "available" : "unhealthy";
		put(item, `${name}: ${say(ready ? "ready" : "not-ready")}`);
	}
}

function showZones(all) {
	const place = part("zones");
	const zones = [...new Set(all.map((one) => one.zone))].sort();
	const known = zones.length > 1 ? zones : [];
	if (place.dataset.zones !== known.join()) {
		place.dataset.zones = known.join();
		place.replaceChildren(
			...known.map((zone) => {
				const made = button("", "zone", zone);
				made.className = "button quiet";
				made.textContent = [place.dataset.words, zone].join(" ");
				made.removeAttribute("aria-label");
				return made;
			}),
		);
	}
}

function hitsOf({ requests, edge }) {
	return (requests == null) ? "–" : (edge?.hits == null) ? say("no-requests") : shares.format(edge.hits);
}

function show(view) {
	put(part("requests"), figure(view.requests));
	put(part("p50"), figure(view.p50, " ms"));
	put(part("p99"), figure(view.p99, " ms"));
	put(part("errors"), figure(view.errors));
	put(part("waiting"), figure(view.waiting));
	put(part("hits"), hitsOf(view));
	showStorefronts(view.storefronts);
	showServices(view.services);
	showZones(view.storefronts);
	map.querySelectorAll(".works").forEach((works) => (works.hidden = !view.switches));
}

/** Some browsers keep nothing, and say so by failing. */
function remembered(work) {
	try {
		return work(sessionStorage);
	}
	catch {
		return null;
	}
}

async function work(what, target) {
	remembered((tab) => tab.setItem("live-token", token.value));
	const answer = await fetch("/journey/live/switches", {
		method: "POST",
		headers: { "Content-Type": "application/json", Authorization: `Bearer ${token.value.trim()}` },
		body: JSON.stringify({ switch: what, target }),
	}).catch(() => null);
	const told = await answer?.json().catch(() => null);
	put(part("result"), say(`result.${told?.result ?? "none"}`));
}

map.addEventListener("click", (event) => {
	const pressed = event.target.closest("[data-switch]");
	if (pressed) {
		work(pressed.dataset.switch, pressed.dataset.target ?? "");
	}
});

token.value = remembered((tab) => tab.getItem("live-token")) ?? "";

let events;
let silence;

function connected(yes) {
	map.dataset.connected = String(yes);
	put(part("connection"), yes ? say("connected") : say("lost"));
}

/** Whatever comes is a reason to wait on; a browser gives up by itself when it was refused, and never when nothing comes. */
function listen() {
	clearTimeout(silence);
	silence = setTimeout(() => {
		connected(false);
		watch();
	}, SILENCE);
}

function leave() {
	clearTimeout(silence);
	events?.close();
}

function watch() {
	leave();
	events = new EventSource("/journey/live/events");
	events.addEventListener("message", (event) => {
		listen();
		connected(true);
		show(JSON.parse(event.data));
	});
	events.addEventListener("error", () => connected(false));
	listen();
}

map.hidden = false;
put(part("connection"), say("connecting"));
watch();
// A page that is kept to come back to has no line.
addEventListener("pagehide", leave);
addEventListener("pageshow", ({ persisted }) => persisted && watch());
