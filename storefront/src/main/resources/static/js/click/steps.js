/*
 * Cuts one click into steps whose times add up to the browser's own total: between two marks of Navigation Timing lies exactly one
 * of them. What the hops, files and paints tell lies inside and is not added. Pure: from what was recorded to what is shown.
 */
import { answerState, lookupState, tcpState, tlsState } from "./connection.js";
import { PRIORITIES, filesOf } from "./files.js";
import { counted, covered, fields, marksOf, unknown } from "./marks.js";
import { factsOf, serverOf } from "./server.js";
import { read } from "./told.js";

export function clickOf(record) {
	const nav = record.navigation;
	const url = new URL(record.address);
	const loaded = nav.loadEventEnd > 0;
	const largest = record.largest?.startTime ?? null;
	const ends = ["fetchStart", "responseEnd", "domInteractive", "domContentLoadedEventEnd", "domComplete", "loadEventEnd"];
	const total = Math.max(...ends.map((mark) => nav[mark] || 0), largest ?? 0);
	const at = marksOf(nav, total);
	const server = serverOf(record, at.requestStart, at.responseStart);
	const files = filesOf(record, loaded ? nav.loadEventEnd : Infinity);
	const steps = [
		...wayThere(nav, at, url),
		...serverSteps(record, at, server),
		...pageSteps(record, at, total, loaded),
		...fileSteps(files),
		...seenAndDone(record),
	];
	return {
		address: url.pathname + url.search,
		title: record.title,
		at: record.at,
		restored: Boolean(record.restored),
		total,
		sum: steps.reduce((sum, step) => sum + (step.counted ? step.took ?? 0 : 0), 0),
		until: !loaded ? "left" : (largest > nav.loadEventEnd) ? "largest" : "load",
		answer: answerState(nav),
		server: answerState(nav) ? null : server.total,
		first: firstPaint(record),
		largest,
		steps,
		files,
		candidates: answerState(nav) ? [] : server.candidates,
		why: answerState(nav) ? null : server.why,
	};
}

function wayThere(nav, at, { hostname, protocol }) {
	const redirected = counted("redirect", [[at.redirectStart, at.redirectEnd]],
		fields(nav, "redirectCount", "redirectStart", "redirectEnd"));
	return [
		counted("start", [[0, at.redirectStart], [at.redirectEnd, at.fetchStart]], fields(nav, "type", "fetchStart", "activationStart")),
		...(nav.redirectCount > 0 || redirected.took > 0 ? [redirected] : []),
		counted("busy", [[at.fetchStart, at.domainLookupStart], [at.domainLookupEnd, at.connectStart],
			[at.connectEnd, at.requestStart], [at.domComplete, at.loadEventStart]],
			fields(nav, "fetchStart", "requestStart", "domComplete", "loadEventStart")),
		counted("dns", [[at.domainLookupStart, at.domainLookupEnd]], fields(nav, "domainLookupStart", "domainLookupEnd"),
			lookupState(nav, hostname)),
		counted("tcp", [[at.connectStart, at.secureConnectionStart]], fields(nav, "connectStart", "connectEnd", "nextHopProtocol"),
			tcpState(nav)),
		counted("tls", [[at.secureConnectionStart, at.connectEnd]], fields(nav, "secureConnectionStart", "connectEnd"),
			tlsState(nav, protocol)),
	];
}

function serverSteps({ navigation, secure }, at, server) {
	const facts = fields(navigation, "requestStart", "firstInterimResponseStart", "responseStart", "finalResponseHeadersStart",
		"nextHopProtocol").filter(([, value]) => value !== 0);
	const state = answerState(navigation);
	if (state) {
		// What stands in an answer that was there already was told when it was made.
		const told = (navigation.serverTiming ?? []).map(read).flatMap(factsOf);
		const made = (key) => ({ ...unknown(key, state), facts: told.filter(([, text]) => text.startsWith(key)) });
		return [counted("way", [[at.requestStart, at.responseStart]], facts, state),
			...["gateway", "storefront", "service", "db", "assembly"].map(made)];
	}
	const untold = (secure || server.total !== null) ? "not-told" : "insecure";
	const missing = (key, state) => server.steps.some((step) => step.key === key) ? [] : [unknown(key, state)];
	return [
		{ ...server.way, facts },
		...server.steps,
		...["gateway", "storefront", "assembly"].flatMap((key) => missing(key, untold)),
		...["service", "db"].flatMap((key) => missing(key, server.whole ? "not-asked" : untold)),
	];
}

function pageSteps({ navigation, largest }, at, total, loaded) {
	const left = loaded ? null : "left";
	const between = (key, from, to, state) => counted(key, [[at[from], at[to]]], fields(navigation, from, to), state);
	return [
		counted("response", [[at.responseStart, at.responseEnd]], fields(navigation, "responseStart", "responseEnd", "transferSize",
			"encodedBodySize", "decodedBodySize", "contentEncoding"), answerState(navigation)),
		between("parse", "responseEnd", "domInteractive", left),
		between("scripts", "domInteractive", "domContentLoadedEventEnd", left),
		between("pictures", "domContentLoadedEventEnd", "domComplete", left),
		between("load", "loadEventStart", "loadEventEnd", left),
		...(total > at.loadEventEnd ? [counted("rest", [[at.loadEventEnd, total]], fields(largest, "startTime"))] : []),
	];
}

/** One step for the files of each priority. */
function fileSteps(files) {
	const steps = PRIORITIES.map((priority) => [priority, files.filter((file) => file.priority === priority)])
		.filter(([, some]) => some.length > 0)
		.map(([priority, some]) => ({
			key: "files",
			priority,
			spans: some.map(({ span }) => span),
			took: covered(some.map(({ span }) => span)),
			counted: false,
			facts: [],
			files: some,
		}));
	return (steps.length > 0) ? steps : [unknown("files", "none")];
}

const firstPaint = ({ paints }) => paints?.find(({ name }) => name === "first-contentful-paint")?.startTime ?? null;

function seenAndDone(record) {
	const { paints, largest } = record;
	const tells = (type) => (record.supported ?? []).includes(type);
	return [
		moment("first", firstPaint(record), (paints ?? []).map(({ name, startTime }) => [name, startTime]),
			tells("paint") ? "none" : "unsupported"),
		moment("largest", largest?.startTime ?? null, fields(largest, "element", "size", "url", "startTime"),
			tells("largest-contentful-paint") ? "none" : "unsupported"),
		interaction("input", record.input, tells("first-input") ? "untouched" : "unsupported"),
		interaction("key", record.key, "untyped"),
	];
}

/** A paint: a moment, for which no time is added. */
function moment(key, time, facts, state) {
	return (time === null) ? unknown(key, state) : { ...unknown(key, null), spans: [[time, time]], took: time, mark: true, facts };
}

function interaction(key, input, none) {
	if (!input) {
		return unknown(key, none);
	}
	const took = input.duration ?? input.processingStart - input.startTime;
	return { ...unknown(key, (input.by === "page") ? "by-page" : null), took,
		facts: fields(input, "name", "startTime", "processingStart", "duration") };
}
