/*
 * Cuts one click into steps whose times add up to the browser's own total: between two marks of Navigation Timing lies exactly one
 * of them. What the hops, files and paints tell lies inside and is not added. Pure: from what was recorded to what is shown.
 */
import { PRIORITIES, filesOf } from "./files.js";
import { serverOf } from "./server.js";

/** The marks in their order. One that is missing, or out of order, is where the one before it was. */
function marksOf(nav, total) {
	const marks = {
		redirectStart: nav.redirectStart,
		redirectEnd: nav.redirectEnd,
		fetchStart: nav.fetchStart,
		domainLookupStart: nav.domainLookupStart,
		domainLookupEnd: nav.domainLookupEnd,
		connectStart: nav.connectStart,
		secureConnectionStart: nav.secureConnectionStart || nav.connectEnd,
		connectEnd: nav.connectEnd,
		requestStart: nav.requestStart,
		// The first byte may be that of an interim answer, 103 Early Hints.
		responseStart: nav.finalResponseHeadersStart || nav.responseStart,
		responseEnd: nav.responseEnd,
		domInteractive: nav.domInteractive,
		domContentLoadedEventEnd: nav.domContentLoadedEventEnd,
		domComplete: nav.domComplete,
		loadEventStart: nav.loadEventStart,
		loadEventEnd: nav.loadEventEnd,
	};
	let before = 0;
	for (const name of Object.keys(marks)) {
		before = Math.min(total, Math.max(before, marks[name] || 0));
		marks[name] = before;
	}
	return marks;
}

function step(key, spans, facts, state = null) {
	const real = spans.filter(([from, to]) => to > from);
	const took = real.reduce((sum, [from, to]) => sum + to - from, 0);
	return { key, spans: real, took: (state && took === 0) ? null : took, state, counted: true, facts };
}

function lookupState(nav, host) {
	if (isReused(nav)) {
		return "reused";
	}
	if (/^[\d.]+$|^\[/.test(host)) {
		return "numeric";
	}
	if (/(^|\.)localhost$/.test(host)) {
		return "local";
	}
	return (nav.domainLookupEnd > nav.domainLookupStart) ? null : "remembered";
}

const isReused = (nav) => nav.connectEnd === nav.connectStart;
const isQuic = (nav) => /^h3/.test(nav.nextHopProtocol);
const isOwnCache = (nav) => nav.deliveryType === "cache" || (nav.transferSize === 0 && nav.decodedBodySize > 0);

function field(nav, ...names) {
	return names.filter((name) => nav[name] !== undefined && nav[name] !== "").map((name) => [name, nav[name]]);
}

/** A paint or an input: a moment, that no time is added for. */
function moment(key, time, facts, state) {
	return { key, spans: (time != null) ? [[time, time]] : [], took: time ?? null, state: (time != null) ? null : state, counted: false,
		mark: true, facts };
}

function interaction(key, record, supported, none) {
	const input = record[key];
	if (!input) {
		return { key, spans: [], took: null, state: supported ? none : "unsupported", counted: false, facts: [] };
	}
	return {
		key,
		spans: [],
		took: input.duration ?? input.processingStart - input.startTime,
		state: (input.by === "page") ? "by-page" : null,
		counted: false,
		after: true,
		facts: [["name", input.name], ...field(input, "startTime", "processingStart", "duration")],
	};
}

export function clickOf(record) {
	const nav = record.navigation;
	const url = new URL(record.address);
	const supported = record.supported ?? [];
	const loaded = nav.loadEventEnd > 0;
	const largest = record.largest?.startTime ?? null;
	const known = ["fetchStart", "responseEnd", "domInteractive", "domContentLoadedEventEnd", "domComplete", "loadEventEnd"];
	const total = Math.max(...known.map((mark) => nav[mark] || 0), largest ?? 0);
	const at = marksOf(nav, total);
	const server = serverOf(record, at.requestStart, at.responseStart);
	const cached = isOwnCache(nav);
	const connection = isReused(nav) ? "reused" : null;
	const firstPaint = record.paints?.find(({ name }) => name === "first-contentful-paint")?.startTime ?? null;
	const files = filesOf(record, loaded ? nav.loadEventEnd : Infinity);
	const way = { ...server.way, facts: field(nav, "requestStart", "firstInterimResponseStart", "responseStart", "nextHopProtocol") };
	if (cached) {
		Object.assign(way, { took: at.responseStart - at.requestStart, state: "own-cache" });
	}
	const told = cached ? [] : server.steps;
	const untold = cached ? "own-cache" : (record.secure || server.total !== null) ? "not-told" : "insecure";
	const missing = (key, state) => told.some((other) => other.key === key) ? [] : [{ key, spans: [], took: null, state, counted: false, facts: [] }];
	const steps = [
		step("start", [[0, at.redirectStart], [at.redirectEnd, at.fetchStart]], field(nav, "type", "fetchStart", "activationStart")),
		...(nav.redirectCount > 0 ? [step("redirect", [[at.redirectStart, at.redirectEnd]], field(nav, "redirectCount", "redirectStart", "redirectEnd"))] : []),
		step("busy", [[at.fetchStart, at.domainLookupStart], [at.domainLookupEnd, at.connectStart], [at.connectEnd, at.requestStart],
			[at.domComplete, at.loadEventStart]], field(nav, "fetchStart", "requestStart", "domComplete", "loadEventStart")),
		step("dns", [[at.domainLookupStart, at.domainLookupEnd]], field(nav, "domainLookupStart", "domainLookupEnd"), lookupState(nav, url.hostname)),
		step("tcp", [[at.connectStart, at.secureConnectionStart]], field(nav, "connectStart", "connectEnd", "nextHopProtocol"),
			connection ?? (isQuic(nav) ? "quic" : null)),
		step("tls", [[at.secureConnectionStart, at.connectEnd]], field(nav, "secureConnectionStart", "connectEnd"),
			(url.protocol === "http:") ? "plain" : connection),
		way,
		...told,
		...["gateway", "storefront"].flatMap((key) => missing(key, untold)),
		...["service", "db", "assembly"].flatMap((key) => missing(key, (untold === "not-told" && server.whole) ? "not-asked" : untold)),
		step("response", [[at.responseStart, at.responseEnd]], field(nav, "responseStart", "responseEnd", "transferSize", "encodedBodySize",
			"decodedBodySize", "contentEncoding"), cached ? "own-cache" : null),
		step("parse", [[at.responseEnd, at.domInteractive]], field(nav, "responseEnd", "domInteractive"), loaded ? null : "left"),
		step("scripts", [[at.domInteractive, at.domContentLoadedEventEnd]], field(nav, "domInteractive", "domContentLoadedEventEnd"), loaded ? null : "left"),
		step("pictures", [[at.domContentLoadedEventEnd, at.domComplete]], field(nav, "domContentLoadedEventEnd", "domComplete"), loaded ? null : "left"),
		step("load", [[at.loadEventStart, at.loadEventEnd]], field(nav, "loadEventStart", "loadEventEnd"), loaded ? null : "left"),
		...((total > at.loadEventEnd) ? [step("rest", [[at.loadEventEnd, total]], field(record.largest, "startTime"))] : []),
		...fileSteps(files),
		moment("first", firstPaint, (record.paints ?? []).map(({ name, startTime }) => [name, startTime]),
			supported.includes("paint") ? "none" : "unsupported"),
		moment("largest", largest, record.largest ? field(record.largest, "element", "size", "url", "startTime") : [],
			supported.includes("largest-contentful-paint") ? "none" : "unsupported"),
		interaction("input", record, supported.includes("first-input"), "untouched"),
		interaction("key", record, true, "untyped"),
	];
	const sum = steps.reduce((sum, { counted, took }) => sum + (counted ? took ?? 0 : 0), 0);
	return {
		address: url.pathname + url.search, title: record.title, at: record.at, restored: Boolean(record.restored),
		total, sum, until: !loaded ? "left" : (largest > nav.loadEventEnd) ? "largest" : "load",
		server: cached ? null : server.total, first: firstPaint, largest, steps, files, candidates: cached ? [] : server.candidates,
	};
}

/** One step for the files of each priority. */
function fileSteps(files) {
	const steps = PRIORITIES.map((priority) => [priority, files.filter((file) => file.priority === priority)])
		.filter(([, some]) => some.length > 0)
		.map(([priority, some]) => ({
			key: "files",
			priority,
			spans: some.map(({ span }) => span),
			took: Math.max(...some.map(({ span }) => span[1])) - Math.min(...some.map(({ span }) => span[0])),
			counted: false,
			facts: [],
			files: some,
		}));
	return (steps.length > 0) ? steps : [{ key: "files", spans: [], took: null, state: "none", counted: false, facts: [] }];
}
