package dev.clickpath.cli.search;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * PostgreSQL's full-text search as its manual has it: English, the title weighing most,
 * then brand and category, then attributes, then the description, a GIN index over it,
 * what has every word first and then, where that is little, what has some.
 */
final class FullText implements Engine, AutoCloseable {

	private static final String TABLE = """
			create table search_bench as select id, \
			setweight(to_tsvector('english', title), 'A') || \
			setweight(to_tsvector('english', brand || ' ' || replace(category, '-', ' ') || ' ' || department), 'B') || \
			setweight(to_tsvector('english', (select coalesce(string_agg(attribute ->> 'value', ' '), '') \
			from jsonb_array_elements(attributes) attribute)), 'C') || \
			setweight(to_tsvector('english', description), 'D') as words from product""";

	private static final String EVERY_WORD = """
			select id from search_bench, websearch_to_tsquery('english', ?) as query where words @@ query \
			order by ts_rank(words, query) desc, id limit ?""";

	private static final String SOME_WORD = """
			select id from search_bench, \
			cast(replace(plainto_tsquery('english', ?)::text, '&', '|') as tsquery) as query where words @@ query \
			order by ts_rank(words, query) desc, id limit ?""";

	private final Database database;

	private FullText(Database database) {
		this.database = database;
	}

	/**
	 * Makes its table and its index.
	 */
	static FullText over(Database database) {
		database.execute("drop table if exists search_bench", TABLE,
				"create index search_bench_words on search_bench using gin (words)", "vacuum analyze search_bench");
		return new FullText(database);
	}

	/**
	 * The same for another thread.
	 */
	FullText again() {
		return new FullText(this.database.again());
	}

	@Override
	public String name() {
		return "PostgreSQL";
	}

	@Override
	public List<String> search(String query) {
		Set<String> found = new LinkedHashSet<>(this.database.column(EVERY_WORD, query, DEPTH));
		if (found.size() < DEPTH) {
			found.addAll(this.database.column(SOME_WORD, query, DEPTH));
		}
		return new ArrayList<>(found).subList(0, Math.min(found.size(), DEPTH));
	}

	/**
	 * The first page of what has every word, and nothing else.
	 */
	List<String> page(String query, int size) {
		return this.database.column(EVERY_WORD, query, size);
	}

	@Override
	public void close() {
		this.database.execute("drop table if exists search_bench");
		this.database.close();
	}

}
