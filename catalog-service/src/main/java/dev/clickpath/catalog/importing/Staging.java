package dev.clickpath.catalog.importing;

import java.io.IOException;
import java.io.InputStream;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

import dev.clickpath.catalog.feed.Artwork;
import dev.clickpath.catalog.feed.FeedReader;
import dev.clickpath.catalog.feed.FeedRow;
import dev.clickpath.catalog.feed.FeedRow.Given;
import dev.clickpath.catalog.feed.FeedRow.Refused;
import dev.clickpath.catalog.feed.FeedShelves;
import dev.clickpath.catalog.feed.FeedShelves.Shelf;
import dev.clickpath.catalog.feed.Offer;
import dev.clickpath.catalog.feed.OfferReader;
import dev.clickpath.catalog.feed.RefusedException;
import dev.clickpath.catalog.importing.FeedProgress.Phase;
import dev.clickpath.catalog.importing.Refusals.Refusal;
import dev.clickpath.catalog.loading.CopyRows;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/**
 * Puts the rows of a feed aside in a temporary table, where they are nobody's products
 * yet. Only a few rows are in memory at a time.
 */
final class Staging {

	private static final int PORTION = 10_000;

	private static final long TELL_AFTER = 500_000_000;

	private static final int MOST_IGNORED = 20;

	private static final String CREATE = """
			create temp table feed_row (line bigint not null, id text not null, slug text not null, \
			title text not null, brand text not null, department text not null, category text not null, \
			currency text not null, price bigint not null, old_price bigint, quantity int not null, \
			description text not null, attributes jsonb not null, image_link text, picture text not null)""";

	/** The first of them counts: which it is does not depend on anything but the feed. */
	private static final String REPEATED = """
			create temp table feed_repeated as select line, id, first from (select line, id, \
			min(line) over (partition by id) as first from feed_row) every where line > first""";

	private final FeedDatabase database;

	private final FeedShelves shelves;

	private final Artwork artwork;

	private final JsonMapper jsonMapper;

	private final FeedProgress.Observer observer;

	private final int mostRows;

	private final OfferReader offers = new OfferReader();

	private final Refusals refusals = new Refusals();

	private final Set<String> ignored = new TreeSet<>();

	private @Nullable String currency;

	private long rows;

	private long told;

	/**
	 * @param currency that of the catalogue, or null when the feed's first row decides
	 */
	Staging(FeedDatabase database, FeedShelves shelves, Artwork artwork, JsonMapper jsonMapper,
			FeedProgress.Observer observer, int mostRows, @Nullable String currency) {
		this.database = database;
		this.shelves = shelves;
		this.artwork = artwork;
		this.jsonMapper = jsonMapper;
		this.observer = observer;
		this.mostRows = mostRows;
		this.currency = currency;
	}

	/**
	 * Takes all rows in.
	 * @throws IOException if the feed breaks off
	 */
	void take(InputStream input) throws IOException, SQLException {
		this.database.jdbcClient().sql(CREATE).update();
		FeedReader reader = new FeedReader(input);
		FeedRow next = reader.next();
		while (next != null) {
			next = takePortion(next, reader);
		}
		refuseRepeated();
		this.database.jdbcClient().sql("analyze feed_row").update();
	}

	/** Each portion is a transaction, so that a slow feed holds nothing up. */
	private @Nullable FeedRow takePortion(FeedRow first, FeedReader reader) throws IOException, SQLException {
		FeedRow row = first;
		try (CopyRows copy = new CopyRows(this.database.connection(), """
				feed_row (line, id, slug, title, brand, department, category, currency, price, old_price, quantity, \
				description, attributes, image_link, picture)""")) {
			for (int i = 0; i < PORTION && row != null; i++) {
				if (++this.rows > this.mostRows) {
					throw new UnusableFeedException("The feed has more than %,d rows.".formatted(this.mostRows));
				}
				take(row, copy);
				tell();
				row = reader.next();
			}
		}
		return row;
	}

	private void take(FeedRow row, CopyRows copy) {
		switch (row) {
			case Given given -> {
				try {
					write(given, copy);
				}
				catch (RefusedException ex) {
					this.refusals.add(given.line(), ex.reason());
				}
			}
			case Refused refused -> this.refusals.add(refused.line(), refused.reason());
		}
	}

	private void write(Given row, CopyRows copy) throws RefusedException {
		notice(row.fields());
		Offer offer = this.offers.read(row.fields());
		if (this.currency != null && !this.currency.equals(offer.price().currency())) {
			throw new RefusedException("price is in %s, and a catalogue has one currency, which is %s"
				.formatted(offer.price().currency(), this.currency));
		}
		Shelf shelf = this.shelves.place(offer.shelf());
		this.currency = offer.price().currency();
		copy.add(row.line(), offer.id(), offer.slug(), offer.title(), offer.brand(), shelf.category().department(),
				shelf.category().slug(), offer.price().currency(), offer.price().amount(),
				(offer.oldPrice() != null) ? offer.oldPrice().amount() : null, offer.quantity(), offer.description(),
				this.jsonMapper.writeValueAsString(offer.attributes()), offer.imageLink(),
				this.artwork.picture(offer, shelf.drawing()));
	}

	private void notice(Map<String, String> fields) {
		if (this.ignored.size() < MOST_IGNORED) {
			for (String name : fields.keySet()) {
				if (!OfferReader.understands(name) && this.ignored.size() < MOST_IGNORED) {
					this.ignored.add(RefusedException.quote(name));
				}
			}
		}
	}

	private void tell() {
		long now = System.nanoTime();
		if (now - this.told > TELL_AFTER) {
			this.told = now;
			this.observer.told(progress(Phase.READING));
		}
	}

	private void refuseRepeated() {
		this.database.jdbcClient().sql(REPEATED).update();
		long count = this.database.jdbcClient().sql("select count(*) from feed_repeated").query(Long.class).single();
		if (count > 0) {
			List<Refusal> known = this.database.jdbcClient()
				.sql("select line, id, first from feed_repeated order by line limit ?")
				.param(Refusals.REMEMBERED)
				.query((row, number) -> new Refusal(row.getLong("line"),
						"id %s is that of line %d already".formatted(row.getString("id"), row.getLong("first"))))
				.list();
			this.refusals.addAll(count, known);
			this.database.jdbcClient()
				.sql("delete from feed_row using feed_repeated where feed_row.line = feed_repeated.line")
				.update();
		}
	}

	FeedProgress progress(Phase phase) {
		return new FeedProgress(phase, this.rows, this.refusals.count());
	}

	long rows() {
		return this.rows;
	}

	Refusals refusals() {
		return this.refusals;
	}

	Set<String> ignored() {
		return this.ignored;
	}

}
