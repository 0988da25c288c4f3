package dev.clickpath.storefront.order;

import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;

import dev.clickpath.storefront.address.Address;
import dev.clickpath.storefront.money.Money;
import dev.clickpath.storefront.payment.CardToken;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.jdbc.core.RowMapper;
import org.springframework.stereotype.Component;

/**
 * Orders as rows. Lines and steps travel as JSON, so that an order goes to the database
 * and comes from it in one statement.
 */
@Component
class OrderRows implements RowMapper<Order> {

	/** What {@link #mapRow} reads, of a row of orders called {@code o}. */
	static final String COLUMNS = """
			o.id, o.customer, o.visitor, o.form_key, o.form_digest, o.state, o.reason, o.currency, o.delivery,
			o.delivery_day, o.delivery_price, o.region, o.address::text as address, o.card_token, o.card_last_four,
			o.received_at, o.expires_at, o.version, o.attempts, (
				select json_agg(json_build_object('position', l.position, 'product', l.product, 'slug', l.slug, 'title', l.title, 'brand', l.brand,
					'department', l.department, 'picture', l.picture, 'quantity', l.quantity, 'price', l.price,
					'catalogue', l.catalogue_price, 'currency', l.catalogue_currency, 'rate', l.rate) order by l.position)
				from order_line l where l.order_id = o.id
			)::text as lines
			""";

	private final JsonMapper json;

	OrderRows(JsonMapper json) {
		this.json = json;
	}

	String json(Address address) {
		return this.json.writeValueAsString(address);
	}

	String steps(List<Order.Step> steps) {
		return this.json.writeValueAsString(steps);
	}

	String json(List<OrderLine> lines) {
		Line[] rows = new Line[lines.size()];
		Arrays.setAll(rows, (position) -> Line.of(position, lines.get(position)));
		return this.json.writeValueAsString(rows);
	}

	@Override
	public Order mapRow(ResultSet row, int number) throws SQLException {
		String currency = row.getString("currency");
		Delivery delivery = new Delivery(row.getString("delivery"), row.getObject("delivery_day", LocalDate.class),
				new Money(row.getLong("delivery_price"), currency), row.getString("region"),
				this.json.readValue(row.getString("address"), Address.class));
		List<OrderLine> lines = Arrays.stream(this.json.readValue(row.getString("lines"), Line[].class))
			.map((line) -> line.in(currency))
			.toList();
		Placement placement = new Placement(row.getObject("id", UUID.class), row.getObject("customer", UUID.class),
				row.getString("visitor"), row.getObject("form_key", UUID.class), row.getString("form_digest"), lines,
				delivery, new CardToken(row.getString("card_token"), row.getString("card_last_four")));
		@Nullable String reason = row.getString("reason");
		@Nullable OffsetDateTime expiresAt = row.getObject("expires_at", OffsetDateTime.class);
		return Order.of(placement, OrderState.valueOf(row.getString("state")),
				(reason != null) ? Reason.valueOf(reason) : null, (expiresAt != null) ? expiresAt.toInstant() : null,
				new Order.Stored(row.getLong("version"), row.getInt("attempts"), instant(row, "received_at")));
	}

	static Instant instant(ResultSet row, String column) throws SQLException {
		return row.getObject(column, OffsetDateTime.class).toInstant();
	}

	/** A line as JSON: amounts without their currencies, which stand beside them. */
	private record Line(int position, String product, String slug, String title, String brand, String department,
			@Nullable String picture, int quantity, long price, long catalogue, String currency, BigDecimal rate) {

		static Line of(int position, OrderLine line) {
			return new Line(position, line.product(), line.slug(), line.title(), line.brand(), line.department(),
					line.picture(), line.quantity(), line.price().amount(), line.cataloguePrice().amount(),
					line.cataloguePrice().currency(), line.rate());
		}

		OrderLine in(String orderCurrency) {
			return new OrderLine(this.product, this.slug, this.title, this.brand, this.department, this.picture,
					this.quantity, new Money(this.price, orderCurrency), new Money(this.catalogue, this.currency),
					this.rate);
		}

	}

}
