/*
 * What made a part of the way to the server needless, as far as the browser tells.
 */
export const isReused = (entry) => entry.connectEnd === entry.connectStart;
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
	return (nav.domainLookupEnd > nav.domainLookupStart) ? null : "remembered";
}

export function tcpState(nav) {
	return isReused(nav) ? answerState(nav) ?? "reused" : isQuic(nav) ? "quic" : null;
}

export function tlsState(nav, protocol) {
	return (protocol === "http:") ? "plain" : isReused(nav) ? answerState(nav) ?? "reused" : null;
}
