package dev.clickpath.recommendation.model;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.ToDoubleFunction;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;

/**
 * The model as one would write it down: keeps every piece of evidence with its time, and
 * adds it all up for each question. Slow, and free of any bound.
 */
final class PlainModel {

	private final Tuning tuning;

	private final Map<String, List<Met>> histories = new HashMap<>();

	private final Ledger viewed = new Ledger(new ArrayList<>(), new ArrayList<>());

	private final Ledger bought = new Ledger(new ArrayList<>(), new ArrayList<>());

	/** In the order in which they were met, as among equals the first is better. */
	private final Set<String> products = new LinkedHashSet<>();

	private Instant now = Instant.MIN;

	PlainModel(Tuning tuning) {
		this.tuning = tuning;
	}

	private record Evidence(String first, @Nullable String second, double weight, Instant at) {
	}

	private record Ledger(List<Evidence> pairs, List<Evidence> squares) {
	}

	/** All that a visitor did with a product. */
	private record Met(String product, List<Interaction> told) {

		Set<Kind> kinds() {
			return this.told.stream().map(Interaction::kind).collect(Collectors.toSet());
		}

		/** That of the latest view, or where there is none of the latest of all. */
		Instant at() {
			boolean viewed = kinds().contains(Kind.VIEW);
			return this.told.stream()
				.filter((one) -> !viewed || one.kind() == Kind.VIEW)
				.map(Interaction::at)
				.max(Comparator.naturalOrder())
				.orElseThrow();
		}

		Met with(Interaction interaction) {
			return new Met(this.product, Stream.concat(this.told.stream(), Stream.of(interaction)).toList());
		}

	}

	void learn(Interaction interaction) {
		this.products.add(interaction.product());
		this.now = interaction.at().isAfter(this.now) ? interaction.at() : this.now;
		List<Met> history = this.histories.computeIfAbsent(interaction.visitor(), (visitor) -> new ArrayList<>());
		Met before = history.stream()
			.filter((met) -> met.product().equals(interaction.product()))
			.findFirst()
			.orElse(new Met(interaction.product(), List.of()));
		Met after = before.with(interaction);
		history.remove(before);
		int place = 0;
		while (place < history.size() && history.get(place).at().isAfter(after.at())) {
			place++;
		}
		history.add(place, after);
		for (Relation relation : Relation.values()) {
			learn(relation, history, before, after, interaction.at());
		}
	}

	private void learn(Relation relation, List<Met> history, Met before, Met after, Instant at) {
		double old = strength(relation, before.kinds());
		double strength = strength(relation, after.kinds());
		double worth = Math.log(2) / Math.log(1 + history.size());
		ledger(relation).squares()
			.add(new Evidence(after.product(), null, worth * (strength * strength - old * old), at));
		List<Met> counting = history.stream().filter((met) -> strength(relation, met.kinds()) > 0).toList();
		int place = counting.indexOf(after);
		for (Met other : (place >= 0) ? counting : List.<Met>of()) {
			int distance = Math.abs(counting.indexOf(other) - place);
			if (distance > 0 && distance <= this.tuning.window()) {
				boolean together = Duration.between(other.at(), after.at()).abs().compareTo(this.tuning.session()) <= 0;
				double weight = worth * (strength - old) * strength(relation, other.kinds())
						* Math.pow(this.tuning.orderDecay(), distance - 1)
						* (together ? 1 : this.tuning.acrossSessions());
				boolean isOlder = counting.indexOf(other) > place;
				String first = isOlder ? other.product() : after.product();
				String second = isOlder ? after.product() : other.product();
				ledger(relation).pairs().add(new Evidence(first, second, weight, at));
				ledger(relation).pairs().add(new Evidence(second, first, weight * this.tuning.backward(), at));
			}
		}
	}

	private Ledger ledger(Relation relation) {
		return (relation == Relation.VIEWED) ? this.viewed : this.bought;
	}

	private static double strength(Relation relation, Set<Kind> kinds) {
		double strength = 0;
		for (Kind kind : kinds) {
			strength = Math.max(strength, switch (kind) {
				case VIEW -> (relation == Relation.VIEWED) ? 1 : 0;
				case BASKET -> (relation == Relation.VIEWED) ? 2 : 1;
				case PURCHASE -> (relation == Relation.VIEWED) ? 3 : 2;
			});
		}
		return strength;
	}

	private double faded(Evidence evidence, Duration halfLife) {
		double age = Duration.between(evidence.at(), this.now).toMillis();
		return evidence.weight() * Math.pow(0.5, age / halfLife.toMillis());
	}

	private double similarity(Relation relation, String first, String second) {
		double evidence = ledger(relation).pairs()
			.stream()
			.filter((pair) -> pair.first().equals(first) && second.equals(pair.second()))
			.mapToDouble((pair) -> faded(pair, this.tuning.halfLife()))
			.sum();
		double cosine = evidence / Math.sqrt(square(relation, first) * square(relation, second));
		return (evidence > 0) ? cosine * evidence / (evidence + this.tuning.shrinkage()) : 0;
	}

	private double square(Relation relation, String product) {
		return ledger(relation).squares()
			.stream()
			.filter((evidence) -> evidence.first().equals(product))
			.mapToDouble((evidence) -> faded(evidence, this.tuning.halfLife()))
			.sum();
	}

	Map<String, Double> related(String product, Relation relation) {
		return ranked((other) -> similarity(relation, product, other));
	}

	/** Each visitor's interest is that of what speaks loudest for it by now. */
	Map<String, Double> trending() {
		return ranked((product) -> this.histories.values()
			.stream()
			.flatMap(List::stream)
			.filter((met) -> met.product().equals(product))
			.mapToDouble((met) -> met.told().stream().mapToDouble(this::interest).max().orElse(0))
			.sum());
	}

	private double interest(Interaction one) {
		double strength = strength(Relation.VIEWED, Set.of(one.kind()));
		return faded(new Evidence(one.product(), null, strength, one.at()), this.tuning.trendHalfLife());
	}

	Map<String, Double> recommendations(String visitor) {
		List<Met> history = this.histories.getOrDefault(visitor, List.of());
		Set<String> known = new LinkedHashSet<>(history.stream().map(Met::product).toList());
		Map<String, Double> scores = new HashMap<>();
		for (int i = 0; i < Math.min(history.size(), this.tuning.seeds()); i++) {
			Met seed = history.get(i);
			double voice = Math.pow(this.tuning.seedDecay(), i) * strength(Relation.VIEWED, seed.kinds());
			this.products.stream()
				.filter((product) -> !known.contains(product))
				.forEach((product) -> scores.merge(product,
						voice * similarity(Relation.VIEWED, seed.product(), product), Double::sum));
		}
		return ranked((product) -> scores.getOrDefault(product, 0.0));
	}

	private Map<String, Double> ranked(ToDoubleFunction<String> score) {
		Map<String, Double> scores = new LinkedHashMap<>();
		this.products.forEach((product) -> scores.put(product, score.applyAsDouble(product)));
		Map<String, Double> ranked = new LinkedHashMap<>();
		scores.entrySet()
			.stream()
			.filter((entry) -> entry.getValue() > 0)
			.sorted(Map.Entry.<String, Double>comparingByValue(Comparator.reverseOrder()))
			.forEach((entry) -> ranked.put(entry.getKey(), entry.getValue()));
		return ranked;
	}

}
