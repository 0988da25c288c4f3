package dev.clickpath.edge.caching;

import org.jspecify.annotations.Nullable;

/**
 * What the edge did with a request, told by {@code Cache-Status} (RFC 9211).
 *
 * @param forwarded why it went on to the origin, or null when it was answered from the
 * store
 * @param originStatus the status the origin answered with, or null when it was not asked
 * or did not answer
 * @param timeToLive how many seconds the stored response stays fresh, or null when none
 * is stored
 * @param stored whether the origin's response went into the store
 * @param collapsed whether another request's answer served this one too
 * @param detail one token more, or null
 */
public record CacheStatus(@Nullable ForwardReason forwarded, @Nullable Integer originStatus, @Nullable Long timeToLive,
		boolean stored, boolean collapsed, @Nullable String detail) {

	public static final String FIELD = "Cache-Status";

	private static final String CACHE = "clickpath-edge";

	private static final String STALE_IF_ERROR = "stale-if-error";

	private static final int NOT_MODIFIED = 304;

	public static CacheStatus hit(long timeToLive) {
		return new CacheStatus(null, null, timeToLive, false, false, null);
	}

	/**
	 * The stored response had to be read back from disk.
	 */
	public static CacheStatus hitOnDisk(long timeToLive) {
		return new CacheStatus(null, null, timeToLive, false, false, "disk");
	}

	public static CacheStatus forwarded(ForwardReason reason) {
		return new CacheStatus(reason, null, null, false, false, null);
	}

	public CacheStatus answered(int status) {
		return new CacheStatus(this.forwarded, status, this.timeToLive, this.stored, this.collapsed, this.detail);
	}

	/**
	 * The origin's answer is now in the store.
	 * @param anew whether the response itself was stored, and not only freshened
	 */
	public CacheStatus storedFor(long lifetime, boolean anew) {
		return new CacheStatus(this.forwarded, this.originStatus, lifetime, anew, this.collapsed, this.detail);
	}

	public CacheStatus servedStale(long timeToLiveLeft) {
		return new CacheStatus(this.forwarded, this.originStatus, timeToLiveLeft, this.stored, this.collapsed,
				STALE_IF_ERROR);
	}

	public CacheStatus asCollapsed() {
		return new CacheStatus(this.forwarded, this.originStatus, this.timeToLive, this.stored, true, this.detail);
	}

	public boolean isHit() {
		return this.forwarded == null;
	}

	/**
	 * In one word, for people.
	 */
	public String word() {
		if (this.timeToLive != null && this.timeToLive < 0 && (isHit() || STALE_IF_ERROR.equals(this.detail))) {
			return "stale";
		}
		if (isHit()) {
			return "hit";
		}
		return (this.originStatus != null && this.originStatus == NOT_MODIFIED) ? "revalidated" : "miss";
	}

	/**
	 * The field's value without the key: {@code clickpath-edge; hit; ttl=60}.
	 */
	@Override
	public String toString() {
		return value().toString();
	}

	/**
	 * The field's value with the key the response is stored under (section 2.7).
	 */
	public CharSequence withKey(CacheKey key) {
		StringBuilder value = value().append("; key=\"").append(key.scheme()).append("://").append(key.host());
		// A target has no octets that a string could not hold, but quotes.
		String target = key.target();
		return value.append((target.indexOf('"') < 0) ? target : target.replace("\"", "\\\"")).append('"');
	}

	private StringBuilder value() {
		StringBuilder value = new StringBuilder(128).append(CACHE);
		if (this.forwarded != null) {
			value.append("; fwd=").append(this.forwarded);
		}
		else {
			value.append("; hit");
		}
		if (this.originStatus != null) {
			value.append("; fwd-status=").append(this.originStatus.intValue());
		}
		if (this.timeToLive != null) {
			value.append("; ttl=").append(this.timeToLive.longValue());
		}
		if (this.stored) {
			value.append("; stored");
		}
		if (this.collapsed) {
			value.append("; collapsed");
		}
		if (this.detail != null) {
			value.append("; detail=").append(this.detail);
		}
		return value;
	}

}
