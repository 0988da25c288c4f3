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

	private static final int BETWEEN_RESTARTS = 2;

	/** So long a change of a name may take to be seen. */
	private static final int MOVING = 3;

	static List<Fault> all() {
		return List.of(new Fault("nothing", false, Stage::endure), new Fault("kill -9 of one", false, Fault::kill),
				new Fault("SIGSTOP of one", false, Fault::hang),
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
		stage.endure();
		one.start();
	}

	private static void hang(Stage stage) {
		Instance one = stage.instances().getFirst();
		one.signal(Signal.STOP);
		stage.endure();
		one.signal(Signal.CONT);
	}

	private static void misbehave(Stage stage, Behaviour behaviour) {
		Instance one = stage.instances().getFirst();
		one.behave(behaviour);
		stage.endure();
		one.behave(Behaviour.GOOD);
	}

	private static void restartAll(Stage stage) {
		stage.instances().forEach((instance) -> {
			instance.stop();
			instance.start();
			Stage.watch(BETWEEN_RESTARTS);
		});
	}

	private static void killZone(Stage stage) {
		List<Instance> zone = stage.instances().subList(0, 2);
		zone.forEach(Instance::kill);
		stage.endure();
		zone.forEach(Instance::start);
	}

	private static void move(Stage stage) {
		stage.pointTo(1);
		Stage.watch(MOVING);
		stage.named().getFirst().kill();
		stage.endure();
	}

	/**
	 * Lets it happen, and returns when it is over and noticed to be.
	 */
	void happen(Stage stage) {
		this.act.accept(stage);
		stage.recover();
	}

	/**
	 * Where those shop whom it concerns.
	 */
	int port(Stage stage) {
		return this.byName ? stage.following().port() : stage.gateway().port();
	}

}
