// The sum follows the choice of delivery; without this each choice tells its own.
const price = document.getElementById("delivery-price");
const total = document.getElementById("total");

for (const offer of document.querySelectorAll("input[name=delivery]")) {
	offer.addEventListener("change", () => {
		price.textContent = offer.dataset.price;
		total.textContent = offer.dataset.total;
	});
	// A browser that comes back to the page may have chosen another one.
	if (offer.checked && total) {
		price.textContent = offer.dataset.price;
		total.textContent = offer.dataset.total;
	}
}
