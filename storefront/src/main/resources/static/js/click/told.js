/*
 * Reads what a hop told of itself in the description of a Server-Timing entry: "@12.3 words; key=value".
 */
export function read({ name, duration, dur, at, description, desc }) {
	const text = String(description ?? desc ?? "");
	const begun = /^@(\d+(?:\.\d+)?)(?:\s+|$)/.exec(text);
	const parts = text.slice(begun ? begun[0].length : 0).split("; ").filter((part) => part !== "");
	const values = {};
	const words = [];
	for (const part of parts) {
		const fact = /^([a-z][a-z-]*)=(.*)$/.exec(part);
		if (fact) {
			values[fact[1]] = fact[2];
		}
		else {
			words.push(part);
		}
	}
	const took = number(duration ?? dur);
	return {
		name: String(name),
		// A browser says zero for an entry that has no duration.
		took: (took === 0 && !begun && at === undefined) ? null : took,
		at: number(at ?? (begun ? begun[1] : null)),
		words: words.join("; "),
		values,
		text: text.slice(begun ? begun[0].length : 0),
	};
}

function number(value) {
	const read = (value === null || value === undefined) ? NaN : Number(value);
	return (Number.isFinite(read) && read >= 0) ? read : null;
}
