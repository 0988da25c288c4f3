package dev.clickpath.storefront.page;

import dev.clickpath.defaults.timing.ServerTiming;
import dev.clickpath.storefront.assembly.Part;
import dev.clickpath.storefront.markup.Drawings;
import org.jspecify.annotations.Nullable;

/**
 * Times the parts of a page while its template writes them, one after the other:
 * {@code page.head}, {@code page.main} … Used by the request's own thread alone.
 */
public final class PageParts {

	private final ServerTiming timing;

	private final Drawings drawings;

	private @Nullable String part;

	private long begin;

	private boolean keptIsTold;

	public PageParts(ServerTiming timing, Drawings drawings) {
		this.timing = timing;
		this.drawings = drawings;
	}

	/**
	 * The part before ends here and this one begins.
	 * @return nothing to write
	 */
	public String next(String part) {
		end();
		this.part = part;
		this.begin = System.nanoTime();
		return "";
	}

	/**
	 * The part before ends here and this one begins, which is perhaps still being
	 * fetched.
	 */
	public <T extends @Nullable Object> T next(String part, Part<T> fetched) {
		next(part);
		return fetched.get();
	}

	/**
	 * The last part has ended.
	 */
	void end() {
		if (this.part != null) {
			this.timing.add("page." + this.part, this.begin, null);
			this.part = null;
		}
	}

	/**
	 * Tells how much of the page was drawn before, and how long the rest took.
	 */
	void tellKept() {
		if (!this.keptIsTold) {
			this.keptIsTold = true;
			this.timing.tell("page.kept", this.drawings.toString(), this.drawings.time());
		}
	}

}
