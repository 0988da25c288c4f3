package dev.clickpath.cli.load.accounting;

/**
 * How something can go wrong.
 */
public enum Failure {

	UNREACHABLE("no connection", "Is the shop up? ./clickpath status tells."),

	TOO_LATE("no answer in time", "The shop cannot keep up with so many shoppers: fewer --users, or more storefronts."),

	BROKEN_OFF("broke off", "Whoever was answering died, or closed the connection too early."),

	SERVER_ERROR("5xx", "./clickpath logs tells what the services had to say."),

	TOO_MANY("429, too many requests",
			"A limit was met: the gateway's are clickpath.gateway.limits.*, and it believes shoppers who say that they are many "
					+ "only where clickpath.gateway.trusted-proxies names the machine they come from."),

	CLIENT_ERROR("another status",
			"421 means that clickpath.gateway.listening.hosts does not name the address that was asked."),

	WRONG_CONTENT("wrong content", "The answer came, and was not what was asked for."),

	WRONG_PERSON("somebody else's page", "Somebody saw another person's name, or was taken for a stranger."),

	WRONG_BASKET("wrong basket", "The basket does not hold what was put into it.");

	private final String label;

	private final String advice;

	Failure(String label, String advice) {
		this.label = label;
		this.advice = advice;
	}

	/** For people. */
	public String label() {
		return this.label;
	}

	/** What it means, or what to do. */
	public String advice() {
		return this.advice;
	}

}
