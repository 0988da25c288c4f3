/*
 * One less, one more, beside a number field. In the basket a step is sent at once; a number that is typed waits for its button.
 */
const WAIT = 350;

function step(input, by, sign, words) {
	const made = document.createElement("button");
	made.type = "button";
	made.textContent = sign;
	made.ariaLabel = words;
	made.addEventListener("click", () => {
		const before = input.value;
		by();
		if (input.value !== before) {
			input.dispatchEvent(new Event("step"));
		}
	});
	return made;
}

for (const input of document.querySelectorAll(".stepper input")) {
	const { less, more } = input.parentElement.dataset;
	input.before(step(input, () => input.stepDown(), "−", less));
	input.after(step(input, () => input.stepUp(), "+", more));
	const form = input.form;
	if ("submits" in form.dataset) {
		const send = form.querySelector(".link-button");
		let timer;
		send.hidden = true;
		input.addEventListener("input", () => {
			send.hidden = false;
		});
		input.addEventListener("step", () => {
			clearTimeout(timer);
			timer = setTimeout(() => form.requestSubmit(), WAIT);
		});
	}
}
