package dev.clickpath.storefront.order;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

import org.springframework.jdbc.core.simple.JdbcClient.StatementSpec;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/**
 * All orders, in the database, with every step they took. Whoever works on an order has
 * taken it in hand: until the lease ends nobody else does, and afterwards nothing of the
 * former can be stored any more, since the version has risen.
 */
@Repository
class Orders {

	private static final String IN_HAND = "'RECEIVED', 'RESERVED', 'WAITING', 'PAID', 'UNDOING'";

	private static final String ON_THEIR_WAY = "'PLACED', 'PACKED', 'SENT'";

	/** The lines as {@link OrderRows#json(List)} writes them. */
	private static final String RECEIVE = """
			with made as (
				insert into orders (id, customer, visitor, form_key, form_digest, state, currency, total, delivery,
					delivery_day, delivery_price, region, address, card_token, card_last_four, due_at, lease_until)
				select :id, :customer, :visitor, :key, :digest, 'RECEIVED', :currency, :total, :delivery,
					:day, :price, :region, cast(:address as jsonb), :card, :lastFour, now(),
					now() + :lease * interval '1 ms'
				where :most > (select count(*) from orders lately where lately.customer = :customer
					and lately.received_at > now() - :within * interval '1 ms')
				on conflict (customer, form_key) do nothing
				returning id, version, received_at
			), lines as (
				insert into order_line (order_id, position, product, slug, title, brand, department, picture, quantity,
					price, catalogue_price, catalogue_currency, rate)
				select made.id, line.position, line.product, line.slug, line.title, line.brand, line.department,
					line.picture, line.quantity, line.price, line.catalogue, line.currency, line.rate
				from made, jsonb_to_recordset(cast(:lines as jsonb)) as line (position integer, product text, slug text,
					title text, brand text, department text, picture text, quantity integer, price bigint,
					catalogue bigint, currency text, rate numeric)
			), noted as (
				insert into order_event (order_id, state) select id, 'RECEIVED' from made
			)
			select version, received_at from made
			""";

	private final JdbcClient jdbc;

	private final OrderRows rows;

	private final OrderProperties properties;

	private final InstantSource clock;

	Orders(JdbcClient jdbc, OrderRows rows, OrderProperties properties, InstantSource clock) {
		this.jdbc = jdbc;
		this.rows = rows;
		this.properties = properties;
		this.clock = clock;
	}

	/**
	 * Writes the order down and takes it in hand, unless the form has made one before or
	 * the customer orders too often: then it gives nothing and has done nothing.
	 */
	Optional<Order> receive(Placement placement) {
		Delivery delivery = placement.delivery();
		return this.jdbc.sql(RECEIVE)
			.param("id", placement.id())
			.param("customer", placement.customer())
			.param("visitor", placement.visitor())
			.param("key", placement.formKey())
			.param("digest", placement.formDigest())
			.param("currency", placement.total().currency())
			.param("total", placement.total().amount())
			.param("delivery", delivery.way())
			.param("day", delivery.day())
			.param("price", delivery.price().amount())
			.param("region", delivery.region())
			.param("address", this.rows.json(delivery.address()))
			.param("card", placement.card().value())
			.param("lastFour", placement.card().lastFour())
			.param("lines", this.rows.json(placement.lines()))
			.param("lease", this.properties.lease().toMillis())
			.param("most", this.properties.most())
			.param("within", this.properties.within().toMillis())
			.query((row, number) -> Order.of(placement, OrderState.RECEIVED, null, null,
					new Order.Stored(row.getLong("version"), 0, OrderRows.instant(row, "received_at"))))
			.optional();
	}

	/**
	 * Stores the steps taken; that it was placed is yet to be told. An order with which
	 * something is to be done at once stays in hand; any other is let go until its time
	 * comes.
	 * @throws OvertakenException when it is in other hands by now
	 */
	Order store(Order order) {
		boolean inHand = order.state().isInHand();
		Duration due = due(order);
		@Nullable Instant expiresAt = order.expiresAt();
		return this.jdbc.sql("""
				with moved as (
					update orders set state = :state, reason = :reason, expires_at = cast(:expires as timestamptz),
						version = version + 1, attempts = 0, due_at = now() + cast(:due as bigint) * interval '1 ms',
						lease_until = now() + cast(:lease as bigint) * interval '1 ms'
					where id = :id and version = :version
					returning id, version
				), noted as (
					insert into order_event (order_id, state, detail)
					select moved.id, step.state, step.detail
					from moved, jsonb_to_recordset(cast(:steps as jsonb)) as step (state text, detail text)
				), untold as (
					insert into untold_purchase (order_id) select id from moved where :state = 'PLACED'
				)
				select version from moved
				""")
			.param("state", order.state().name())
			.param("reason", (order.reason() != null) ? order.reason().name() : null)
			.param("expires", (expiresAt != null) ? expiresAt.toString() : null)
			.param("due", (due != null) ? due.toMillis() : null)
			.param("lease", inHand ? this.properties.lease().toMillis() : null)
			.param("steps", this.rows.steps(order.steps()))
			.param("id", order.id())
			.param("version", order.version())
			.query(Long.class)
			.optional()
			.map(order::stored)
			.orElseThrow(() -> new OvertakenException(order.id()));
	}

	/**
	 * Lets an order go that could not be helped on, to be looked at again after a pause.
	 */
	void leave(Order order, Duration pause) {
		this.jdbc.sql("""
				update orders set version = version + 1, attempts = attempts + 1, lease_until = null,
					due_at = now() + :pause * interval '1 ms'
				where id = :id and version = :version
				""")
			.param("pause", pause.toMillis())
			.param("id", order.id())
			.param("version", order.version())
			.update();
	}

	/**
	 * Takes orders in hand that are due to be finished or given up and in nobody's hands,
	 * the longest due first.
	 */
	List<Order> takeUnfinished(int most) {
		return take(IN_HAND, most);
	}

	/**
	 * Takes orders in hand that are due to be packed, sent or delivered.
	 */
	List<Order> takeOnTheirWay(int most) {
		return take(ON_THEIR_WAY, most);
	}

	/**
	 * Takes an order in hand that waits for its shopper, unless somebody has it in hand.
	 */
	Optional<Order> takeWaiting(UUID order, UUID customer) {
		return lease(this.jdbc
			.sql("""
					update orders o set version = version + 1, lease_until = now() + :lease * interval '1 ms', due_at = now()
					where id = :id and customer = :customer and state = 'WAITING'
						and (lease_until is null or lease_until <= now())
					returning"""
					+ " " + OrderRows.COLUMNS))
			.param("id", order)
			.param("customer", customer)
			.query(this.rows)
			.optional();
	}

	/**
	 * The customer's order, empty when there is none or it is another's.
	 */
	Optional<Order> find(UUID order, UUID customer) {
		return this.jdbc
			.sql("select " + OrderRows.COLUMNS + " from orders o where o.id = :id and o.customer = :customer")
			.param("id", order)
			.param("customer", customer)
			.query(this.rows)
			.optional();
	}

	/**
	 * The order that the customer's form made, if it made one.
	 */
	Optional<Order> madeBy(UUID formKey, UUID customer) {
		return this.jdbc
			.sql("select " + OrderRows.COLUMNS + " from orders o where o.customer = :customer and o.form_key = :key")
			.param("customer", customer)
			.param("key", formKey)
			.query(this.rows)
			.optional();
	}

	/**
	 * A stretch of the customer's orders, the latest first.
	 */
	List<Order> of(UUID customer, int skip, int most) {
		return this.jdbc.sql("select " + OrderRows.COLUMNS + """
				 from orders o where o.customer = :customer
				order by o.received_at desc, o.id offset :skip limit :most
				""").param("customer", customer).param("skip", skip).param("most", most).query(this.rows).list();
	}

	int count(UUID customer) {
		return this.jdbc.sql("select count(*)::integer from orders where customer = :customer")
			.param("customer", customer)
			.query(Integer.class)
			.single();
	}

	/**
	 * All that happened to an order, in its order.
	 */
	List<OrderEvent> events(UUID order) {
		return this.jdbc.sql("select state, detail, at from order_event where order_id = :order order by id")
			.param("order", order)
			.query((row, number) -> new OrderEvent(OrderState.valueOf(row.getString("state")), row.getString("detail"),
					OrderRows.instant(row, "at")))
			.list();
	}

	boolean hasBought(UUID customer, String product) {
		return this.jdbc.sql("""
				select exists (
					select from orders o join order_line l on l.order_id = o.id
					where o.customer = :customer and l.product = :product
						and o.state in ('PLACED', 'PACKED', 'SENT', 'DELIVERED')
				)
				""").param("customer", customer).param("product", product).query(Boolean.class).single();
	}

	private List<Order> take(String states, int most) {
		return lease(this.jdbc.sql("""
				with due as (
					select id from orders
					where state in (%s) and due_at <= now() and (lease_until is null or lease_until <= now())
					order by due_at limit :most for update skip locked
				)
				update orders o set version = version + 1, lease_until = now() + :lease * interval '1 ms'
				from due where o.id = due.id
				returning %s
				""".formatted(states, OrderRows.COLUMNS))).param("most", most).query(this.rows).list();
	}

	private StatementSpec lease(StatementSpec statement) {
		return statement.param("lease", this.properties.lease().toMillis());
	}

	/** How long nothing is to be done with it; null when nothing is to be done ever. */
	private @Nullable Duration due(Order order) {
		return switch (order.state()) {
			case RECEIVED, RESERVED, PAID, UNDOING -> Duration.ZERO;
			case WAITING -> Duration.between(this.clock.instant(), Objects.requireNonNull(order.expiresAt()));
			case PLACED -> this.properties.packing();
			case PACKED -> this.properties.sending();
			case SENT -> this.properties.travel();
			case DELIVERED, DECLINED, RELEASED, ABANDONED, CANCELLED -> null;
		};
	}

}
