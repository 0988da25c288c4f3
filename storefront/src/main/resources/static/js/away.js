/*
 * What is not wanted goes at once, and can be had back in its place. Without this module its button leads to a page for that.
 */
const form = document.getElementById("away");

async function tell(product, undo) {
	const body = new URLSearchParams(new FormData(form));
	body.set("product", product);
	body.set("undo", undo);
	const answer = await fetch(form.action, { method: "POST", body, redirect: "manual" });
	return answer.type === "opaqueredirect";
}

function place(card, product) {
	const place = document.createElement("li");
	const words = document.createElement("p");
	const undo = document.createElement("button");
	place.className = "card away";
	words.role = "status";
	words.textContent = form.dataset.gone;
	undo.className = "link-button";
	undo.textContent = form.dataset.undo;
	undo.addEventListener("click", async () => {
		if (await tell(product, true)) {
			place.replaceWith(card);
			card.querySelector("a").focus();
		}
	});
	place.append(words, undo);
	return place;
}

form?.addEventListener("submit", async (event) => {
	const card = event.submitter?.closest(".card");
	if (!card) {
		return;
	}
	event.preventDefault();
	const product = event.submitter.value;
	const instead = place(card, product);
	card.replaceWith(instead);
	instead.querySelector("button").focus();
	if (!(await tell(product, false).catch(() => false))) {
		instead.replaceWith(card);
	}
});
