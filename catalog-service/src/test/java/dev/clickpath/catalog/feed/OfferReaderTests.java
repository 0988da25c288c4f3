package dev.clickpath.catalog.feed;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

import dev.clickpath.catalog.product.Attribute;
import dev.clickpath.catalog.product.Money;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

class OfferReaderTests {

	private final OfferReader reader = new OfferReader();

	@Test
	void takesWhatTheRowSays() throws RefusedException {
		Offer offer = this.reader.read(Map.ofEntries(Map.entry("id", "K-1"), Map.entry("title", "Brenna Kettle, 1.2 l"),
				Map.entry("description", "It boils.\r\n\r\n\r\nSoon."), Map.entry("brand", "Brenna"),
				Map.entry("product_type", "Kitchen > Kettles > Electric > Small"), Map.entry("price", "49.90 USD"),
				Map.entry("sale_price", "39.90 USD"), Map.entry("availability", "in stock"), Map.entry("quantity", "7"),
				Map.entry("image_link", "https://pictures.example/kettle.jpg"), Map.entry("color", "Forest green"),
				Map.entry("mpn", "WH-1000")));
		assertThat(offer).isEqualTo(new Offer("K-1", "brenna-kettle-1-2-l", "Brenna Kettle, 1.2 l", "Brenna",
				List.of("Kitchen", "Kettles", "Electric", "Small"), Money.usd(3990), Money.usd(4990), 7,
				"It boils.\n\nSoon.", List.of(new Attribute("Type", "Electric › Small"),
						new Attribute("Colour", "Forest green"), new Attribute("MPN", "WH-1000")),
				"https://pictures.example/kettle.jpg", "Forest green"));
	}

	@Test
	void fewFieldsAreEnough() throws RefusedException {
		Offer offer = read();
		assertThat(offer.brand()).isEqualTo("Unbranded");
		assertThat(offer.shelf()).containsExactly("Other");
		assertThat(offer.quantity()).isEqualTo(100);
		assertThat(offer.oldPrice()).isNull();
	}

	@Test
	void markupIsText() throws RefusedException {
		String markup = "<script>alert('a')</script> & <b>\"bold\"</b>";
		assertThat(read("title", markup, "description", markup).title()).isEqualTo(markup);
		assertThat(read("title", markup, "description", markup).description()).isEqualTo(markup);
	}

	@Test
	void whatNobodyCanSeeIsLeftOut() throws RefusedException {
		assertThat(read("title", " A\u0000b\u001b \u202ec\u2028d ").title()).isEqualTo("Ab c d");
	}

	@ParameterizedTest
	@ValueSource(strings = { "a b", "a/b", "..", "-", "a,b", "a?b", "é", "a\u0000", "<b>",
			"x1234567890123456789012345678901234567890123456789012345678901234" })
	void anIdThatDoesNotStandInAnAddressIsRefused(String id) {
		refuses("id", "id", id);
	}

	@ParameterizedTest
	@ValueSource(strings = { "12345", "SKU_1-2.3", "B0", "shop_DE_123_456" })
	void usualIdsAreTaken(String id) throws RefusedException {
		assertThat(read("id", id).id()).isEqualTo(id);
	}

	@ParameterizedTest
	@CsvSource({ "12.95 USD,1295,USD", "12.9 EUR,1290,EUR", "12EUR,1200,EUR", "1500 JPY,1500,JPY",
			"1500.00 JPY,1500,JPY", "12.950 USD,1295,USD", "0.01 gbp,1,GBP", "1.234 KWD,1234,KWD" })
	void readsPricesInMinorUnits(String text, long amount, String currency) throws RefusedException {
		assertThat(read("price", text).price()).isEqualTo(new Money(amount, currency));
	}

	@ParameterizedTest
	@ValueSource(strings = { "-5 USD", "0 USD", "0.00 USD", "12.955 USD", "12,95 EUR", "1,299.00 USD", "12.95", "USD",
			"NaN USD", "1e9 USD", "1000000000.01 USD", "999999999999999999 USD", "12.95 XXX", "12.95 QQQ", "15.5 JPY",
			"١٢ USD", "12.95 USD EUR", "" })
	void refusesPricesThatAreNone(String text) {
		refuses("price", "price", text);
	}

	@Test
	void aSalePriceThatIsNotLowerChangesNothing() throws RefusedException {
		Offer offer = read("price", "10 USD", "sale_price", "10 USD");
		assertThat(offer.price()).isEqualTo(Money.usd(1000));
		assertThat(offer.oldPrice()).isNull();
		refuses("sale_price", "sale_price", "5 EUR");
	}

	@ParameterizedTest
	@CsvSource({ "in_stock,5,5", "In Stock,5,5", "out of stock,5,0", "preorder,5,0", "backorder,,0", "in_stock,,100",
			"in_stock,0,0", ",3,3" })
	void whatCannotBeHadNowIsNotInStock(String availability, String quantity, int pieces) throws RefusedException {
		Map<String, String> more = new HashMap<>();
		if (availability != null) {
			more.put("availability", availability);
		}
		if (quantity != null) {
			more.put("quantity", quantity);
		}
		Map<String, String> row = new HashMap<>(Map.of("id", "1", "title", "Kettle", "price", "1 USD"));
		row.putAll(more);
		assertThat(this.reader.read(row).quantity()).isEqualTo(pieces);
	}

	@ParameterizedTest
	@CsvSource({ "availability,perhaps", "quantity,-1", "quantity,1.5", "quantity,99999999999999999999",
			"quantity,1000001", "quantity,many", "image_link,javascript:alert(1)", "image_link,data:image/png;base64",
			"image_link,ftp://host/a.jpg", "image_link,file:///etc/passwd" })
	void refusesOddValuesAndNamesTheField(String field, String value) {
		refuses(field, field, value);
	}

	@ParameterizedTest
	@ValueSource(
			strings = { "https://host/a b.jpg", "HTTP://HOST/A.JPG", "/media/kettle/forest.svg", "pictures/a.jpg" })
	void takesAddressesOfPictures(String link) throws RefusedException {
		assertThat(read("image_link", link).imageLink()).isEqualTo(link);
	}

	@Test
	void nothingIsLongerThanItMayBe() {
		refuses("title", "title", "x".repeat(501));
		refuses("brand", "brand", "x".repeat(101));
		refuses("description", "description", "x".repeat(20_001));
		refuses("color", "color", "x".repeat(201));
		refuses("image_link", "image_link", "/" + "x".repeat(2_000));
		refuses("product_type", "product_type", "x".repeat(81));
		refuses("product_type", "product_type", "a > ".repeat(11));
	}

	@Test
	void aTitleInAnotherScriptStillHasAnAddress() throws RefusedException {
		assertThat(read("title", "電気ケトル").slug()).isEqualTo("product");
		assertThat(read("title", "Very " + "long ".repeat(60)).slug()).hasSizeLessThanOrEqualTo(80).endsWith("long");
	}

	@Test
	void whatIsRepeatedInAReasonIsShortAndSafe() {
		assertThat(RefusedException.quote("a\u001b[31m\n" + "x".repeat(100))).hasSize(63)
			.startsWith("\"a\ufffd[31m\ufffdxxx")
			.endsWith("…\"");
	}

	private Offer read(String... more) throws RefusedException {
		Map<String, String> row = new HashMap<>(Map.of("id", "1", "title", "Kettle", "price", "12.95 USD"));
		for (int i = 0; i < more.length; i += 2) {
			row.put(more[i], more[i + 1]);
		}
		return this.reader.read(row);
	}

	private void refuses(String named, String field, String value) {
		assertThatExceptionOfType(RefusedException.class).isThrownBy(() -> read(field, value))
			.satisfies((ex) -> assertThat(ex.reason()).contains(named));
	}

}
