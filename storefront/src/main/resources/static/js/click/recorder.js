/*
 * Writes down what the browser measured of the click that led here, for the page that shows it. Comes once the page stands, and
 * asks for what was measured before (PerformanceObserver, buffered), so that it costs nothing of what it measures.
 */
import { keep, pin, pinned } from "./store.js";

const FILES = 200;

const seen = {};
const watches = [];
const button = document.getElementById("pin-click");
const looksBack = location.pathname === "/journey";
let typed;

function watch(type, take, options) {
	if (PerformanceObserver.supportedEntryTypes.includes(type)) {
		const observer = new PerformanceObserver((list) => list.getEntries().forEach(take));
		observer.observe({ type, buffered: true, ...options });
		watches.push(() => observer.takeRecords().forEach(take));
	}
}

const isInSearch = (target) => target?.id === "q";

function input({ name, startTime, processingStart, duration, target }) {
	return { name, startTime, processingStart, duration, search: isInSearch(target), by: "browser" };
}

function key(entry) {
	// Event Timing leaves out what was fast: a slow keystroke need not be the first one.
	if (entry.name === "keydown" && isInSearch(entry.target) && !(Math.abs(entry.startTime - typed?.startTime) > 1)) {
		seen.key ??= input(entry);
	}
}

function type(event) {
	if (isInSearch(event.target)) {
		removeEventListener("keydown", type, true);
		typed = { name: "keydown", startTime: event.timeStamp, processingStart: performance.now(), search: true, by: "page" };
		requestAnimationFrame(() => setTimeout(() => {
			typed.duration = performance.now() - typed.startTime;
			show(save());
		}));
	}
}

function told() {
	try {
		return JSON.parse(document.getElementById("click-steps").textContent);
	}
	catch {
		return null;
	}
}

function click() {
	watches.forEach((flush) => flush());
	return {
		version: 1,
		at: performance.timeOrigin,
		seen: Date.now(),
		address: location.href,
		title: document.title,
		secure: isSecureContext,
		supported: PerformanceObserver.supportedEntryTypes,
		navigation: performance.getEntriesByType("navigation")[0],
		files: performance.getEntriesByType("resource").slice(0, FILES),
		paints: performance.getEntriesByType("paint"),
		first: [...document.querySelectorAll("[fetchpriority=high]")].map((element) => element.currentSrc || element.href),
		told: told(),
		...seen,
		key: seen.key ?? typed,
	};
}

function save() {
	// There and back: entries are no plain objects, and no two browsers have the same fields in them.
	const recorded = JSON.parse(JSON.stringify(click()));
	keep(recorded);
	return recorded;
}

async function show(recorded) {
	if (button && pinned()) {
		const bar = await import("./bar.js");
		bar.show(recorded, button);
	}
}

async function turn() {
	pin(!pinned());
	button.ariaPressed = String(pinned());
	if (!pinned()) {
		(await import("./bar.js")).hide();
	}
	else if (!looksBack) {
		show(save());
	}
}

if (!looksBack) {
	watch("largest-contentful-paint", (entry) => {
		seen.largest = { ...entry.toJSON(), element: entry.element?.localName };
	});
	watch("first-input", (entry) => {
		seen.input = input(entry);
		key(entry);
	});
	watch("event", key, { durationThreshold: 16 });
	addEventListener("keydown", type, true);
	addEventListener("pageshow", (event) => {
		seen.restored ||= event.persisted;
		save();
	});
	addEventListener("pagehide", save);
	document.addEventListener("visibilitychange", save);
	show(save());
}
if (button) {
	button.ariaPressed = String(pinned());
	button.addEventListener("click", turn);
}
