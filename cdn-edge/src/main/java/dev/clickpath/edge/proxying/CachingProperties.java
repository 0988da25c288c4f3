package dev.clickpath.edge.proxying;

import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Locale;

import dev.clickpath.edge.caching.CachePolicy;
import dev.clickpath.edge.caching.CacheRules;
import dev.clickpath.edge.caching.KeyRules;
import dev.clickpath.edge.caching.PurgeLog;
import dev.clickpath.edge.disk.DiskTier;
import dev.clickpath.edge.disk.UnusableFolderException;
import org.jspecify.annotations.Nullable;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.Assert;
import org.springframework.util.unit.DataSize;

/**
 * What the edge keeps, and for how long.
 *
 * @param policy whether it does all that RFC 9111 allows, or only what it was asked for
 * @param cacheSize how many bytes may be stored in memory, heads and bodies in all
 * codings
 * @param diskFolder where what is stored is kept on disk as well; empty: nowhere
 * @param diskSize how many bytes may be kept there
 * @param targets fields that speak to this edge, beside {@code Cache-Control}, the most
 * particular first; none: those that the policy knows
 * @param staleWhileRevalidate how long a response that says nothing of it may be served
 * while it is refreshed
 * @param staleIfError how long a response that says nothing of it may stand in for a
 * broken origin
 * @param negativeLifetime how long a 404, 405, 410, 414 or 501 that says nothing of it is
 * fresh
 * @param sortQuery whether the order of a query's parameters does not matter
 * @param ignoredParameters parameters that do not matter, like {@code utm_*}; they do not
 * reach the origin either
 */
@ConfigurationProperties("clickpath.edge")
public record CachingProperties(@DefaultValue("cautious") Policy policy, @DefaultValue("64MB") DataSize cacheSize,
		@DefaultValue("") String diskFolder, @DefaultValue("1GB") DataSize diskSize, @DefaultValue List<String> targets,
		@DefaultValue("0s") Duration staleWhileRevalidate, @Nullable Duration staleIfError,
		@DefaultValue("0s") Duration negativeLifetime, @DefaultValue("false") boolean sortQuery,
		@DefaultValue List<String> ignoredParameters) {

	private static final long MOST_PENDING = 16 << 20;

	private static final int SHARE_OF_PENDING = 4;

	public CachingProperties {
		targets = List.copyOf(targets);
		ignoredParameters = List.copyOf(ignoredParameters);
		Assert.isTrue(cacheSize.toBytes() > 0, "clickpath.edge.cache-size must be positive");
		Assert.isTrue(diskSize.toBytes() > 0, "clickpath.edge.disk-size must be positive");
	}

	/**
	 * How far the edge goes.
	 */
	public enum Policy {

		/** Only what the origin asked for. */
		CAUTIOUS,
		/** All that the RFCs allow. */
		RFC;

		@Override
		public String toString() {
			return name().toLowerCase(Locale.ROOT);
		}

	}

	CacheRules rules() {
		CacheRules rules = (this.policy == Policy.RFC) ? CacheRules.RFC : CacheRules.CAUTIOUS;
		return new CacheRules(rules.bold(), this.targets.isEmpty() ? rules.targets() : this.targets,
				this.staleWhileRevalidate, (this.staleIfError != null) ? this.staleIfError : rules.staleIfError(),
				this.negativeLifetime);
	}

	/**
	 * The tier on disk, or null for none.
	 * @throws UnusableFolderException when its folder cannot be used
	 */
	@Nullable DiskTier openDisk(PurgeLog purges, CachePolicy cachePolicy, KeyRules keys, InstantSource clock) {
		if (this.diskFolder.isBlank()) {
			return null;
		}
		// What waits to be written stays in the memory that is there for bodies.
		long mostPending = Math.min(MOST_PENDING,
				Math.min(this.cacheSize.toBytes(), this.diskSize.toBytes()) / SHARE_OF_PENDING);
		return DiskTier.open(Path.of(this.diskFolder), this.diskSize.toBytes(), mostPending, purges, cachePolicy, keys,
				clock);
	}

	KeyRules keyRules() {
		return new KeyRules(this.sortQuery, this.ignoredParameters);
	}

}
