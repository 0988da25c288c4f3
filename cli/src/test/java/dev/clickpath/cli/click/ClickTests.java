package dev.clickpath.cli.click;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;

import dev.clickpath.cli.click.browsing.StandInSite;
import dev.clickpath.cli.click.browsing.StandInSite.Page;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * The command as it is typed, with a site in this process.
 */
class ClickTests {

	private static final String CHECKOUT = "clickpath.checkout";

	@TempDir
	private Path checkout;

	private final StringWriter out = new StringWriter();

	private final StandInSite site = StandInSite.clear()
		.put("/", Page.of("text/html", "<p>kettle".getBytes(StandardCharsets.US_ASCII)));

	@BeforeEach
	void workInAnEmptyCheckout() {
		System.setProperty(CHECKOUT, this.checkout.toString());
	}

	@AfterEach
	void leaveIt() {
		System.clearProperty(CHECKOUT);
		this.site.close();
	}

	@Test
	void practisesNotForLongWherePagesAreSlowAndTellsHowOften() {
		AtomicLong now = new AtomicLong();
		execute(new Click(() -> now.getAndAdd(Duration.ofSeconds(1).toNanos())), this.site.address("/").toString(),
				"--json");
		assertThat(JsonMapper.shared().readTree(this.out.toString()).get("practice").intValue()).isEqualTo(2);
		assertThat(this.site.questions()).hasSize(2 + 3);
	}

	@Test
	void practisesAsOftenAsItIsTold() {
		assertThat(click("--practice=25", this.site.address("/").toString()).get("practice").intValue()).isEqualTo(25);
		assertThat(this.site.questions()).hasSize(28);
		execute(new Click(), "--practice=1", this.site.address("/").toString());
		assertThat(this.out.toString()).endsWith("Clicks before these for practice, unmeasured: 1.\n");
	}

	@Test
	void asksForWhatIsTypedAsABrowserDoes() {
		this.site.put("/%C3%BC?q=%E8%8C%B6%20x", Page.of("text/html", new byte[0]));
		String address = click("--practice=0", this.site.address("/\u00FC?q=\u8336%20x#top").toString()).get("address")
			.stringValue();
		assertThat(address).endsWith("/%C3%BC?q=%E8%8C%B6%20x");
		assertThat(this.site.questions()).containsOnly("/%C3%BC?q=%E8%8C%B6%20x");
	}

	private JsonNode click(String... args) {
		List<String> all = new ArrayList<>(List.of(args));
		all.add("--json");
		execute(new Click(), all.toArray(String[]::new));
		return JsonMapper.shared().readTree(this.out.toString());
	}

	private void execute(Click click, String... args) {
		assertThat(new CommandLine(click).setOut(new PrintWriter(this.out, true)).execute(args)).isZero();
	}

}
