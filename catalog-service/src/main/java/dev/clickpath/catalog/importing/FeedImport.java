package dev.clickpath.catalog.importing;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.util.Objects;

import dev.clickpath.catalog.feed.Artwork;
import dev.clickpath.catalog.feed.FeedShelves;
import dev.clickpath.catalog.feed.InvalidFeedException;
import dev.clickpath.catalog.importing.FeedProgress.Phase;
import dev.clickpath.catalog.importing.Merge.Counts;
import dev.clickpath.catalog.loading.CatalogueMark;
import dev.clickpath.catalog.search.IndexUpdates;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.boot.jdbc.autoconfigure.JdbcConnectionDetails;
import org.springframework.dao.DataAccessException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.TransactionException;

/**
 * Imports feeds, one at a time in the whole shop. Rows are put aside first; then, in one
 * transaction, they become products. Whatever happens before its end leaves the catalogue
 * as it was. When much changes, the search index is made anew for what will be, and takes
 * the place of the old one as soon as that is so.
 */
@Component
class FeedImport {

	private static final Logger logger = LoggerFactory.getLogger(FeedImport.class);

	/** So many changes the index follows one by one, as fast as it is made anew. */
	private static final long FEW = 10_000;

	/** So many at once, in one step. */
	private static final long ONE_STEP = 1_000;

	private static final int WORTH_ANALYSING = 1_000;

	private final FeedProperties properties;

	private final JdbcConnectionDetails connectionDetails;

	private final JsonMapper jsonMapper;

	private final IndexUpdates indexUpdates;

	FeedImport(FeedProperties properties, JdbcConnectionDetails connectionDetails, JsonMapper jsonMapper,
			IndexUpdates indexUpdates) {
		this.properties = properties;
		this.connectionDetails = connectionDetails;
		this.jsonMapper = jsonMapper;
		this.indexUpdates = indexUpdates;
	}

	/**
	 * Imports a feed.
	 * @param replace whether products that it does not have go
	 * @param observer is told how far it is; when it throws, the import is given up
	 */
	FeedReport run(Feed feed, boolean replace, FeedProgress.Observer observer) {
		long start = System.nanoTime();
		try (FeedDatabase database = FeedDatabase.open(this.connectionDetails, this.jsonMapper)) {
			ShelfTable table = new ShelfTable(database.jdbcClient());
			Artwork artwork = artwork();
			FeedShelves shelves = new FeedShelves(table.departments(), table.categories(), artwork, replace);
			Staging staging = new Staging(database, shelves, artwork, this.jsonMapper, observer, this.properties.rows(),
					replace ? null : table.currency());
			observer.told(staging.progress(Phase.READING));
			stage(staging, feed);
			Counts counts = merge(database, staging, shelves, replace, observer);
			Refusals refusals = staging.refusals();
			long millis = (System.nanoTime() - start) / 1_000_000;
			logger.info("A feed of {} rows: {} products added, {} changed, {} removed, {} rows refused, in {} ms",
					staging.rows(), counts.added(), counts.changed(), counts.removed(), refusals.count(), millis);
			return new FeedReport(staging.rows(), counts.added(), counts.changed(), counts.unchanged(),
					counts.removed(), refusals.count(), refusals.first(), staging.ignored(), counts.after(), millis);
		}
		catch (SQLException | DataAccessException | TransactionException | UncheckedIOException ex) {
			logger.warn("A feed could not be imported", ex);
			throw new FeedFailedException(ex);
		}
	}

	private Artwork artwork() {
		try {
			return Artwork.of(this.properties.artwork().getContentAsString(StandardCharsets.UTF_8).lines().toList());
		}
		catch (IOException ex) {
			throw new UncheckedIOException("The drawings in " + this.properties.artwork() + " cannot be read", ex);
		}
	}

	private void stage(Staging staging, Feed feed) throws SQLException {
		try {
			staging.take(new BoundedFeed(feed.open(), this.properties));
		}
		catch (IOException ex) {
			logger.info("A feed broke off after {} rows: {}", staging.rows(), ex.toString());
			throw new UnusableFeedException("The feed broke off after %,d rows.".formatted(staging.rows()));
		}
		catch (InvalidFeedException ex) {
			throw new UnusableFeedException(Objects.toString(ex.getMessage()));
		}
	}

	private Counts merge(FeedDatabase database, Staging staging, FeedShelves shelves, boolean replace,
			FeedProgress.Observer observer) {
		try (NextIndex next = new NextIndex(this.indexUpdates)) {
			Counts counts = Objects.requireNonNull(database.transaction().execute((status) -> {
				observer.told(staging.progress(Phase.COMPARING));
				new CatalogueMark(database.jdbcClient()).lock();
				Merge merge = new Merge(database.jdbcClient());
				Counts found = checked(merge.compare(replace), replace);
				boolean fewer = replace && shelves.keepOnly(merge.categories());
				if (found.touched() > 0) {
					if (fewer || shelves.grown() || isMuch(found, replace)) {
						observer.told(staging.progress(Phase.INDEXING));
						merge.lookAhead(() -> next.prepare(database.products(), shelves));
					}
					observer.told(staging.progress(Phase.WRITING));
					write(merge, found, shelves, next, new CatalogueMark(database.jdbcClient()));
				}
				return found;
			}));
			next.follow();
			if (counts.touched() > WORTH_ANALYSING) {
				database.jdbcClient().sql("analyze product").update();
			}
			return counts;
		}
	}

	private static void write(Merge merge, Counts counts, FeedShelves shelves, NextIndex next, CatalogueMark mark) {
		boolean anew = next.isPrepared();
		merge.write(shelves, !anew);
		mark.fed(counts.after(), anew);
		next.expect(mark.read());
	}

	private Counts checked(Counts counts, boolean replace) {
		if (replace && counts.usable() == 0) {
			throw new UnusableFeedException("The feed has no row that can be used.");
		}
		if (counts.after() > Math.max(this.properties.products(), counts.before())) {
			throw new UnusableFeedException(
					"There would be %,d products, more than %,d: import with --replace, or allow more with clickpath.catalog.feed.products."
						.formatted(counts.after(), this.properties.products()));
		}
		return counts;
	}

	private static boolean isMuch(Counts counts, boolean replace) {
		return counts.touched() > (replace ? ONE_STEP : Math.max(FEW, counts.after() / 10));
	}

	/**
	 * Where a feed comes from.
	 */
	interface Feed {

		InputStream open() throws IOException;

	}

}
