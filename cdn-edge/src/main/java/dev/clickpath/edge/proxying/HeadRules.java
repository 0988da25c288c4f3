package dev.clickpath.edge.proxying;

import java.util.List;
import java.util.Map;

import io.netty.handler.codec.Headers;
import io.netty.handler.codec.http.HttpHeaderNames;
import io.netty.handler.codec.http.HttpHeaderValidationUtil;
import io.netty.util.AsciiString;
import org.jspecify.annotations.Nullable;

/**
 * What the head of a request may not be like where pseudo-fields take the place of a
 * request line, that is in HTTP/2 and in HTTP/3: an HTTP/1.1 origin could misread it (RFC
 * 9113, sections 8.2.1, 8.3.1 and 10.3; RFC 9114, sections 4.2, 4.3.1 and 10.3). Netty
 * has refused some of it before, but not the same in both.
 */
final class HeadRules {

	private static final CharSequence METHOD = new AsciiString(":method");

	private static final CharSequence SCHEME = new AsciiString(":scheme");

	private static final CharSequence AUTHORITY = new AsciiString(":authority");

	private static final CharSequence PATH = new AsciiString(":path");

	private static final CharSequence STATUS = new AsciiString(":status");

	private static final CharSequence PROTOCOL = new AsciiString(":protocol");

	private HeadRules() {
	}

	/**
	 * What is wrong with a head, or null.
	 */
	static @Nullable String faultOf(Headers<CharSequence, CharSequence, ?> head) {
		String fault = faultOfFields(head);
		if (fault == null) {
			fault = faultOfTarget(head);
		}
		return (fault != null) ? fault : faultOfHost(head);
	}

	/**
	 * What is wrong with the fields of a head or a trailer, or null.
	 */
	static @Nullable String faultOfFields(Headers<CharSequence, CharSequence, ?> fields) {
		for (Map.Entry<CharSequence, CharSequence> field : fields) {
			CharSequence name = field.getKey();
			CharSequence value = field.getValue();
			boolean pseudo = !name.isEmpty() && name.charAt(0) == ':';
			if (!pseudo && (HttpHeaderValidationUtil.validateToken(name) >= 0 || hasUpperCase(name))) {
				return "A field name has characters that do not belong there";
			}
			if (HttpHeaderValidationUtil.isConnectionHeader(name, true)
					|| HttpHeaderValidationUtil.isTeNotTrailers(name, value)) {
				return "A field is one of an HTTP/1.1 connection";
			}
			if (!isValidValue(value)) {
				return "A field value has characters that do not belong there";
			}
		}
		return null;
	}

	private static boolean hasUpperCase(CharSequence name) {
		for (int i = 0; i < name.length(); i++) {
			if (AsciiString.isUpperCase(name.charAt(i))) {
				return true;
			}
		}
		return false;
	}

	/** Line ends and the like would be field lines of their own in HTTP/1.1. */
	private static boolean isValidValue(CharSequence value) {
		return value.isEmpty() || (HttpHeaderValidationUtil.validateValidHeaderValue(value) < 0
				&& value.charAt(value.length() - 1) != ' ' && value.charAt(value.length() - 1) != '\t');
	}

	private static @Nullable String faultOfTarget(Headers<CharSequence, CharSequence, ?> head) {
		CharSequence method = head.get(METHOD);
		if (method == null || HttpHeaderValidationUtil.validateToken(method) >= 0) {
			return "A request needs a method";
		}
		if (head.contains(STATUS)) {
			return "A request has no status";
		}
		if (head.contains(PROTOCOL)) {
			return "CONNECT is not extended here";
		}
		if ("CONNECT".contentEquals(method)) {
			// Refused in an answer.
			return null;
		}
		CharSequence scheme = head.get(SCHEME);
		if (scheme == null || !"https".contentEquals(scheme)) {
			return "The scheme here is https";
		}
		CharSequence path = head.get(PATH);
		boolean valid = path != null && !path.isEmpty()
				&& (path.charAt(0) == '/' || ("*".contentEquals(path) && "OPTIONS".contentEquals(method)));
		return valid ? null : "A request needs a path";
	}

	/** Whichever of the two another server believes, it is the same. */
	private static @Nullable String faultOfHost(Headers<CharSequence, CharSequence, ?> head) {
		List<CharSequence> hosts = head.getAll(HttpHeaderNames.HOST);
		CharSequence authority = head.get(AUTHORITY);
		if (hosts.size() > 1 || (hosts.isEmpty() && authority == null)) {
			return "A request needs exactly one host";
		}
		if (authority != null && !hosts.isEmpty()
				&& !authority.toString().equalsIgnoreCase(hosts.getFirst().toString())) {
			return "The authority and the Host field name different hosts";
		}
		CharSequence named = (authority != null) ? authority : hosts.getFirst();
		return named.isEmpty() ? "A request needs a host" : null;
	}

}
