/*
 * A line at the lower edge with the figures of this click, for those who have pinned it.
 */
import { clickOf } from "./steps.js";
import { milliseconds } from "./format.js";

let bar;

function figure(words, time) {
	const figure = document.createElement("span");
	const number = document.createElement("b");
	number.textContent = (time != null) ? milliseconds(time) : "–";
	figure.append(words, " ", number);
	return figure;
}

export function hide() {
	bar?.remove();
	bar = undefined;
}

export function show(recorded, button) {
	const click = clickOf(recorded);
	const { total, server, first, largest, more, label } = button.dataset;
	const link = document.createElement("a");
	link.href = "/journey";
	link.textContent = more;
	const close = document.createElement("button");
	close.type = "button";
	close.ariaLabel = button.dataset.hide;
	close.textContent = "×";
	close.addEventListener("click", () => {
		button.click();
		button.focus();
	});
	if (!bar) {
		bar = document.createElement("aside");
		bar.className = "click-bar";
		bar.ariaLabel = label;
		document.body.append(bar);
	}
	bar.replaceChildren(figure(total, click.total), figure(server, click.server), figure(first, click.first),
		figure(largest, click.largest), link, close);
}
