/*
 * An element with its properties, attributes and contents: texts stay texts.
 */
export function element(name, { attributes = {}, ...properties } = {}, ...contents) {
	const made = Object.assign(document.createElement(name), properties);
	Object.entries(attributes).forEach(([attribute, value]) => made.setAttribute(attribute, value));
	made.append(...contents.filter((content) => content !== null && content !== undefined && content !== ""));
	return made;
}
