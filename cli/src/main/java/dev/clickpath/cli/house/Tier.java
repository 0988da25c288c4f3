package dev.clickpath.cli.house;

/**
 * How far inside the house a process stands. The shop stops from the outside in, so that
 * nobody is let in who cannot be served: tiers later in this list stop first.
 */
public enum Tier {

	DATABASE, BACKEND, STOREFRONT, ENTRANCE

}
