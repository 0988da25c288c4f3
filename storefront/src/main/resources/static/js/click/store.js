/*
 * Where the clicks of this tab are kept: in its own storage, the latest few, until it is closed. What a customer looked at is
 * forgotten as soon as a page comes without them, so that nobody who comes after reads it.
 */
const PREFIX = "click:";
const CUSTOMERS = ":customer";
const MOST = 10;

export const customer = () => document.querySelector(".account-menu") !== null;

/** What works without storage, where a browser gives none, or has no more room. */
function attempt(work, otherwise) {
	try {
		return work();
	}
	catch {
		return otherwise;
	}
}

function keys() {
	const all = Object.keys(sessionStorage).filter((key) => key.startsWith(PREFIX));
	if (customer()) {
		return all;
	}
	all.filter((key) => key.endsWith(CUSTOMERS)).forEach((key) => sessionStorage.removeItem(key));
	return all.filter((key) => !key.endsWith(CUSTOMERS));
}

/** The clicks that are kept, the latest first. */
export function clicks() {
	return attempt(() => keys()
		.map((key) => ({ ...attempt(() => JSON.parse(sessionStorage.getItem(key)), {}), storedAs: key }))
		.filter((click) => click.navigation)
		.sort((one, other) => other.seen - one.seen), []);
}

export function keep(click) {
	attempt(() => {
		const own = PREFIX + click.at + (customer() ? CUSTOMERS : "");
		const others = clicks().map(({ storedAs }) => storedAs).filter((key) => key !== own);
		others.slice(MOST - 1).forEach((key) => sessionStorage.removeItem(key));
		sessionStorage.setItem(own, JSON.stringify(click));
	});
}

export const pinned = () => attempt(() => localStorage.getItem("click-bar") === "pinned", false);

export function pin(on) {
	attempt(() => on ? localStorage.setItem("click-bar", "pinned") : localStorage.removeItem("click-bar"));
}
