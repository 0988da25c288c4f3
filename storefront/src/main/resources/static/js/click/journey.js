/*
 * The page of a click: shows what this tab has recorded of the pages visited, and gives it away as JSON to whoever wants it.
 */
import { element } from "./element.js";
import { milliseconds, moment, size } from "./format.js";
import { sums } from "./files.js";
import { clickOf } from "./steps.js";
import { clicks } from "./store.js";
import { label, open, rows, ticks, whole } from "./waterfall.js";
import { say } from "./words.js";

const page = document.getElementById("journey");
const part = (name) => page.querySelector(`[data-part="${name}"]`);
const choice = document.getElementById("journey-page");
const recorded = clicks();
let click;

const missing = (name) => say((name === "server" && click.answer) ? `state.${click.answer}` : "unknown");

function figures() {
	const { sent, saved } = sums(click.files);
	const values = { total: click.total, server: click.server, first: click.first, largest: click.largest };
	for (const [name, value] of Object.entries(values)) {
		part(name).textContent = (value != null) ? milliseconds(value) : missing(name);
	}
	part("sent").textContent = size(sent);
	part("saved").textContent = size(saved);
	part("until").textContent = say(`until.${click.until}`);
}

function show() {
	click = clickOf(recorded[choice.selectedIndex]);
	figures();
	part("title").textContent = click.title;
	part("address").textContent = click.address;
	part("restored").hidden = !click.restored;
	const { parts, legend } = whole(click);
	part("whole").replaceChildren(...parts);
	part("legend").replaceChildren(...legend);
	const table = part("steps");
	part("ticks").replaceChildren(...ticks(click.total));
	table.querySelectorAll("tbody").forEach((body) => body.remove());
	table.tFoot.before(...rows(click));
	table.style.setProperty("--first", String((click.first ?? -1) / click.total));
	table.style.setProperty("--largest", String((click.largest ?? -1) / click.total));
	part("sum").textContent = milliseconds(click.sum);
	part("own-total").textContent = milliseconds(click.total);
	openAll(false);
}

function openAll(wanted) {
	page.querySelectorAll("[aria-controls]").forEach((button) => open(button, wanted));
	part("open").ariaPressed = String(wanted);
}

function json() {
	const { storedAs, ...entries } = recorded[choice.selectedIndex];
	const steps = click.steps.map((step) => ({ label: label(step), ...step }));
	return JSON.stringify({ format: "clickpath-journey", version: 1, ...click, steps, recorded: entries }, null, "\t");
}

async function copy() {
	try {
		await navigator.clipboard.writeText(json());
		part("status").textContent = say("copied");
	}
	catch {
		part("status").textContent = say("not-copied");
	}
}

function download() {
	const address = URL.createObjectURL(new Blob([json()], { type: "application/json" }));
	element("a", { href: address, download: "click.json" }).click();
	setTimeout(() => URL.revokeObjectURL(address));
}

function option({ title, at, address }) {
	const { pathname, search } = new URL(address);
	return new Option(`${moment(at)}  ${pathname}${search}  ${title}`);
}

/** Whoever comes back to it has clicked since. */
addEventListener("pageshow", ({ persisted }) => persisted && location.reload());

if (recorded.length > 0) {
	choice.replaceChildren(...recorded.map(option));
	choice.addEventListener("change", show);
	part("open").addEventListener("click", () => openAll(part("open").ariaPressed !== "true"));
	part("copy").addEventListener("click", copy);
	part("download").addEventListener("click", download);
	part("print").addEventListener("click", () => print());
	show();
	page.hidden = false;
	document.getElementById("journey-plain").hidden = true;
}
else {
	document.getElementById("journey-none").hidden = false;
}
