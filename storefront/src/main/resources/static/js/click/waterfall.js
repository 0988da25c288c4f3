/*
 * The steps of a click as one table: each a row with its place in time, that opens to what happened and what shows it.
 */
import { element } from "./element.js";
import { milliseconds, percent, seconds, size } from "./format.js";
import { sums as sumsOf } from "./files.js";
import { say } from "./words.js";

const GROUPS = {
	start: "way", redirect: "way", busy: "way", dns: "way", tcp: "way", tls: "way", way: "way",
	edge: "server", gateway: "server", storefront: "server", service: "server", db: "server", assembly: "server",
	other: "server",
	response: "page", parse: "page", scripts: "page", pictures: "page", load: "page", rest: "page",
	files: "files", first: "paint", largest: "paint", input: "person", key: "person",
};

export const groupOf = ({ key }) => GROUPS[key];

export function label(step) {
	return (step.key === "files") ? say(step.priority ? `files.${step.priority}` : "files") : say(step.key);
}

/** Where in the time of the whole click something lies. */
export function track(spans, total, { unplaced = false, mark = false } = {}) {
	const bars = spans.filter(([from]) => from <= total).map(([from, to]) => {
		const bar = element("span", { className: mark ? "mark" : unplaced ? "bar unplaced" : "bar" });
		bar.style.setProperty("--from", String(from / total));
		bar.style.setProperty("--part", String((Math.min(to, total) - from) / total));
		return bar;
	});
	return element("td", { className: "track" }, ...bars);
}

/** A name that may go on in the next line behind each dot. */
const breakable = (name) => name.split(/(?<=\.)/).flatMap((part, index) => (index > 0) ? [element("wbr"), part] : [part]);

function name(step) {
	const technical = (step.name && step.name !== step.key) ? element("code", {}, ...breakable(step.name)) : null;
	const known = step.key !== "other" && !/^(edge|gateway)\./.test(step.name);
	const note = step.files ? String(step.files.length) : step.note;
	return [known ? element("span", {}, label(step)) : null, technical, note ? element("small", {}, note) : null];
}

function took(step) {
	const time = (step.took !== null) ? milliseconds(step.took) : null;
	const number = (time && step.mark) ? say("at").replace("#", time) : time;
	const state = step.state ? element("small", {}, say(`state.${step.state}`)) : null;
	return element("td", { className: "took" }, number ?? (state ? null : "–"), state);
}

function facts(pairs) {
	return element("dl", { className: "facts" }, ...pairs.flatMap(([what, value]) => [element("dt", {}, element("code", {}, what)),
		element("dd", {}, (typeof value === "number") ? String(Math.round(value * 10) / 10) : String(value))]));
}

function table(columns, rows, className = "inner") {
	const head = element("tr", {}, ...columns.map((column) => element("th", { scope: "col" }, say(column))));
	return element("div", { className: "scroller" },
		element("table", { className }, element("thead", {}, head), element("tbody", {}, ...rows)));
}

const health = ({ available }) => /^(yes|no)$/.test(available) ? say(`candidate.${available}`) : available;

function candidates(click) {
	const rows = click.candidates.map((candidate) => element("tr", { className: candidate.chosen ? "chosen" : "" },
		element("th", { scope: "row" }, candidate.instance),
		...[candidate.zone, health(candidate), candidate.inFlight, candidate.latency && milliseconds(Number(candidate.latency)),
			candidate.chosen ? "✓" : ""].map((value) => element("td", {}, value || "–"))));
	const columns = ["candidate.instance", "candidate.zone", "candidate.available", "candidate.in-flight", "candidate.latency",
		"candidate.chosen"];
	return table(columns, rows, "inner few");
}

/** The last two parts of its path, without the fingerprint. */
function short(address) {
	return new URL(address).pathname.split("/").slice(-2).join("/").replace(/[-.][0-9a-f]{8,}(?=\.\w+$)/, "");
}

function answered(file) {
	return (file.source === "edge") ? file.edge || say("state.not-told") : say(`state.${file.source}`);
}

function fileTable(files, click) {
	const unknown = say("unknown");
	const rows = files.map((file) => element("tr", {},
		element("th", { scope: "row", title: file.address }, short(file.address)),
		track([file.span], click.total),
		element("td", { title: file.told ?? "" }, answered(file)),
		...[(file.age === null) ? "–" : seconds(file.age), file.encoding ?? unknown, (file.sent === null) ? unknown : size(file.sent),
			(file.saved === null) ? unknown : size(file.saved), milliseconds(file.span[1] - file.span[0])]
			.map((value) => element("td", {}, value))));
	return table(["file.name", "column.line", "file.answer", "file.age", "file.encoding", "file.sent", "file.saved", "column.took"], rows);
}

function filesTold(files) {
	const { sent, saved, hits, asked, own } = sumsOf(files);
	return facts([[say("file.hits"), `${hits} / ${asked}`], [say("file.own"), `${own} / ${files.length}`], [say("file.sent"), size(sent)],
		[say("file.saved"), size(saved)]]);
}

function more(step, click) {
	const state = step.state ? element("p", { className: "state" }, say(`state.${step.state}`)) : null;
	const why = (step.name === "gateway" && click.why)
		? element("p", {}, `${say("candidate.why")}: `, element("q", { lang: "en" }, click.why)) : null;
	const unplaced = step.unplaced ? element("p", { className: "state" }, say("state.unplaced")) : null;
	return [
		element("p", {}, say(`${step.key}.words`)), state, unplaced, why,
		(step.name === "gateway" && click.candidates.length > 0) ? candidates(click) : null,
		step.files ? filesTold(step.files) : null,
		step.files ? fileTable(step.files, click) : null,
		(step.facts.length > 0) ? facts(step.facts) : null,
	];
}

function row(step, index, click) {
	const id = `step-${index}`;
	const button = element("button", { type: "button", ariaExpanded: "false", attributes: { "aria-controls": id } }, ...name(step));
	const opened = element("tr", { id, hidden: true, className: "more" },
		element("td", { colSpan: 4 }, element("div", {}, ...more(step, click))));
	button.addEventListener("click", () => open(button, opened.hidden));
	const head = element("th", { scope: "row" }, button);
	head.style.setProperty("--depth", String(step.depth ?? 0));
	const began = (step.spans.length > 0 && !step.unplaced && !step.mark) ? milliseconds(step.spans[0][0]) : "";
	const line = element("tr", {}, head, track(step.spans, click.total, step), element("td", { className: "began" }, began), took(step));
	line.dataset.step = step.key;
	line.dataset.group = opened.dataset.group = groupOf(step);
	line.dataset.counted = String(step.counted === true);
	line.dataset.took = String(step.took ?? "");
	return [line, opened];
}

export function open(button, wanted) {
	button.ariaExpanded = String(wanted);
	document.getElementById(button.getAttribute("aria-controls")).hidden = !wanted;
}

/** The time itself, in quarters. */
export function ticks(total) {
	return [0, 0.25, 0.5, 0.75, 1].map((part) => {
		const tick = element("span", { className: "tick" }, milliseconds(Math.round(part * total)));
		tick.style.setProperty("--from", String(part));
		return tick;
	});
}

/** The rows of all steps, with a head before each group of them. */
export function rows(click) {
	const bodies = [];
	let group;
	click.steps.forEach((step, index) => {
		if (groupOf(step) !== group) {
			group = groupOf(step);
			bodies.push(element("tbody", {}, element("tr", { className: "group" },
				element("th", { colSpan: 4, scope: "rowgroup" }, say(`group.${group}`)))));
		}
		bodies.at(-1).append(...row(step, index, click));
	});
	return bodies;
}

/** The counted steps side by side, and what each group of them makes of the whole. */
export function whole(click) {
	const counted = click.steps.filter(({ counted, took }) => counted && took > 0);
	const parts = counted.map((step) => {
		const part = element("span", { title: `${label(step)}: ${milliseconds(step.took)}` });
		part.dataset.group = groupOf(step);
		part.style.setProperty("--part", String(step.took / click.total));
		return part;
	});
	const sums = new Map();
	counted.forEach((step) => sums.set(groupOf(step), (sums.get(groupOf(step)) ?? 0) + step.took));
	const legend = [...sums].map(([group, sum]) => {
		const entry = element("li", {}, element("span", {}, say(`group.${group}`)), element("b", {}, milliseconds(sum)),
			element("small", {}, percent(sum / click.total)));
		entry.dataset.group = group;
		return entry;
	});
	return { parts, legend };
}
