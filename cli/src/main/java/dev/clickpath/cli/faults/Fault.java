package dev.clickpath.cli.faults;

import java.util.List;
import java.util.function.Consumer;

import dev.clickpath.cli.process.Signal;

/**
 * Something that happens to storefronts, and is over in the end.
 *
 * @param name in words
 * @param byName whether it concerns those that are found by name
 * @param act what is done
 */
record Fault(String name, boolean byName, Consumer<Stage> act) {

	/** Until checks have seen that all is well again. */
	private static final int AFTERWARDS = 4;

	static List<Fault> all() {
		return List.of(new Fault("nothing", false, (stage) -> Stage.watch(4)),
				new Fault("kill -9 of one", false, Fault::kill), new Fault("SIGSTOP of one, 5 s", false, Fault::hang),
				new Fault("one 300 ms slower", false, (stage) -> misbehave(stage, new Behaviour(300, 0, true))),
				new Fault("one answers 5 % with 503", false, (stage) -> misbehave(stage, new Behaviour(0, 5, true))),
				new Fault("one refuses connections", false, (stage) -> misbehave(stage, new Behaviour(0, 0, false))),
				new Fault("all are restarted in turn", false, Fault::restartAll),
				new Fault("kill -9 of a whole zone", false, Fault::killZone),
				new Fault("the name moves, the old one dies", true, Fault::move));
	}

	private static void kill(Stage stage) {
		Instance one = stage.instances().getFirst();
		one.kill();
		Stage.watch(4);
		one.start();
	}

	private static void hang(Stage stage) {
		Instance one = stage.instances().getFirst();
		one.signal(Signal.STOP);
		Stage.watch(5);
		one.signal(Signal.CONT);
	}

	private static void misbehave(Stage stage, Behaviour behaviour) {
		Instance one = stage.instances().getFirst();
		one.behave(behaviour);
		Stage.watch(5);
		one.behave(Behaviour.GOOD);
	}

	private static void restartAll(Stage stage) {
		stage.instances().forEach((instance) -> {
			instance.stop();
			instance.start();
			Stage.watch(2);
		});
	}

	private static void killZone(Stage stage) {
		List<Instance> zone = stage.instances().subList(0, 2);
		zone.forEach(Instance::kill);
		Stage.watch(4);
		zone.forEach(Instance::start);
	}

	private static void move(Stage stage) {
		stage.pointTo(1);
		// So long a change may take to be seen.
		Stage.watch(3);
		stage.named().getFirst().kill();
		Stage.watch(3);
	}

	/**
	 * Lets it happen, and returns when it is over and noticed to be.
	 */
	void happen(Stage stage) {
		this.act.accept(stage);
		Stage.watch(AFTERWARDS);
	}

	/**
	 * Where those shop whom it concerns.
	 */
	int port(Stage stage) {
		return this.byName ? stage.following().port() : stage.gateway().port();
	}

}
