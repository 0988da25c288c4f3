package dev.clickpath.gateway.listening;

import java.util.List;
import java.util.Map;

import io.netty.handler.codec.Headers;
import io.netty.handler.codec.http.HttpHeaderNames;
import io.netty.handler.codec.http.HttpHeaderValidationUtil;
import io.netty.util.AsciiString;
import org.jspecify.annotations.Nullable;

/**
 * What a head must be like where pseudo-fields take the place of a request line, that is
 * in HTTP/2 and HTTP/3: HTTP/1.1 behind the gateway could misread another (RFC 9113,
 * sections 8.2.1, 8.3.1 and 10.3; RFC 9114, sections 4.2, 4.3.1 and 10.3).
 */
final class HeadRules {

	private static final CharSequence METHOD = AsciiString.cached(":method");

	private static final CharSequence SCHEME = AsciiString.cached(":scheme");

	private static final CharSequence AUTHORITY = AsciiString.cached(":authority");

	private static final CharSequence PATH = AsciiString.cached(":path");

	private static final CharSequence PROTOCOL = AsciiString.cached(":protocol");

	private static final CharSequence STATUS = AsciiString.cached(":status");

	private HeadRules() {
	}

	/**
	 * Whether this is a request as this shop takes it. Names of fields are not looked at.
	 */
	static boolean isSound(Headers<CharSequence, CharSequence, ?> head) {
		return head.size() <= StrictRequestDecoder.MOST_FIELDS && hasSoundValues(head) && hasSoundTarget(head)
				&& hasOneHost(head);
	}

	/** Line ends and the like would be field lines of their own in HTTP/1.1. */
	static boolean hasSoundValues(Headers<CharSequence, CharSequence, ?> fields) {
		for (Map.Entry<CharSequence, CharSequence> field : fields) {
			CharSequence value = field.getValue();
			boolean sound = value.isEmpty() || (HttpHeaderValidationUtil.validateValidHeaderValue(value) < 0
					&& !isBlank(value.charAt(0)) && !isBlank(value.charAt(value.length() - 1)));
			if (!sound) {
				return false;
			}
		}
		return true;
	}

	/**
	 * Whether the names are such that Netty takes them in HTTP/2, which it does not see
	 * to in HTTP/3: tokens without upper case, and none that speaks of a connection.
	 */
	static boolean hasSoundNames(Headers<CharSequence, CharSequence, ?> fields) {
		for (Map.Entry<CharSequence, CharSequence> field : fields) {
			CharSequence name = field.getKey();
			boolean pseudo = !name.isEmpty() && name.charAt(0) == ':';
			boolean sound = pseudo || (HttpHeaderValidationUtil.validateToken(name) < 0 && !hasUpperCase(name)
					&& !HttpHeaderValidationUtil.isConnectionHeader(name, true)
					&& !HttpHeaderValidationUtil.isTeNotTrailers(name, field.getValue()));
			if (!sound) {
				return false;
			}
		}
		return true;
	}

	private static boolean hasUpperCase(CharSequence name) {
		for (int i = 0; i < name.length(); i++) {
			if (AsciiString.isUpperCase(name.charAt(i))) {
				return true;
			}
		}
		return false;
	}

	private static boolean isBlank(char c) {
		return c == ' ' || c == '\t';
	}

	/** An origin's path with a method, and not CONNECT in any of its forms. */
	private static boolean hasSoundTarget(Headers<CharSequence, CharSequence, ?> head) {
		CharSequence scheme = head.get(SCHEME);
		CharSequence path = head.get(PATH);
		return isMethod(head.get(METHOD)) && scheme != null && "https".contentEquals(scheme) && path != null
				&& !path.isEmpty() && path.charAt(0) == '/' && Targets.isPath(path) && !head.contains(PROTOCOL)
				&& !head.contains(STATUS);
	}

	/** No tunnel and no mirror, either. */
	private static boolean isMethod(@Nullable CharSequence method) {
		if (method == null) {
			return false;
		}
		for (int i = 0; i < method.length(); i++) {
			char c = method.charAt(i);
			if (c > 'Z' || !Octets.isOfMethod((byte) c)) {
				return false;
			}
		}
		return !method.isEmpty() && !"CONNECT".contentEquals(method) && !"TRACE".contentEquals(method);
	}

	/** Whichever of the two another server believes, it is the same. */
	private static boolean hasOneHost(Headers<CharSequence, CharSequence, ?> head) {
		List<CharSequence> hosts = head.getAll(HttpHeaderNames.HOST);
		CharSequence authority = head.get(AUTHORITY);
		CharSequence host = (authority != null || hosts.isEmpty()) ? authority : hosts.getFirst();
		return hosts.size() <= 1 && host != null && Targets.isAuthority(host)
				&& (hosts.isEmpty() || host.toString().equalsIgnoreCase(hosts.getFirst().toString()));
	}

}
