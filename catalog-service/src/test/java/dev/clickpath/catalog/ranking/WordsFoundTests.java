package dev.clickpath.catalog.ranking;

import java.io.IOException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

import dev.clickpath.catalog.product.Attribute;
import dev.clickpath.catalog.product.Money;
import dev.clickpath.catalog.product.Product;
import dev.clickpath.catalog.product.Ratings;
import org.apache.lucene.store.ByteBuffersDirectory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;

class WordsFoundTests {

	private static final Synonyms SYNONYMS = Synonyms
		.of(List.of("# a remark", "tv, television", "notebook => laptop", "mobile phone, smartphone"));

	@ParameterizedTest
	@CsvSource(delimiter = '|', textBlock = """
			Acme WH-1000XM4 Headphones, Black   | wh-1000xm4
			Acme WH-1000XM4 Headphones, Black   | WH1000XM4
			Acme WH-1000XM4 Headphones, Black   | wh 1000xm4
			Acme WH-1000XM4 Headphones, Black   | 1000xm4
			Acme WH-1000XM4 Headphones, Black   | wh1000
			Acme WH-1000XM4 Headphones, Black   | xm4 headphone
			Acme EOS R5 Body                    | eosr5
			Acme EOS R5 Body                    | EOS-R5
			Acme KD-55X80K Television           | kd55x80k tv
			Acme T-shirt, Navy                  | tshirt
			Acme T-shirt, Navy                  | t shirts
			Acme Tshirt, Navy                   | t-shirt
			Acme Power Bank 10,000 mAh          | powerbank
			Acme Powerbank 10000mAh             | power bank 10000 mah
			Acme Laptop, 16 GB                  | laptop 16gb
			Acme Laptop 16GB 1TB                | 16 gb 1000gb
			Acme Bottle, 0.5 l                  | bottle 500ml
			Acme Tablet 10.1-inch               | tablet 10.1"
			Acme Screen 27"                     | 27 inch screen
			Acme Crème Brûlée Dish              | creme brulee
			Acme Knives, Set of Six             | knife
			Acme Wi-Fi Router                   | wifi
			Acme Wireless Mouse                 | mice
			Acme 4K Monitor                     | 4k
			Acme Camp Light                     | camping
			Acme Smartphone                     | mobile phone
			Acme Laptop                         | notebook
			Acme Laptop🔥 New           | laptop
			Acme 🔥Laptop               | laptop
			Acme Laptop\u2122\ufe0f Bag       | laptop bag
			Acme Zusammen\u00adhalt            | zusammenhalt
			""")
	void isFoundByWhatShoppersType(String title, String typed) throws IOException {
		assertThat(ids(typed, title, "Acme Garden Hose", "Acme Sun Hat")).contains("0");
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', textBlock = """
			Acme लैपटॉप बैग               | लैपटॉप
			Acme বৈদ্যুতিক কেটলি          | কেটলি
			Acme மடிக்கணினி பை            | மடிக்கணினி
			Acme กาน้ำร้อนไฟฟ้า            | กาน้ำ
			Acme ກະຕິກນ້ຳ                 | ກະຕິກ
			Acme កំសៀវអគ្គិសនី            | កំសៀវ
			Acme ရေနွေးအိုး               | ရေနွေး
			Acme USBケーブル               | usb ケーブル
			Acme カ\u3099ラスのコップ      | ガラス
			Acme 𠮷野家           | 𠮷
			Acme Βραστήρας                | βραστηρας
			Acme Βραστήρας                | ΒΡΑΣΤΗΡΑΣ
			Acme Зелёный чайник           | зеленый чайник
			Acme Зеленый чаи\u0306ник     | чайник
			Acme حَاسُوب                  | حاسوب
			Acme أدوات                    | ادوات
			Acme لپ\u200cتاپ              | لپتاپ
			Acme מַחְשֵׁב                  | מחשב
			""")
	void isFoundInAnyScript(String title, String typed) throws IOException {
		assertThat(complete(typed, title, "Acme Garden Hose")).isOne();
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', textBlock = """
			Acme पानी        | पीना
			Acme কেটলি       | কেক
			Acme Laptop 16GB | 15gb
			Acme Laptop      | ultrasound
			Acme Notebook    | laptops
			""")
	void isNotFoundByWhatIsSomethingElse(String title, String typed) throws IOException {
		assertThat(ids(typed, title)).isEmpty();
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', textBlock = """
			Acme In-Ear Headphones, Black                                     | in-ear headphones
			Acme In Ear Headphones                                            | in-ear headphones
			Acme In-Ear Headphones                                            | in ear headphones
			Acme Inear Headphones                                             | in-ear headphones
			Acme Ear Headphones                                               | in-ear headphones
			Acme USB-A Hub                                                    | usb-a hub
			Acme USB A Hub                                                    | usb-a hub
			Acme USB Hub                                                      | usb-a hub
			Acme All in One Printer                                           | all-in-one printer
			Acme Salt and Pepper Mill                                         | salt-and-pepper mill
			Acme QXV 13 Laptop c7-1165G7/16GB/1TB/GTR4060/W11                 | gtr laptop
			Acme QXV 13 Laptop c7-1165G7/16GB/1TB/GTR4060/W11                 | 1000 gb laptop
			Acme QXV 13 Laptop c7-1165G7/16GB/1TB/GTR4060/W11                 | laptop 4060
			Acme USB 3.0 Hub                                                  | usb 3 hub
			Acme USB3.0 Hub                                                   | usb 3 hub
			Acme USB 3.0 Hub                                                  | usb3 hub
			Acme USB 3 Hub                                                    | usb 3.0 hub
			Acme USB3 Hub                                                     | usb3.0 hub
			Acme USB 3 Hub                                                    | usb3.0 hub
			Acme Bluetooth-5.0 Headphones                                     | bluetooth 5 headphones
			Acme Headphones 5, Bluetooth                                      | bluetooth5.0 headphones
			""")
	void hasEveryWordThatShoppersType(String title, String typed) throws IOException {
		assertThat(complete(typed, title)).isOne();
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', textBlock = """
			Acme Over-Ear Headphones | in-ear headphones
			Acme USB-C Hub           | usb-a hub
			Acme USB 3.5 Hub         | usb 3 hub
			Acme USB 3 Hub           | usb 3.5 hub
			Acme USB 1.3.0 Hub       | usb 1.3 hub
			Acme USB 30 Hub          | usb 3 hub
			Acme 16 GB RAM Laptop    | 15 gb ram laptop
			""")
	void lacksAWordThatShoppersType(String title, String typed) throws IOException {
		assertThat(complete(typed, title, "Acme In-Ear Plug", "Acme USB-A Plug 3 and 3.5 and 1.3, 15 GB")).isZero();
	}

	@Test
	void aNumberAsItIsTypedIsTheBetterMatch() throws IOException {
		assertThat(ids("usb 3.0 hub", "Acme USB 3 Hub", "Acme USB 3.0 Hub")).containsExactly("1", "0");
	}

	@Test
	void ofAnEndlessCodeNotEverythingIsKept() {
		TermWeights weights = new TermWeights();
		weights.add(new Chunks().of("a1b2c3/".repeat(2_000)), TextField.TITLE);
		weights.add(new Chunks().of(IntStream.range(0, 2_000).mapToObj("x%1$d-"::formatted).collect(joining())),
				TextField.TITLE);
		assertThat(weights.all()).hasSizeLessThan(2_200);
	}

	@Test
	void whatNamesTheThingComesBeforeWhatBelongsToIt() throws IOException {
		assertThat(ids("laptop", "Acme Laptop Bag", "Acme Laptop Charger", "Acme WX-4 Laptop, Black",
				"Charger for Acme Laptop"))
			.startsWith("2");
		assertThat(ids("laptop bag", "Acme Laptop", "Acme Laptop Bag, Red", "Acme Sleeping Bag")).startsWith("1");
	}

	@Test
	void aWholeTitleBrandOrModelNumberComesFirst() throws IOException {
		assertThat(ids("lantern", "Acme Lantern Lantern Stand with Lantern", "Acme Lantern")).first().isEqualTo("1");
		assertThat(ids("orchard", "Acme Orchard Orchard Ladder", "Orchard Spade")).first().isEqualTo("1");
		assertThat(ids("rt 1800", "Acme Rt 1800 mm Pole for Router", "Acme Router RT-1800")).first().isEqualTo("1");
	}

	@ParameterizedTest
	@ValueSource(strings = { "Acme\u00ae", "Acme\u2122", "Acme\u2120", "Acme\u00a9", "Acme -", "Acme:" })
	void theBrandInFrontIsNotTheThing(String brand) throws IOException {
		assertThat(search(
				List.of(product("bag", brand + " Laptop Bag", 100), product("laptop", brand + " Laptop, Black", 0)),
				new Search().words("laptop")))
			.containsExactly("laptop", "bag");
		assertThat(search(List.of(product("stand", brand + " Desk Lamp Desk Lamp Stand", 100),
				product("lamp", brand + " Desk Lamp, Black, Dimmable", 0)), new Search().words("desk lamp")))
			.containsExactly("lamp", "stand");
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', textBlock = """
			ZX-77B4.q            | zx-77b4.q
			ZX-77B4.q            | ZX77B4Q
			ZX-77B4.q            | zx 77b4 q
			B08N5WRWNW           | B08N5WRWNW
			red_garden-hose.kids | red_garden-hose.kids
			""")
	void anIdFindsItsProduct(String id, String typed) throws IOException {
		List<Product> products = List.of(product("1", "Acme Garden Hose Q", 100), product(id, "Acme Kettle", 0),
				product("3", "Acme Garden Hose, Red", 100));
		for (Order order : List.of(Order.RELEVANCE, Order.PRICE_ASC)) {
			Hits hits = hits(products, new Search().words(typed).order(order));
			assertThat(hits.ids()).contains(id);
			assertThat(hits).returns(1L, Hits::complete).returns(null, Hits::corrected);
		}
		assertThat(search(products, new Search().words(typed))).first().isEqualTo(id);
	}

	@Test
	void wordsSideBySideCountMore() throws IOException {
		assertThat(ids("green tea", "Acme Tea Tin, Large, Green Lid", "Acme Green Tea Tin, Large, Lid")).first()
			.isEqualTo("1");
	}

	@Test
	void aProductThatEveryoneBuysIsNoBetterMatch() throws IOException {
		List<Product> products = new ArrayList<>();
		products.add(product("hose", "Acme Garden Hose", 0));
		products.add(product("reel", "Acme Reel for Garden Hose", 100));
		assertThat(search(products, new Search().words("garden hose"))).containsExactly("hose", "reel");
		products.add(product("other", "Acme Garden Hose", 100));
		assertThat(search(products, new Search().words("garden hose"))).containsExactly("other", "hose", "reel");
	}

	private static List<String> ids(String typed, String... titles) throws IOException {
		List<Product> products = new ArrayList<>();
		for (String title : titles) {
			products.add(product(Integer.toString(products.size()), title, 50));
		}
		return search(products, new Search().words(typed).asTyped());
	}

	private static long complete(String typed, String... titles) throws IOException {
		List<Product> products = new ArrayList<>();
		for (String title : titles) {
			products.add(product(Integer.toString(products.size()), title, 50));
		}
		return hits(products, new Search().words(typed).asTyped()).complete();
	}

	private static List<String> search(List<Product> products, Search search) throws IOException {
		return hits(products, search).ids();
	}

	private static Hits hits(List<Product> products, Search search) throws IOException {
		try (ProductIndexBuilder builder = new ProductIndexBuilder(new ByteBuffersDirectory(), new ShelfNames(Map.of()),
				SYNONYMS)) {
			products.forEach(builder::add);
			try (ProductIndex index = builder.build()) {
				return index.search(search.query());
			}
		}
	}

	private static Product product(String id, String title, int popularity) {
		String brand = title.substring(0, title.indexOf(' '));
		return new Product(id, id, title, brand, "goods", "goods", Money.usd(1000), null, Ratings.NONE.plus(4, 10), 5,
				"box/red", "", List.of(new Attribute("Brand", brand)), id, 0, "", null, popularity,
				LocalDate.parse("2025-01-01"));
	}

}
