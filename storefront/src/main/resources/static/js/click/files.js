/*
 * What the page took in, by the priority it asked for, and what the CDN and this browser's own cache had to do with it.
 */
import { isOwnCache, isReused } from "./connection.js";
import { factsOf } from "./server.js";
import { read } from "./told.js";

export const PRIORITIES = ["blocking", "ahead", "first", "script", "picture", "asked", "later"];

/** Browsers do not tell pages the priority they settled on; this is what the page let them know. */
function priorityOf(file, first, end) {
	if (file.startTime >= end) {
		return "later";
	}
	if (file.renderBlockingStatus === "blocking") {
		return "blocking";
	}
	if (first.includes(file.name)) {
		return "first";
	}
	switch (file.initiatorType) {
		case "early-hints": case "link": return "ahead";
		case "script": return "script";
		case "img": case "image": case "css": case "input": return "picture";
		default: return "asked";
	}
}

/** Where it came from, as far as the browser tells: a host that does not allow a look leaves all of it at zero. */
function sourceOf(file, edge) {
	if (!file.requestStart && !file.transferSize && !file.decodedBodySize) {
		return "opaque";
	}
	if (isOwnCache(file)) {
		return "own-cache";
	}
	return edge ? "edge" : "not-told";
}

/** Its name, where the edge or the browser tells it; that there was one can be seen all the same. */
function encodingOf(file, entries) {
	const told = entries.find(({ name }) => name === "edge.encoding")?.words.split(";")[0] || file.contentEncoding;
	return told || ((file.encodedBodySize < file.decodedBodySize) ? null : "–");
}

/** What compression spared the way here; nothing of a body that did not come, since the browser had it or it was good still (304). */
function savedOf(file) {
	return (file.transferSize > file.encodedBodySize) ? Math.max(0, file.decodedBodySize - file.encodedBodySize) : 0;
}

function fileOf(file, first, end) {
	const entries = (file.serverTiming ?? []).map(read);
	const edge = entries.find(({ name }) => name === "edge");
	const source = sourceOf(file, edge);
	const told = source === "edge";
	const known = source !== "opaque";
	return {
		address: file.name,
		priority: priorityOf(file, first, end),
		span: [file.startTime, Math.max(file.startTime, file.responseEnd)],
		source,
		edge: told ? edge.words : null,
		age: told ? (edge.values.age ?? null) : null,
		encoding: known ? encodingOf(file, entries) : null,
		sent: known ? file.transferSize : null,
		saved: known ? savedOf(file) : null,
		reused: known && isReused(file),
		protocol: file.nextHopProtocol,
		told: told ? entries.flatMap(factsOf).map(([, text]) => text).join(", ") : null,
	};
}

export function filesOf({ files, first = [] }, end) {
	return (files ?? []).map((file) => fileOf(file, first, end));
}

export function sums(files) {
	const add = (field) => files.reduce((sum, file) => sum + (file[field] ?? 0), 0);
	return {
		sent: add("sent"),
		saved: add("saved"),
		hits: files.filter(({ edge }) => /^hit\b/.test(edge)).length,
		asked: files.filter(({ source }) => source === "edge").length,
		own: files.filter(({ source }) => source === "own-cache").length,
	};
}
