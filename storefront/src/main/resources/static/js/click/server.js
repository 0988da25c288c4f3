/*
 * The time the browser waited for an answer, as the hops behind it told it, one inside the other. Their clocks are not the
 * browser's: what a hop did not tell of when it began is drawn in the middle of the hop around it.
 */
import { read } from "./told.js";

const HOPS = ["edge", "gateway", "storefront"];

export function serverOf({ navigation, told }, from, to) {
	const entries = (navigation.serverTiming ?? []).map(read);
	const find = (name) => entries.find((entry) => entry.name === name);
	// What the edge had in store was told when it was stored.
	const hops = HOPS.filter(find).slice(0, /^hit\b/.test(find("edge")?.words) ? 1 : HOPS.length);
	const steps = [];
	let around = { at: from, took: to - from };
	const waited = { key: "way", spans: [[from, to]], took: to - from, counted: true, facts: [] };
	let outer = waited;
	for (const name of hops) {
		const entry = find(name);
		const took = Math.min(entry.took ?? 0, around.took);
		const asked = (name === "storefront") ? lastTry(entries) : null;
		const at = around.at + (asked ? Math.min(asked.at, around.took - took) : (around.took - took) / 2);
		outer.took -= took;
		outer = { key: name, name, spans: [[at, at + took]], took, counted: true, facts: factsOf(entry) };
		steps.push(outer);
		if (name !== "storefront") {
			steps.push(...inside(entries.filter((other) => other.name.startsWith(`${name}.`)), { at, took }, 1));
		}
		around = { at, took };
	}
	const own = hops.includes("storefront")
		? ((told?.hop === "storefront" && Array.isArray(told.steps)) ? told.steps.map(read) : entries.filter(isStorefronts)) : [];
	if (own.length > 0) {
		steps.push(...inside(own.filter(({ name }) => name !== "storefront"), around, 1));
	}
	const why = find("gateway")?.values.why ?? null;
	const total = hops.length ? find(hops[0]).took : null;
	return { way: waited, steps, candidates: candidates(entries), why, whole: isWhole(own), total };
}

/**
 * Whether what is not told did not happen: of a storefront that tells all, but for a page that waited for what others had asked
 * already, or gave up waiting, and then knows nothing of a service.
 */
function isWhole(entries) {
	const waits = entries.filter(({ name }) => name === "page.wait");
	return entries.length > 0 && !entries.some(({ name }) => name === "left-out") && !waits.some(({ words }) => words !== "")
		&& (!waits.some(({ took }) => took > 0) || entries.some(({ name }) => keyOf(name) === "service"));
}

/** The try that led to the answer, where the gateway tells of its tries: the last one at the instance it names. */
function lastTry(entries) {
	const answered = entries.find(({ name }) => name === "gateway")?.words;
	return entries.findLast(({ name, at, values }) => name === "gateway.upstream" && at !== null && values.instance === answered);
}

const isStorefronts = ({ name }) => !HOPS.some((hop) => name === hop || (hop !== "storefront" && name.startsWith(`${hop}.`)));

export function factsOf(entry) {
	const dur = (entry.took !== null) ? `;dur=${entry.took}` : "";
	return [["Server-Timing", `${entry.name}${entry.text ? `;desc="${entry.text}"` : ""}${dur}`]];
}

function keyOf(name) {
	const parts = name.split(".");
	return (parts[0] === "gateway" || parts[0] === "edge") ? parts[0]
		: (parts.at(-1) === "db") ? "db"
			: (parts[0] === "page") ? "assembly"
				: (name === "catalog" || name === "recommendation") ? "service" : "other";
}

/** The steps inside a hop, each behind the one it belongs to. When they began is told by the hop's own clock. */
function inside(entries, hop, depth) {
	const all = entries.filter(({ name }) => name !== "gateway.candidate");
	const steps = new Map();
	const stepOf = (entry) => {
		if (!steps.has(entry)) {
			const parent = parentOf(entry, all);
			steps.set(entry, made(entry, parent ? stepOf(parent) : null, hop, depth));
		}
		return steps.get(entry);
	};
	all.forEach(stepOf);
	const behind = (step) => [step, ...inOrder(step.inside).flatMap(behind)];
	return inOrder([...steps.values()].filter((step) => step.depth === depth)).flatMap(behind).map(({ inside, ...step }) => step);
}

/** What a service told stands before the call of it: of several calls, it belongs to the next one. */
function parentOf(entry, all) {
	const at = all.indexOf(entry);
	const around = (other) => entry.name.startsWith(`${other.name}.`);
	const deepest = (others) => others.reduce((one, other) => (other.name.length > (one?.name.length ?? 0)) ? other : one, null);
	return deepest(all.slice(at + 1).filter(around)) ?? deepest(all.slice(0, at).filter(around));
}

function made(entry, parent, hop, depth) {
	const start = (entry.at !== null) ? hop.at + entry.at : parent?.start ?? hop.at;
	const step = {
		key: keyOf(entry.name),
		name: entry.name,
		depth: parent ? parent.depth + 1 : depth,
		start,
		spans: (entry.took !== null) ? [[start, start + entry.took]] : [],
		unplaced: entry.at === null && entry.took !== null,
		took: entry.took,
		note: entry.text,
		facts: factsOf(entry),
		inside: [],
	};
	parent?.inside.push(step);
	return step;
}

/** By when they began, as far as that was told. */
const inOrder = (steps) => steps.sort((one, other) => one.start - other.start);

function candidates(entries) {
	return entries.filter(({ name }) => name === "gateway.candidate").map(({ words, values }) => ({
		instance: words,
		zone: values.zone ?? "",
		available: values.available ?? "",
		inFlight: values["in-flight"] ?? "",
		latency: values.latency ?? "",
		chosen: values.chosen === "yes",
	}));
}
