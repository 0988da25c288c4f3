/*
 * The marks of Navigation Timing, and the steps that lie between them.
 */

/** The marks in their order. One that is missing, or out of order, is where the one before it was. */
export function marksOf(nav, total) {
	const marks = {
		redirectStart: nav.redirectStart,
		redirectEnd: nav.redirectEnd,
		fetchStart: nav.fetchStart,
		domainLookupStart: nav.domainLookupStart,
		domainLookupEnd: nav.domainLookupEnd,
		connectStart: nav.connectStart,
		secureConnectionStart: nav.secureConnectionStart || nav.connectEnd,
		connectEnd: nav.connectEnd,
		requestStart: nav.requestStart,
		// The first byte may be that of an interim answer, 103 Early Hints.
		responseStart: nav.finalResponseHeadersStart || nav.responseStart,
		responseEnd: nav.responseEnd,
		domInteractive: nav.domInteractive,
		domContentLoadedEventEnd: nav.domContentLoadedEventEnd,
		domComplete: nav.domComplete,
		loadEventStart: nav.loadEventStart,
		loadEventEnd: nav.loadEventEnd,
	};
	let before = 0;
	for (const name of Object.keys(marks)) {
		before = Math.min(total, Math.max(before, marks[name] || 0));
		marks[name] = before;
	}
	return marks;
}

/** A step that is counted. One that took no time, for a reason, has no time. */
export function counted(key, spans, facts, state = null) {
	const real = spans.filter(([from, to]) => to > from);
	const took = real.reduce((sum, [from, to]) => sum + to - from, 0);
	return { key, spans: real, took: (state && took === 0) ? null : took, state, counted: true, facts };
}

/** How long there was at least one of them; the time between them is nobody's. */
export function covered(spans) {
	let end = -Infinity;
	return [...spans].sort(([one], [other]) => one - other).reduce((sum, [from, to]) => {
		const more = Math.max(0, to - Math.max(from, end));
		end = Math.max(end, to);
		return sum + more;
	}, 0);
}

/** Something of which nothing is known but why. */
export const unknown = (key, state) => ({ key, spans: [], took: null, state, counted: false, facts: [] });

/** The fields of an entry that this browser has. */
export function fields(entry, ...names) {
	return names.filter((name) => entry?.[name] !== undefined && entry[name] !== "").map((name) => [name, entry[name]]);
}
