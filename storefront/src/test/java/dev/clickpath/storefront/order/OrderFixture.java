package dev.clickpath.storefront.order;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import dev.clickpath.defaults.testing.TestPostgres;
import dev.clickpath.storefront.address.Address;
import dev.clickpath.storefront.address.Country;
import dev.clickpath.storefront.basket.Baskets;
import dev.clickpath.storefront.money.Money;
import dev.clickpath.storefront.payment.CardProvider;
import dev.clickpath.storefront.payment.PaymentFixture;
import dev.clickpath.storefront.payment.TestCard;
import dev.clickpath.storefront.reservation.Reservations;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import org.flywaydb.core.Flyway;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.boot.jdbc.autoconfigure.JdbcConnectionDetails;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionCallback;
import org.springframework.transaction.support.TransactionOperations;
import org.springframework.transaction.support.TransactionTemplate;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Everything an order needs, over a real PostgreSQL: storefronts that share it, a
 * warehouse and a provider, and a look into all books.
 */
final class OrderFixture implements AutoCloseable {

	static final Address ADDRESS = new Address("Ada Byron", "Lindenstraße 7", "", "10969", "Berlin", "", Country.DE,
			"");

	final Faults faults = new Faults();

	final ScriptedWarehouse warehouse = new ScriptedWarehouse(this.faults);

	final OrderProperties properties = new OrderProperties(Duration.ofMinutes(1), Duration.ofMinutes(15),
			Duration.ofSeconds(12), Duration.ZERO, Duration.ofMinutes(2), Duration.ofMinutes(5), Duration.ofMinutes(10),
			500, Duration.ofHours(1));

	final JdbcClient jdbc;

	final CardProvider provider;

	final Orders orders;

	private final HikariDataSource database;

	final SimpleMeterRegistry meters = new SimpleMeterRegistry();

	private final InstantSource clock = InstantSource.system();

	OrderFixture() {
		JdbcConnectionDetails details = TestPostgres.freshDatabase();
		HikariConfig config = new HikariConfig();
		config.setJdbcUrl(details.getJdbcUrl());
		config.setUsername(details.getUsername());
		config.setPassword(details.getPassword());
		this.database = new HikariDataSource(config);
		Flyway.configure().dataSource(this.database).load().migrate();
		this.jdbc = JdbcClient.create(this.database);
		this.provider = new UnreliableProvider(PaymentFixture.provider(this.jdbc), this.faults);
		this.orders = new Orders(this.jdbc, new OrderRows(JsonMapper.shared()), this.properties, this.clock);
	}

	/**
	 * A storefront; all there are share everything but their memory.
	 */
	Storefront storefront() {
		return new Storefront(new OrderDesk(this.orders, saga()), worker(this.properties));
	}

	/**
	 * A storefront's worker with properties of its own.
	 */
	OrderWorker worker(OrderProperties properties) {
		return new OrderWorker(this.orders, saga(), properties);
	}

	/**
	 * A desk with properties of its own.
	 */
	OrderDesk desk(OrderProperties properties) {
		return new OrderDesk(new Orders(this.jdbc, new OrderRows(JsonMapper.shared()), properties, this.clock), saga());
	}

	private OrderSaga saga() {
		Confirmation confirmation = new Confirmation(this.orders, new Baskets(this.jdbc), transaction());
		return new OrderSaga(this.orders, new Reservations(this.warehouse, JsonMapper.shared()), this.provider,
				confirmation, this.properties, this.clock, new OrderMetrics(this.meters));
	}

	/**
	 * Whether the order was placed and is yet to be told of.
	 */
	boolean isUntold(UUID order) {
		return this.jdbc.sql("select exists (select from untold_purchase where order_id = :order)")
			.param("order", order)
			.query(Boolean.class)
			.single();
	}

	/**
	 * All leases end and all pauses are over, though nothing else comes to its time.
	 */
	void someSecondsPass() {
		this.jdbc
			.sql("""
					update orders set lease_until = lease_until - interval '1 minute',
						due_at = case when due_at < now() + interval '1 minute' then due_at - interval '1 minute' else due_at end
					""")
			.update();
	}

	/**
	 * Everything that has a time to come has come to it.
	 */
	void hoursPass() {
		this.jdbc
			.sql("""
					update orders set received_at = received_at - interval '3 hours', expires_at = expires_at - interval '3 hours',
						due_at = due_at - interval '3 hours', lease_until = lease_until - interval '3 hours'
					""")
			.update();
	}

	/**
	 * Another storefront's worker looks after everything until nothing is left to do.
	 */
	void recover() {
		OrderWorker worker = storefront().worker();
		for (int round = 0; round < 5; round++) {
			someSecondsPass();
			worker.work();
		}
	}

	Order find(Placement placement) {
		return this.orders.find(placement.id(), placement.customer()).orElseThrow();
	}

	int inBasket(Placement placement, String product) {
		return this.jdbc.sql(
				"select coalesce(sum(quantity), 0)::integer from basket_line where visitor = :visitor and product = :product")
			.param("visitor", placement.visitor())
			.param("product", product)
			.query(Integer.class)
			.single();
	}

	void fillBasket(Placement placement, String product, int quantity) {
		this.jdbc.sql("insert into basket_line (visitor, product, quantity) values (:visitor, :product, :quantity)")
			.param("visitor", placement.visitor())
			.param("product", product)
			.param("quantity", quantity)
			.update();
	}

	/**
	 * How often money went one way for the order.
	 */
	int booked(UUID order, String kind) {
		return this.jdbc.sql("select count(*)::integer from payment_provider.booking where key = :key and kind = :kind")
			.param("key", order.toString())
			.param("kind", kind)
			.query(Integer.class)
			.single();
	}

	/**
	 * Looks into all books at once: nobody was charged twice, money and stock are with
	 * the shop for those orders alone that were bought, and every order took only steps
	 * that are allowed.
	 */
	void audit() {
		Map<UUID, Books> books = this.jdbc
			.sql("""
					select o.id, o.state,
						(select count(*) from payment_provider.booking where key = o.id::text and kind = 'CHARGED') as charged,
						(select count(*) from payment_provider.booking where key = o.id::text and kind = 'REFUNDED') as refunded,
						(select string_agg(e.state, ' ' order by e.id) from order_event e where e.order_id = o.id) as steps
					from orders o
					""")
			.query(Books.class)
			.list()
			.stream()
			.collect(Collectors.toMap(Books::id, Function.identity()));
		books.values().forEach((order) -> audit(order));
		assertThat(books.keySet().stream().map(UUID::toString)).containsAll(this.warehouse.held().keySet())
			.containsAll(this.warehouse.sent().keySet());
	}

	private void audit(Books order) {
		OrderState state = order.state();
		assertThat(state.isInHand()).as("%s is left", order).isFalse();
		assertThat(order.charged()).as("charges of %s", order).isLessThanOrEqualTo(1);
		assertThat(order.charged() - order.refunded()).as("paid of %s", order).isEqualTo(state.isBought() ? 1 : 0);
		assertThat(this.warehouse.held().containsKey(order.id().toString())).as("held for %s", order)
			.isEqualTo(EnumSet.of(OrderState.WAITING, OrderState.PLACED, OrderState.PACKED).contains(state));
		assertThat(this.warehouse.sent().containsKey(order.id().toString())).as("sent for %s", order)
			.isEqualTo(state == OrderState.SENT || state == OrderState.DELIVERED);
		List<OrderState> steps = Arrays.stream(order.steps().split(" ")).map(OrderState::valueOf).toList();
		assertThat(steps).as("%s", order).startsWith(OrderState.RECEIVED).endsWith(state);
		for (int i = 1; i < steps.size(); i++) {
			assertThat(steps.get(i - 1).leadsTo(steps.get(i))).as("%s", order).isTrue();
		}
	}

	private TransactionOperations transaction() {
		TransactionTemplate template = new TransactionTemplate(new JdbcTransactionManager(this.database));
		return new TransactionOperations() {
			@Override
			public <T extends @Nullable Object> T execute(TransactionCallback<T> action) {
				return OrderFixture.this.faults.at(Faults.Step.PLACE, () -> template.execute(action),
						DataAccessResourceFailureException::new);
			}
		};
	}

	@Override
	public void close() {
		this.database.close();
	}

	static PlacementBuilder placement() {
		return new PlacementBuilder();
	}

	/**
	 * What all books together say of an order.
	 */
	private record Books(UUID id, OrderState state, int charged, int refunded, String steps) {
	}

	/**
	 * A storefront, as far as orders are concerned.
	 */
	record Storefront(OrderDesk desk, OrderWorker worker) {
	}

	/**
	 * Two kettles and a cup, to be paid with a card that is accepted, unless it is said
	 * otherwise.
	 */
	static final class PlacementBuilder {

		private TestCard card = TestCard.ACCEPTED;

		private UUID customer = UUID.randomUUID();

		private UUID formKey = UUID.randomUUID();

		private String kettle = "kettle";

		PlacementBuilder card(TestCard card) {
			this.card = card;
			return this;
		}

		PlacementBuilder of(Placement other) {
			this.customer = other.customer();
			this.formKey = other.formKey();
			return this;
		}

		PlacementBuilder customer(UUID customer) {
			this.customer = customer;
			return this;
		}

		PlacementBuilder kettle(String kettle) {
			this.kettle = kettle;
			return this;
		}

		Placement build() {
			return new Placement(UUID.randomUUID(), this.customer, "visitor_" + this.customer, this.formKey, "digest",
					List.of(line(this.kettle, 2, 1_000), line("cup", 1, 450)),
					new Delivery("standard", LocalDate.of(2026, 12, 1), new Money(490, "EUR"), "eu", ADDRESS),
					PaymentFixture.token(this.card));
		}

		private static OrderLine line(String product, int quantity, long price) {
			return new OrderLine(product, product, "A " + product, "Brenna", "kitchen", null, quantity,
					new Money(price, "EUR"), new Money(price, "USD"), BigDecimal.ONE);
		}

	}

}
