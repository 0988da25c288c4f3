/*
 * Lets the picture of a card grow into the picture of its page, where the browser can show the way between two pages.
 */
addEventListener("pageswap", (event) => {
	const path = event.viewTransition && event.activation?.entry?.url && new URL(event.activation.entry.url).pathname;
	if (!path?.startsWith("/products/") || document.querySelector(".product")) {
		return;
	}
	const pictures = [...document.querySelectorAll(".card img")];
	const picture = pictures.find((candidate) => candidate.closest("a").pathname === path && candidate.checkVisibility());
	if (picture) {
		picture.style.viewTransitionName = "product-picture";
		event.viewTransition.finished.finally(() => {
			picture.style.viewTransitionName = "";
		});
	}
});

// What looks at the click itself comes when the page stands, so that it does not cost what it measures.
addEventListener("load", () => (window.requestIdleCallback ?? setTimeout)(() => import("./click/recorder.js")));
