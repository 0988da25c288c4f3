package dev.clickpath.cli.search;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Random;

/**
 * What shoppers would ask a catalogue, whatever it sells: the judged queries, and others
 * made of the titles of its products. The same catalogue is asked the same.
 *
 * @param words what is searched for
 * @param searches the same as paths, a third of them with a filter
 * @param suggestions paths: the beginnings of titles, letter by letter
 */
record Workload(List<String> words, List<String> searches, List<String> suggestions) {

	private static final String TITLES = """
			select brand || E'\\t' || title || E'\\t' || department from product order by md5(id) limit 6000""";

	/** So many beginnings that most of them are not among those kept from earlier. */
	private static final String OTHER_TITLES = """
			select title from product order by md5(id || 'typed') limit 30000""";

	static Workload of(Database database, Judgements judgements) {
		Random random = new Random(42);
		List<String> words = new ArrayList<>();
		List<String> searches = new ArrayList<>();
		List<String> suggestions = new ArrayList<>();
		for (JudgedQuery query : judgements.queries()) {
			words.add(query.words());
			searches.add(path(query.words(), ""));
		}
		for (String row : database.column(TITLES)) {
			String[] columns = row.split("\t", 3);
			String typed = typed(columns[0], columns[1], random);
			words.add(typed);
			searches.add(path(typed, filter(columns[0], columns[2], random)));
		}
		database.column(OTHER_TITLES).forEach((title) -> suggestions.add(beginning(title, random)));
		Collections.shuffle(words, random);
		Collections.shuffle(searches, random);
		Collections.shuffle(suggestions, random);
		return new Workload(words, searches, suggestions);
	}

	private static String path(String words, String filter) {
		return "/search?q=" + ShopSearch.encoded(words) + filter;
	}

	/** A brand with a kind of thing, a thing with a property, a model, or mistyped. */
	private static String typed(String brand, String title, Random random) {
		String name = title.startsWith(brand + " ") ? title.substring(brand.length() + 1) : title;
		String phrase = name.split(",", 2)[0];
		List<String> words = Arrays.asList(phrase.split(" "));
		String thing = words.getLast();
		String last = name.substring(name.lastIndexOf(',') + 1).strip();
		return switch (random.nextInt(10)) {
			case 0, 1 -> brand + " " + thing;
			case 2, 3 -> String.join(" ", words.subList(Math.max(0, words.size() - 2), words.size()));
			case 4, 5 -> thing + " " + last;
			case 6 -> thing;
			case 7 -> words.getFirst();
			case 8 -> phrase;
			default -> mistyped(phrase, random);
		};
	}

	private static String mistyped(String text, Random random) {
		if (text.length() < 6) {
			return text;
		}
		int at = 1 + random.nextInt(text.length() - 2);
		return text.substring(0, at) + text.substring(at + 1);
	}

	private static String filter(String brand, String department, Random random) {
		return switch (random.nextInt(12)) {
			case 0 -> "&brand=" + ShopSearch.encoded(brand);
			case 1 -> "&department=" + ShopSearch.encoded(department);
			case 2 -> "&price-max=" + (1 + random.nextInt(20)) * 1_000;
			case 3 -> "&in-stock=true&sort=price-asc";
			default -> "";
		};
	}

	/** What has been typed when somebody stops for a moment somewhere in a title. */
	private static String beginning(String title, Random random) {
		int words = random.nextInt(3);
		int from = 0;
		for (int i = 0; i < words; i++) {
			from = Math.max(from, title.indexOf(' ', from) + 1);
		}
		int length = 1 + random.nextInt(20);
		String beginning = title.substring(from, Math.min(title.length(), from + length));
		String typed = (random.nextInt(8) == 0) ? mistyped(beginning, random) : beginning;
		return "/suggestions?q=" + ShopSearch.encoded(typed);
	}

}
