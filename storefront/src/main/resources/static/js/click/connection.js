/*
 * What made a part of the way to the server needless, as far as the browser tells.
 */

/**
 * Of a connection that was there already, all marks are where the fetch began (Resource Timing, section 4.3). Two that are equal
 * elsewhere say only that less time went by than the browser's clock shows: a tenth of a millisecond, or a whole one.
 */
export const isReused = (entry) => ["domainLookupStart", "domainLookupEnd", "connectStart", "connectEnd"]
	.every((mark) => entry[mark] === entry.fetchStart);
export const isQuic = (entry) => /^h3/.test(entry.nextHopProtocol);
export const isOwnCache = (entry) => entry.deliveryType === "cache" || (entry.transferSize === 0 && entry.decodedBodySize > 0);

/** Why nobody was asked for the page after the click, or null. */
export function answerState(nav) {
	return (nav.deliveryType === "navigational-prefetch") ? "ahead" : isOwnCache(nav) ? "own-cache" : null;
}

/** Why no name server was asked, or null when one may have been. */
export function lookupState(nav, host) {
	if (/^[\d.]+$|^\[/.test(host)) {
		return "numeric";
	}
	if (/(^|\.)localhost$/.test(host)) {
		return "local";
	}
	if (isReused(nav)) {
		return answerState(nav) ?? "reused";
	}
	if (nav.domainLookupEnd > nav.domainLookupStart) {
		return null;
	}
	return (nav.domainLookupEnd === nav.fetchStart) ? "remembered" : "too-short";
}

/** Why a part of the way to a connection has no time, or null when it has one. */
function partState(nav, from, to) {
	return isReused(nav) ? answerState(nav) ?? "reused" : (to > from) ? null : "too-short";
}

export function tcpState(nav) {
	const state = partState(nav, nav.connectStart, nav.secureConnectionStart || nav.connectEnd);
	return (isQuic(nav) && state !== "reused" && !answerState(nav)) ? "quic" : state;
}

export function tlsState(nav, protocol) {
	if (protocol === "http:") {
		return "plain";
	}
	return (nav.secureConnectionStart || isReused(nav)) ? partState(nav, nav.secureConnectionStart, nav.connectEnd) : "unsupported";
}
